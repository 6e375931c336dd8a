import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ForeignIndexError, SearchIndex, type Read } from '../../../src/elements/search-index.ts';
import { termsOf } from '../../../src/elements/search-terms.ts';
import { foldWord, parseQuery } from '../../../src/text/query.ts';
import { indexOf } from './index-of.ts';

const root = resolve(import.meta.dirname, '../../..');

it('every word of the shelf is found where it stands', { timeout: 60_000 }, async () => {
  const files = globSync('content/works/*/*.md', { cwd: root }).sort();
  const pages = files.map((file, number) => ({
    path: `works/${number}`,
    title: file,
    article: `<p id="p1">${readFileSync(resolve(root, file), 'utf8').replace(/[<>&]/g, ' ')}</p>`,
  }));
  const index = await SearchIndex.open(await indexOf(pages));
  const lost = new Set<string>();
  for (const page of pages.keys()) {
    const { content } = await index.fragment(page);
    for (const [at, token] of content.split(' ').entries()) {
      if (foldWord(token) === '' || lost.has(token)) continue;
      const { found } = await termsOf(parseQuery(token.replace(/["“”]/g, '')), index, false);
      if (!found.some(({ places }) => places.on(page).includes(at))) lost.add(token);
    }
  }
  expect([...lost]).toEqual([]);
});

it('an index of another version is refused', async () => {
  const read = await indexOf([{ path: 'a', title: 'A', article: '<p id="p1">word</p>' }]);
  const other: Read = async (path) =>
    path.endsWith('.json')
      ? new TextEncoder().encode(new TextDecoder().decode(await read(path)).replace('"1.5.2"', '"1.6.0"'))
      : read(path);
  await expect(SearchIndex.open(other)).rejects.toThrow(ForeignIndexError);
});

it('a file that could not be read is asked for again', async () => {
  const read = await indexOf([{ path: 'a', title: 'A', article: '<p id="p1">word</p>' }]);
  let failures = 1;
  const index = await SearchIndex.open(async (path) => {
    if (path.startsWith('index/') && failures-- > 0) throw new Error('offline');
    return read(path);
  });
  await expect(index.places('word')).rejects.toThrow('offline');
  const places = await index.places('word');
  expect([...places.pages, [...places.on(0)], places.fieldsOn(0)]).toEqual([0, [0], []]);
});

it('words are found by their beginnings, the most frequent first', async () => {
  const read = await indexOf([
    { path: 'a', title: 'A', article: '<p id="p1">dread dreary dreadful</p>' },
    { path: 'b', title: 'B', article: '<p id="p1">dreary dry</p>' },
  ]);
  const index = await SearchIndex.open(read);
  expect(await index.wordsFrom('drea', 2)).toEqual(['dreari', 'dread']);
  expect(await index.wordsFrom('zz', 2)).toEqual([]);
});
