import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';

import { report } from './faults.ts';
import { deadLinks } from './links.ts';
import { addressesOf, pagesOf } from './pages.ts';
import { sites } from './sites.ts';

const origin = 'http://localhost:4321';

test('a link is dead that leads to no file, to no anchor, or out of the base', () => {
  const html = `
    <link rel="canonical" href="${origin}/gloss/works/"><a href="#p1:~:text=toils">here</a><a href="https://example.org/">away</a>
    <p id="p1"><a href="/gloss/works/#p2">there</a><a href="/works/">out</a><a href="nowhere/">lost</a><img src="x.svg"></p>`;
  const page = { address: '/gloss/works/', html, tree: fromHtml(html) };
  expect(deadLinks([page], ['/gloss/works/index.html'], origin, '/gloss/')).toEqual([
    { what: '/gloss/works/#p2: no such anchor', where: '/gloss/works/' },
    { what: '/works/: out of the base', where: '/gloss/works/' },
    { what: 'nowhere/: no such file', where: '/gloss/works/' },
    { what: 'x.svg: no such file', where: '/gloss/works/' },
  ]);
});

describe.each(sites)('$name', (site) => {
  test('every link leads to a page, and every anchor is there', () => {
    expect(report(deadLinks(pagesOf(site), addressesOf(site), origin, site.base))).toBe('');
  });
});
