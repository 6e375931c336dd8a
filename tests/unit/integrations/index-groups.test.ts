import { hash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as service from 'pagefind';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { GroupedIndexing } from '../../../src/integrations/index-groups.ts';
import { Indexing } from '../../../src/integrations/indexing.ts';
import { SearchIndex } from '../../../src/elements/search-index.ts';
import type { Places } from '../../../src/elements/search-places.ts';
import { readerOf, search } from '../elements/index-of.ts';

vi.mock('pagefind', { spy: true });

const root = resolve(import.meta.dirname, '../../..');
const escaped = (text: string) => text.replace(/[<>&]/g, ' ');
const pages = globSync('content/works/*/*.md', { cwd: root })
  .sort()
  .map((file, number) => {
    const [, , work = ''] = file.split('/');
    const blocks = readFileSync(join(root, file), 'utf8').split('\n\n').map(escaped);
    const article = blocks.map((block, at) => `<div class="block"><p id="p${at + 1}">${block}</p></div>`).join('');
    const metas = [
      `work[content]" content="${work} ${work}`,
      `form[content]" content="${['prose', 'verse'][number % 2]!}`,
    ];
    return {
      url: `/works/${work}/${number}/`,
      html:
        `<html lang="en-GB"><head><meta property="og:title" content="Chapter ${number} (${work})">` +
        metas.map((meta) => `<meta data-pagefind-filter="${meta}">`).join('') +
        `</head><body><article data-pagefind-body>${article}</article></body></html>`,
    };
  });

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'groups-'));
  const index = await Indexing.begin(pages.length);
  for (const { url, html } of pages) await index.add(url, () => html);
  await index.write(join(folder, 'one'));
  expect(await grouped(pages, 'groups')).toBeGreaterThan(3);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** How many pages were read to index them. */
let read = 0;

/** Indexes pages in groups of about so many, and says how many groups Pagefind had to index. */
async function grouped(some: typeof pages, name: string, size = 10): Promise<number> {
  const before = vi.mocked(service.createIndex).mock.calls.length;
  const index = new GroupedIndexing(join(folder, 'cache', String(size)), size);
  read = 0;
  for (const { url, html } of some) await index.add(url, () => (read++, html), hash('sha256', html));
  await index.write(join(folder, name));
  return vi.mocked(service.createIndex).mock.calls.length - before;
}

const placesIn = (places: Places) =>
  Array.from(places.pages, (page) => [page, [...places.on(page)], places.fieldsOn(page)]);

describe('an index that is made of groups', () => {
  test.each([
    'night',
    'the creature eye',
    'dreary night guilt',
    '"to be or not to be"',
    'my dear "of the"',
    'couldn’t',
    'murderd',
    'it was the',
    'zeppelin',
  ])('answers %j as one index does', async (query) => {
    const [one, groups] = [readerOf(join(folder, 'one')), readerOf(join(folder, 'groups'))];
    for (const options of [{}, { sort: 'order' as const }, { filters: { form: ['verse'] } }, { unfinished: true }])
      expect(await search(groups, query, options)).toEqual(await search(one, query, options));
  });

  test('has every word where one index has it, and every value of every filter', async () => {
    const [one, groups] = await Promise.all(
      ['one', 'groups'].map((name) => SearchIndex.open(readerOf(join(folder, name)))),
    );
    expect(groups!.lengths).toEqual(one!.lengths);
    const words = new Set(pages.flatMap(({ html }) => html.toLowerCase().match(/\p{L}+/gu) ?? []));
    let found = 0;
    for (const word of words) {
      const expected = placesIn(await one!.places(word));
      expect(placesIn(await groups!.places(word)), word).toEqual(expected);
      found += expected.length;
    }
    expect(found).toBeGreaterThan(10_000);
    for (const name of ['work', 'form'])
      expect(new Map([...(await groups!.filter(name))].sort())).toEqual(new Map([...(await one!.filter(name))].sort()));
  });

  test('reads and indexes again only the groups whose pages have changed', async () => {
    expect([await grouped(pages, 'again'), read]).toEqual([0, 0]);
    const changed = pages.map((page, number) =>
      number === 15 ? { ...page, html: page.html.replace('<p id="p1">', '<p id="p1">Zeppelin ') } : page,
    );
    expect(await grouped(changed, 'changed')).toBe(1);
    expect(read).toBeLessThan(pages.length);
    expect(await search(readerOf(join(folder, 'changed')), 'zeppelin')).toHaveLength(1);
    // What is not of the last build is not kept, so that the cache does not grow.
    expect(await grouped(pages, 'back')).toBe(1);
  });

  test('keeps a work together, unless it is larger than two groups', async () => {
    const [one, other, large] = [pages[0]!, pages.at(-1)!, pages[1]!];
    const workOf = ({ url, html }: typeof one, count: number) =>
      Array.from({ length: count }, (_, number) => ({
        url: `${url}${number}/`,
        html: html.replace('Chapter', `${number}`),
      }));
    expect(await grouped([...workOf(one, 2), ...workOf(other, 2)], 'small', 1)).toBe(2);
    expect(await grouped(workOf(large, 5), 'large', 1)).toBe(3);
  });
});
