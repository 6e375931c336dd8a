import { expect, test } from 'vitest';
import { citationStyles, passageLocator, type CitationStyle, type Division } from '../../../src/text/locator.ts';

function all(division: Division, first?: string, last?: string): Record<CitationStyle, string> {
  const entries = citationStyles.map((style) => [style, passageLocator(style, division, first, last)]);
  return Object.fromEntries(entries) as Record<CitationStyle, string>;
}

test('a paragraph of a chapter', () => {
  expect(all({ chapter: 5 }, 'p4')).toEqual({
    mla: ', ch. 5, par. 4',
    apa: ', Chapter 5, para. 4',
    chicago: ', chap. 5, para. 4',
    harvard: ', chap. 5, para. 4',
  });
});

test('several paragraphs, of a book within a book', () => {
  expect(all({ book: 2, chapter: 5 }, 'p4', 'p6a')).toEqual({
    mla: ', bk. 2, ch. 5, pars. 4–6a',
    apa: ', Book 2, Chapter 5, paras. 4–6a',
    chicago: ', bk. 2, chap. 5, paras. 4–6a',
    harvard: ', bk. 2, chap. 5, paras. 4–6a',
  });
});

test('lines of a play are numbers alone, which MLA sets after a space', () => {
  expect(all({ act: 5, scene: 5 }, 'l17', 'l19')).toEqual({
    mla: ' 5.5.17–19',
    apa: ', 5.5.17–19',
    chicago: ', 5.5.17–19',
    harvard: ', 5.5.17–19',
  });
});

test('both parts of a shared line are that line', () => {
  expect(passageLocator('mla', { act: 5, scene: 5 }, 'l15', 'l15-2')).toBe(' 5.5.15');
});

test('a speech in prose and a stage direction have no line', () => {
  expect(passageLocator('mla', { act: 2, scene: 2 }, 'p65')).toBe(' 2.2, par. 65');
  expect(passageLocator('mla', { act: 2, scene: 2 }, 'd1', 'd2')).toBe(' 2.2, stage directions 1–2');
  expect(passageLocator('apa', { act: 2, scene: 2 }, 'p65', 'l480')).toBe(', 2.2, para. 65–line 480');
});

test('lines of a poem, whose title is no division', () => {
  expect(passageLocator('mla', { title: 'Ode to a Nightingale' }, 'l1')).toBe(', line 1');
  expect(passageLocator('chicago', { title: 'Ode to a Nightingale' }, 'l3', 'l4')).toBe(', lines 3–4');
});

test('a whole excerpt', () => {
  expect(passageLocator('mla', { stave: 1 })).toBe(', stave 1');
  expect(passageLocator('mla', { title: 'Ode' })).toBe('');
});
