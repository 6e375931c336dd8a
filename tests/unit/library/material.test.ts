import { expect, test } from 'vitest';
import { materialOf, materialOfBook, materialOfEssay } from '../../../src/library/material.ts';
import { libraryOf, shelf } from './sources.ts';

/** What each of the two excerpts is made of, when some files of the shelf say something else. */
function materials(changes: Record<string, string | undefined> = {}): (string | undefined)[] {
  const sources = { ...shelf, ...changes };
  return libraryOf(changes).excerpts.map((excerpt) => materialOf(excerpt, ({ path }) => sources[path]));
}

const again = (path: string) => ({ [path]: `${shelf[path]}\nAgain.\n` });
const [first, second] = materials();

test('what an excerpt is made of stays as long as nothing changes, and is its own', () => {
  expect(materials()).toEqual([first, second]);
  expect(first).not.toBe(second);
});

test.each<[string, Record<string, string | undefined>, [firstStays: boolean, secondStays: boolean]]>([
  ['its work', again('works/book/work.md'), [false, false]],
  ['the other, which stands before or after it', again('works/book/chapter-1.md'), [false, false]],
  ['a theme of both', again('themes/guilt.md'), [false, false]],
  ['a term of the second', again('terms/metaphor.md'), [true, false]],
  ['an essay that quotes the second', again('essays/grey.md'), [true, false]],
  ['the essays, which are none', { 'essays/grey.md': undefined }, [true, false]],
  ['a theme of neither', { 'themes/sea.md': shelf['themes/guilt.md']!.replace('Guilt', 'The sea') }, [true, true]],
])('it changes with %s', (_, changes, stay) => {
  const changed = materials(changes);
  expect([changed[0] === first, changed[1] === second]).toEqual(stay);
});

test('ids that the ledger gives are part of it', () => {
  const [excerpt] = libraryOf().excerpts;
  excerpt!.passages[0]!.id = 'p7';
  expect(materialOf(excerpt!, ({ path }) => shelf[path])).not.toBe(first);
});

test('an excerpt that has lost words may be made of anything', () => {
  const [excerpt] = libraryOf().excerpts;
  excerpt!.retired.push({ id: 'p9', opening: 'Gone', fate: 'withdrawn', after: 0 });
  expect(materialOf(excerpt!, ({ path }) => shelf[path])).toBeUndefined();
});

/** What the book of the work is made of, when some files of the shelf say something else. */
function bookOf(changes: Record<string, string | undefined> = {}): string | undefined {
  const sources = { ...shelf, ...changes };
  const digestOf = ({ path }: { path: string }) => sources[path];
  return materialOfBook(libraryOf(changes).works[0]!, digestOf, (excerpt) => materialOf(excerpt, digestOf));
}

test.each<[string, Record<string, string | undefined>, stays: boolean]>([
  ['nothing', {}, true],
  ['the work', again('works/book/work.md'), false],
  ['an excerpt', again('works/book/chapter-1.md'), false],
  ['an essay about it', again('essays/grey.md'), false],
  ['a theme of another', { 'themes/sea.md': shelf['themes/guilt.md']!.replace('Guilt', 'The sea') }, true],
])('a book changes with its work, its excerpts and the essays about it: %s', (_, changes, stays) => {
  expect(bookOf(changes) === bookOf()).toBe(stays);
});

test('a book with pictures may be made of anything', () => {
  const [work] = libraryOf().works;
  work!.document.html += '<img src="/works/book/map.svg" alt="A map">';
  expect(
    materialOfBook(
      work!,
      () => 'digest',
      () => 'material',
    ),
  ).toBeUndefined();
});

/** What the essay is made of, when some files of the shelf say something else and it has a drawing. */
function essayOf(changes: Record<string, string | undefined> = {}, svg = '<svg></svg>'): string {
  const sources = { ...shelf, ...changes };
  const library = libraryOf(changes);
  const [essay] = library.essays;
  essay!.data.illustration = { src: './storm.svg', alt: 'A storm', credit: 'Ann Author', licence: 'CC BY 4.0' };
  const pictures = new Map([['essays/storm.svg', { path: 'essays/storm.svg', svg }]]);
  return materialOfEssay(essay!, { ...library, pictures }, ({ path }) => sources[path]);
}

const spoiling = {
  'essays/grey.md': shelf['essays/grey.md']!.replace('---\n', '---\nspoilers: [other]\n'),
  'works/other/work.md': shelf['works/book/work.md']!.replace('title: Book', 'title: Other'),
};

test.each<[string, Record<string, string | undefined>, stays: boolean]>([
  ['nothing', {}, true],
  ['itself', again('essays/grey.md'), false],
  ['the work it is about', again('works/book/work.md'), false],
  ['the excerpt it quotes', again('works/book/chapter-2.md'), false],
  ['a theme of another', { 'themes/sea.md': shelf['themes/guilt.md']!.replace('Guilt', 'The sea') }, true],
  ['a work it does not name', { 'works/other/work.md': spoiling['works/other/work.md'] }, true],
])('an essay changes with what it links to and quotes: %s', (_, changes, stays) => {
  expect(essayOf(changes) === essayOf()).toBe(stays);
});

test('an essay changes with its drawing, and with a work whose ending it gives away', () => {
  expect(essayOf({}, '<svg><path/></svg>')).not.toBe(essayOf());
  const renamed = { ...spoiling, 'works/other/work.md': spoiling['works/other/work.md'].replace('Other', 'Another') };
  expect(essayOf(renamed)).not.toBe(essayOf(spoiling));
});
