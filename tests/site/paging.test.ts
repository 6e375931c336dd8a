import { toString } from 'hast-util-to-string';
import { select, selectAll } from 'hast-util-select';
import { expect, test } from 'vitest';

import { addressesOf, pagesOf } from './pages.ts';
import { extremes } from './sites.ts';

test('a theme that more notes speak to than a page holds goes on over pages that lead to each other', () => {
  const { base } = extremes;
  const pages = pagesOf(extremes).filter(({ address }) => address.startsWith(`${base}themes/everything/`));
  expect(pages.map(({ address }) => address.slice(base.length))).toEqual([
    'themes/everything/',
    'themes/everything/2/',
  ]);
  for (const { address, tree } of pages) {
    expect(selectAll('li.occurrence', tree).length).toBe(101);
    const links = selectAll('nav[aria-label="Occurrences, page by page"] a', tree);
    expect(links.map(({ properties }) => properties['href'])).toEqual(pages.map((page) => page.address));
    expect(links.filter(({ properties }) => properties['ariaCurrent'] === 'page')).toEqual([
      expect.objectContaining({ properties: expect.objectContaining({ href: address }) as object }),
    ]);
    expect(String(select('link[rel=canonical]', tree)?.properties['href'])).toMatch(new RegExp(`${address}$`));
  }
  const titles = pages.map(({ tree }) => toString(select('h1', tree)!));
  expect(titles).toEqual(['Everything', 'Everything, page 2']);
  expect(addressesOf(extremes).filter((address) => /\/everything\/3/.test(address))).toEqual([]);
});
