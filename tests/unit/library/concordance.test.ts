import { expect, it } from 'vitest';
import { concordanceOf, lettersOf } from '../../../src/library/concordance.ts';
import { libraryOf } from './sources.ts';

const chapter = `---
title: The first
locator: { chapter: 1 }
form: prose
---

The men’s hands wept; it was Jane’s hand.

Was it half-light?
`;

const library = () =>
  libraryOf({ 'works/book/chapter-1.md': chapter, 'works/book/chapter-2.md': undefined, 'essays/grey.md': undefined });

it('a concordance has the significant words under their lemmas, with the lines they stand in', () => {
  expect(concordanceOf(library())).toEqual([
    {
      lemma: 'half-light',
      letter: 'h',
      more: 0,
      lines: [
        {
          before: 'Was it ',
          words: 'half-light',
          after: '?',
          url: '/works/book/chapter-1/#p2',
          work: 'Book',
          place: 'ch. 1',
        },
      ],
    },
    {
      lemma: 'hand',
      letter: 'h',
      more: 0,
      lines: [
        {
          before: 'The men’s ',
          words: 'hands',
          after: ' wept; it was Jane’s hand.',
          url: '/works/book/chapter-1/#p1',
          work: 'Book',
          place: 'ch. 1',
        },
        {
          before: 'The men’s hands wept; it was Jane’s ',
          words: 'hand',
          after: '.',
          url: '/works/book/chapter-1/#p1',
          work: 'Book',
          place: 'ch. 1',
        },
      ],
    },
    expect.objectContaining({ lemma: 'jane', letter: 'j' }),
    expect.objectContaining({ lemma: 'man', letter: 'm' }),
    expect.objectContaining({ lemma: 'weep', letter: 'w' }),
  ]);
});

it('its letters are those that have words', () => {
  expect(lettersOf(library())).toEqual(['h', 'j', 'm', 'w']);
});

it('a large library lists the words that notes gloss, and says how many lines it leaves out', () => {
  const sources: Record<string, string> = {};
  for (let number = 3; number < 510; number++)
    sources[`works/book/chapter-${number}.md`] = `---\ntitle: T\nlocator: { chapter: ${number} }\nform: prose\n---\n
A grey[^grey] day.\n\n[^grey]: **grey** It is [guilt](../../themes/guilt.md).\n`;
  const entries = concordanceOf(libraryOf(sources));
  expect(entries.map(({ lemma, lines, more }) => `${lemma} ${lines.length} ${more}`)).toEqual([
    'grey 20 488',
    'night 1 0',
  ]);
});
