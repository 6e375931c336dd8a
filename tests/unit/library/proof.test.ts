import { describe, expect, test } from 'vitest';
import { codes, libraryOf, shelf } from './sources.ts';

const essay = (body: string) => ({ 'essays/grey.md': shelf['essays/grey.md']!.replace(/\n\n[^]*$/, `\n\n${body}\n`) });

const poem = `---
title: A song
locator: { title: A song }
form: verse
first: 11
---

The sea was grey that day,\\
the sea was grey—no more,

and nobody would say[^say]\\
what had been grey before.

[^say]: **say** It rhymes with [“grey that day”](#l11), see [guilt](../../themes/guilt.md).
`;

/** What an essay with this body quotes: for each quotation whether it is proved, and where it stands. */
function quotations(body: string) {
  const library = libraryOf({ 'works/book/song.md': poem, ...essay(body) });
  return library.essays[0]!.quotations.map(({ proved, anchors, url }) => ({ proved, anchors, url }));
}

describe('a quotation that is proved', () => {
  test.each([
    [
      'leads to its words',
      'He says [“was grey that”](../works/book/chapter-2.md#p3).',
      { anchors: ['p3'], url: '/works/book/chapter-2/#p3:~:text=was%20grey%20that' },
    ],
    [
      'names every line that it covers',
      'He sings [“no more, / and nobody would say”](../works/book/song.md#l12).',
      { anchors: ['l12', 'l13'], url: '/works/book/song/#l12:~:text=no%20more%2C,nobody%20would%20say' },
    ],
    [
      'has a fragment for each part between omissions',
      'He sings [“The sea was … nobody would say”](../works/book/song.md#l11).',
      {
        anchors: ['l11', 'l13'],
        url: '/works/book/song/#l11:~:text=The%20sea%20was,-grey%20that&text=nobody%20would%20say',
      },
    ],
  ])('%s', (_, body, expected) => {
    expect(quotations(body)).toEqual([{ proved: true, ...expected }]);
  });
});

test('a quotation that something outside accounts for is not proved, and no fault', () => {
  const library = libraryOf(essay('A critic has [“a sea that is all grey”](https://example.org/).'));
  expect(codes(library)).toEqual([]);
  expect(library.quotations.map(({ proved, url }) => [proved, url])).toEqual([[false, 'https://example.org/']]);
});

test('quotations are proved in notes, introductions, themes and terms too', () => {
  const quoting = (path: string, from: string) =>
    `${shelf[path]!.trimEnd()} It has [“was grey that day”](${from}#p3).\n`;
  const library = libraryOf({
    'works/book/work.md': quoting('works/book/work.md', 'chapter-2.md'),
    'works/book/chapter-1.md': quoting('works/book/chapter-1.md', 'chapter-2.md'),
    'themes/guilt.md': quoting('themes/guilt.md', '../works/book/chapter-2.md'),
    'terms/metaphor.md': quoting('terms/metaphor.md', '../works/book/chapter-2.md'),
  });
  expect(codes(library)).toEqual([]);
  expect(library.quotations.map(({ page, proved }) => [page.path, proved]).sort()).toEqual([
    ['essays/grey.md', true],
    ['terms/metaphor.md', true],
    ['themes/guilt.md', true],
    ['works/book/chapter-1.md', true],
    ['works/book/work.md', true],
  ]);
  expect(library.works[0]!.quotations).toHaveLength(1);
  expect(library.excerpts[0]!.notes[0]!.quotations).toHaveLength(1);
});

test('a quotation whose passage is not there is a fault of its link alone', () => {
  expect(codes(libraryOf(essay('He says [“was grey that”](../works/book/chapter-2.md#p4).')))).toEqual([
    'essays/grey.md:10:9 link-missing-anchor',
  ]);
});

test('a quotation of a note leads to no passage', () => {
  expect(codes(libraryOf(essay('He says [“was grey that”](../works/book/chapter-2.md#fn-grey).')))).toEqual([
    'essays/grey.md:10:11 quotation-without-passage',
  ]);
});
