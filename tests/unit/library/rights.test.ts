import { expect, test } from 'vitest';
import { libraryOf, shelf } from './sources.ts';

const inCopyright = { 'works/book/work.md': shelf['works/book/work.md']!.replace('public-domain', 'in-copyright') };
const essay = (body: string) => ({ 'essays/grey.md': shelf['essays/grey.md']!.replace(/\n\n[^]*$/, `\n\n${body}\n`) });

/** How many words of the one work are counted. The shelf has twelve. */
const counted = (changes: Record<string, string> = {}) => libraryOf({ ...inCopyright, ...changes }).works[0]!.quoted;

test('the words of passages are counted, and lemmas and quotations of them are not counted again', () => {
  expect(counted()).toEqual({ words: 12, longest: 6, limit: { block: 80, work: 400 }, faults: [] });
});

test('a work in the public domain has no limit', () => {
  expect(libraryOf().works[0]!.quoted).toEqual({ words: 12, longest: 6, faults: [] });
});

test('a block that two excerpts have is counted once', () => {
  const again = shelf['works/book/chapter-1.md']!.replace('chapter: 1', 'chapter: 3');
  expect(counted({ 'works/book/chapter-3.md': again }).words).toBe(12);
});

test.each([
  ['in a sentence that names the work', 'In *Book* he has “four words of it”[^a].\n\n[^a]: Elsewhere.', 16],
  ['whose source names the work', 'He has [“four words of it”](https://example.org/) there.', 12],
  ['whose attribution names the work', 'So:\n\n> four words of it\n>\n> — [Book](https://example.org/)', 16],
  ['of something else', 'In *Booklet* he has “four words of it”[^a].\n\n[^a]: Elsewhere.', 12],
  ['that a passage has too', 'In *Book* he has “The sea was grey”[^a].\n\n[^a]: Elsewhere.', 12],
])('an unlinked quotation %s', (_, body, words) => {
  expect(counted(essay(body)).words).toBe(words);
});

test('an unlinked quotation on a page of the work is counted', () => {
  const work = `${inCopyright['works/book/work.md']}\nIt has “four words of it”[^a].\n\n[^a]: Elsewhere.\n`;
  expect(counted({ 'works/book/work.md': work }).words).toBe(16);
});
