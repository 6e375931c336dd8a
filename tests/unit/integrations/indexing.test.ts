import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as service from 'pagefind';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { indexSite } from '../../../src/integrations/indexing.ts';

vi.mock('pagefind', { spy: true });

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pagefind-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, body: string): void {
  mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(
    join(folder, path, 'index.html'),
    `<html lang="en"><head><title>T</title></head><body>${body}</body></html>`,
  );
}

/** What the index holds of each page, in Pagefind's own format after its signature. */
function fragments(): { url: string; content: string }[] {
  const fragment = join(folder, 'pagefind', 'fragment');
  return readdirSync(fragment).map((name) => {
    const stored = gunzipSync(readFileSync(join(fragment, name))).toString();
    return JSON.parse(stored.slice('pagefind_dcd'.length)) as { url: string; content: string };
  });
}

test('only the article of a page is indexed, and its words run on past the marks of notes', async () => {
  const reference = '<a aria-label="Note on “x > y”" role="doc-noteref" href="#fn-a" id="fnref-a"></a>';
  write(
    'works/x',
    `<nav>Menu</nav><article data-pagefind-body><p>of Novem${reference}ber${reference}, that I</p></article>`,
  );
  write('about', '<p>Not an article</p>');
  await indexSite(folder);
  expect(fragments()).toMatchObject([{ url: '/works/x/', content: 'of November, that I.' }]);
});

test('the index is written without the widgets that come with it', async () => {
  write('', '<article data-pagefind-body>Text</article>');
  await indexSite(folder);
  const scripts = readdirSync(join(folder, 'pagefind')).filter((name) => /\.(css|js)$/.test(name));
  expect(scripts.sort()).toEqual(['pagefind-worker.js', 'pagefind.js']);
});

test('an index that cannot be written is an error', async () => {
  write('', '<article data-pagefind-body>Text</article>');
  writeFileSync(join(folder, 'pagefind'), 'a file where the index should be written');
  await expect(indexSite(folder)).rejects.toThrow('EEXIST');
});

test('every error that Pagefind reports is thrown, with its page', async () => {
  write('a', '<article data-pagefind-body>A</article>');
  write('b', '<article data-pagefind-body>B</article>');
  const index = {
    addHTMLFile: () => ({ errors: ['Unreadable'] }),
    getFiles: () => ({ errors: ['No index'], files: [] }),
  };
  vi.spyOn(service, 'createIndex').mockResolvedValue({ errors: [], index: index as never });
  await expect(indexSite(folder)).rejects.toThrow(
    'Pagefind could not index the site:\n/a/: Unreadable\n/b/: Unreadable\nNo index',
  );
});
