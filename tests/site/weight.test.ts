import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { toString } from 'hast-util-to-string';
import { select, selectAll } from 'hast-util-select';
import { describe, expect, test } from 'vitest';

import { pagesOf, type Page } from './pages.ts';
import { root, sites, type Site } from './sites.ts';

const kB = 1024;
const compressed = (data: string | Buffer) =>
  brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }).length;

/** What a page has of other files: addresses by the attribute of its elements. */
function files(page: Page, selector: string, attribute: 'href' | 'src'): string[] {
  return selectAll(selector, page.tree).map((element) => String(element.properties[attribute]));
}

function read(site: Site, address: string): Buffer {
  return readFileSync(join(root, site.out, address.slice(site.base.length)));
}

/** A script with all that it imports as it starts. */
function scripts(site: Site, address: string, known = new Set<string>()): Set<string> {
  if (known.has(address)) return known;
  known.add(address);
  for (const [, path] of read(site, address)
    .toString()
    .matchAll(/(?:import|from)\s*"(\.\/[^"]+)"/g))
    scripts(site, new URL(path!, `http://host${address}`).pathname, known);
  return known;
}

describe.each(sites)('$name', (site) => {
  const pages = pagesOf(site);
  const texts = pages.filter(({ tree }) => select('article.excerpt, article.essay', tree));

  test('a page that is neither a tool nor a report has one style sheet', () => {
    for (const page of pages.filter(
      ({ address }) => !/\/(?:search|handout|concordance|proof|colophon)\//.test(address),
    ))
      expect(files(page, 'link[rel~="stylesheet"]', 'href'), page.address).toHaveLength(1);
  });

  test('beyond its own words a reading page and its style sheet take at most 20 kB', () => {
    for (const page of texts) {
      const words = toString(select('main', page.tree)!).replaceAll(/\s+/g, ' ');
      const sheets = files(page, 'link[rel~="stylesheet"]', 'href').map((sheet) => compressed(read(site, sheet)));
      const size = compressed(page.html) + sheets.reduce((sum, size) => sum + size, 0) - compressed(words);
      expect(size, page.address).toBeLessThanOrEqual(20 * kB);
    }
  });

  test('a reading page starts with at most 6 kB of script', () => {
    for (const page of texts) {
      const linked = new Set(files(page, 'script[src]', 'src').flatMap((script) => [...scripts(site, script)]));
      const inline = selectAll('script:not([src], [type="application/ld+json"])', page.tree).map(toString).join('');
      const size = [...linked].reduce((sum, script) => sum + compressed(read(site, script)), compressed(inline));
      expect(size, page.address).toBeLessThanOrEqual(6 * kB);
    }
  });

  test('a page preloads two fonts of at most 110 kB together', () => {
    for (const page of pages) {
      const fonts = files(page, 'link[rel="preload"][as="font"]', 'href');
      const size = fonts.reduce((sum, font) => sum + read(site, font).length, 0);
      expect(fonts, page.address).toHaveLength(2);
      expect(size, page.address).toBeLessThanOrEqual(110 * kB);
    }
  });
});
