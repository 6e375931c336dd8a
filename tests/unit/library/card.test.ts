import { describe, expect, test } from 'vitest';

import { cardOf, cardPath, cardsOf, textOfCard } from '../../../src/library/card.ts';
import { libraryOf, shelf } from './sources.ts';

const prose = (text: string, notes = '') =>
  libraryOf({
    'works/book/chapter-2.md': undefined,
    'essays/grey.md': undefined,
    'works/book/chapter-1.md': `---\ntitle: The first\nlocator: { chapter: 1 }\nform: prose\n---\n\n${text}\n\n${notes}\n`,
  }).excerpts[0]!;
const words = (text: string, notes?: string) => cardOf(prose(text, notes)).words;

describe('the card', () => {
  const { excerpts, essays, themes } = libraryOf();

  test('of a passage has the words that a note glosses, in their sentence', () => {
    expect(cardOf(excerpts[1]!)).toEqual({
      kind: 'Passage',
      title: 'The second',
      words: { text: 'The sea was grey that day.', start: 12, end: 16 },
      source: 'Ann Author, Book, chapter 2',
    });
  });

  test('of an essay has its title and what it quotes', () => {
    expect(cardOf(essays[0]!)).toEqual({
      kind: 'Essay',
      title: 'Grey',
      words: { text: 'The sea was grey', start: 0, end: 0 },
      source: 'Ann Author, Book, chapter 2',
    });
  });

  test('of a theme has its question and the first note on it', () => {
    expect(cardOf(themes[0]!)).toEqual({
      kind: 'Theme',
      title: 'Guilt',
      question: 'Who is guilty?',
      words: { text: 'It was night.', start: 7, end: 12 },
      source: 'Ann Author, Book, chapter 1',
    });
  });

  test('of a theme that quotes has these words in their sentence', () => {
    const quoting = `${shelf['themes/guilt.md']!}\n[“was grey”](../works/book/chapter-2.md#p3) it was.\n`;
    const [theme] = libraryOf({ 'themes/guilt.md': quoting }).themes;
    expect(cardOf(theme!).words).toEqual({ text: 'The sea was grey that day.', start: 8, end: 16 });
  });

  test('says itself to those who do not see it', () => {
    expect(textOfCard(cardOf(themes[0]!))).toBe(
      'Guilt — Who is guilty? — “It was night.” — Ann Author, Book, chapter 1',
    );
  });

  test('stands where its page does, below cards/; pages without one share another', () => {
    const library = libraryOf();
    expect([...cardsOf(library).keys()]).toEqual([
      'cards/gloss.png',
      'cards/works/book/chapter-1.png',
      'cards/works/book/chapter-2.png',
      'cards/essays/grey.png',
      'cards/themes/guilt.png',
    ]);
    expect(cardPath()).toBe('cards/gloss.png');
  });
});

describe('the words of a card', () => {
  test('begin with the sentence of the lemma and end with a sentence, where there is room', () => {
    const text = `Before. It was ${'so very '.repeat(12)}dark. ${'Nobody came. '.repeat(20)}`;
    const found = words(text.replace('dark', 'dark[^d]'), '[^d]: **dark** A note.');
    expect(found?.text).toMatch(/^It was (so very ){12}dark\.( Nobody came\.){8}$/);
    expect(found?.text.slice(found.start, found.end)).toBe('dark');
  });

  test('begin within a long sentence, and say so', () => {
    const text = `${'and then '.repeat(60)}it was dark[^d] ${'and then '.repeat(60)}so.`;
    const found = words(text, '[^d]: **dark** A note.');
    expect(found?.text).toMatch(/^… (?:then )?(?:and then )+it was dark …$/);
    expect(found?.text.length).toBeLessThan(230);
    expect(found?.text.slice(found.start, found.end)).toBe('dark');
  });

  test('end within a word that has no end', () => {
    expect(words('a'.repeat(10_000))).toEqual({ text: `${'a'.repeat(215)} …`, start: 0, end: 0 });
  });

  test('are as many as there are of a lemma longer than a card', () => {
    const text = `It ${'was and '.repeat(100)}so[^d].`;
    const found = words(text, '[^d]: **It was … so** A note.');
    expect(found?.text.length).toBeLessThan(230);
    expect(found).toMatchObject({ start: 0, end: found?.text.length });
  });

  test('of verse are whole lines, of which the lemma’s is one', () => {
    const lines = ['One', 'two', 'three', 'four', 'five', 'six[^d]'].join('\\\n');
    const source = `---\ntitle: Six\nlocator: { title: Six }\nform: verse\n---\n\n${lines}\n\n[^d]: **six** A note.\n`;
    const { excerpts } = libraryOf({
      'works/book/chapter-1.md': undefined,
      'works/book/chapter-2.md': undefined,
      'essays/grey.md': undefined,
      'works/book/six.md': source,
    });
    expect(cardOf(excerpts[0]!).words).toEqual({ text: 'two\nthree\nfour\nfive\nsix', start: 20, end: 23 });
  });
});
