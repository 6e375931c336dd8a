import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { matches, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';

import { addressesOf, pagesOf } from './pages.ts';
import { hostile, root, sites } from './sites.ts';

const scripts = 'script:not([type="application/ld+json"], [src^="/_astro/"], [src^="/gloss/_astro/"])';
const outside = 'iframe, object, embed, base, meta[http-equiv="refresh"]';

describe.each(sites)('$name', (site) => {
  const pages = pagesOf(site);

  test('no element carries a script, a style or an address that runs', () => {
    const found = pages.flatMap(({ address, tree }) =>
      selectAll('*', tree).flatMap(({ tagName, properties }) =>
        Object.entries(properties)
          .filter(
            ([name, value]) =>
              /^(?:on|style$|srcdoc$)/i.test(name) || /^\s*(?:javascript|data|vbscript):/i.test(String(value)),
          )
          .map(([name, value]) => `${address}: <${tagName} ${name}="${String(value)}">`),
      ),
    );
    expect(found).toEqual([]);
  });

  test('every page has the same inline scripts, and nothing that opens another document', () => {
    const inline = new Set(pages.flatMap(({ tree }) => selectAll(scripts, tree).map((node) => toString(node))));
    expect(inline.size).toBeLessThanOrEqual(1);
    expect(pages.filter(({ tree }) => selectAll(outside, tree).length > 0).map(({ address }) => address)).toEqual([]);
  });

  test('the policy of every page allows what has a hash or is a file of the site, and no more', () => {
    for (const { address, tree } of pages) {
      const [policy] = selectAll('meta[http-equiv="content-security-policy"]', tree);
      const directives = Object.fromEntries(
        String(policy?.properties['content'])
          .split(';')
          .filter((directive) => directive.trim())
          .map((directive) => {
            const [name = '', ...values] = directive.trim().split(' ');
            return [name, values.filter((value) => !value.startsWith("'sha256-")).join(' ')];
          }),
      );
      expect({ address, ...directives }).toEqual({
        address,
        'default-src': "'self'",
        'base-uri': "'self'",
        'font-src': "'self'",
        'form-action': "'self'",
        'frame-src': "'none'",
        'img-src': "'self' data:",
        'object-src': "'none'",
        'require-trusted-types-for': "'script'",
        'script-src': "'self'",
        'style-src': "'self'",
        'trusted-types': "'none'",
        'worker-src': "'none'",
      });
    }
  });
});

describe('what a hostile author wrote', () => {
  test('stands in the page as text', () => {
    const page = pagesOf(hostile).find(({ address }) => address === '/works/injected/chapter-1/');
    expect(selectAll('#p1', page!.tree).filter((node) => matches('p', node))).toHaveLength(1);
    expect(page!.html.match(/hostile\(\)/g)!.length).toBeGreaterThan(10);
    expect(selectAll('[src="x"], [onerror], [onload], article textarea', page!.tree)).toEqual([]);
  });

  test('stays in its place in every other file', () => {
    const files = addressesOf(hostile).filter((address) => /\.(?:json|xml|bib|ris|md|webmanifest)$/.test(address));
    const read = (address: string) => readFileSync(join(root, hostile.out, address), 'utf8');
    expect(files.length).toBeGreaterThan(8);
    for (const file of files.filter((address) => /json$/.test(address))) JSON.parse(read(file));
    for (const file of files.filter((address) => address.endsWith('.xml'))) {
      const tags = selectAll('*', fromHtml(read(file), { fragment: true, space: 'svg' })).map(({ tagName }) => tagName);
      expect(tags.filter((tag) => ['script', 'img', 'svg'].includes(tag))).toEqual([]);
    }
    for (const file of files.filter((address) => address.endsWith('.ris')))
      expect(read(file).match(/^(?:TY|ER) {2}- /gm)).toEqual(['TY  - ', 'ER  - ']);
  });
});
