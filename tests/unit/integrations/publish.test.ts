import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type AstroIntegration } from 'astro';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { publish } from '../../../src/integrations/publish.ts';

// Inside the project, where Astro finds its own modules.
const cache = resolve(import.meta.dirname, '../../../.cache/test');
let root: string;

beforeEach(() => {
  mkdirSync(cache, { recursive: true });
  root = mkdtempSync(join(cache, 'publish-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Builds a site of one page, by this source, with further integrations before the publishing. */
async function buildSite(page: string, integrations: AstroIntegration[] = [], base = '/'): Promise<void> {
  mkdirSync(join(root, 'src/pages'), { recursive: true });
  writeFileSync(join(root, 'src/pages/index.astro'), page);
  await build({ root, base, configFile: false, logLevel: 'silent', integrations: [...integrations, publish()] });
}

/** Every file of the published site with its bytes. */
function published(): Record<string, string> {
  const entries = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [file.slice(root.length), readFileSync(file, 'base64')]));
}

function beside(): string[] {
  return readdirSync(root).filter((name) => name.startsWith('.dist') && !name.endsWith('.lock'));
}

test('a build that succeeds is published whole, with nothing left beside it', async () => {
  await buildSite(`<p>${'First. '.repeat(300)}</p>`);
  expect(Object.keys(published()).sort()).toEqual(['/dist/index.html', '/dist/index.html.br', '/dist/index.html.gz']);
  expect(beside()).toEqual([]);
});

test('a site that is built under a path says so to whoever serves it', async () => {
  await buildSite('<p>First</p>', [], '/gloss/');
  expect(readFileSync(join(root, 'dist/.base'), 'utf8')).toBe('/gloss/');
});

test('a page that throws leaves the last site byte for byte', async () => {
  await buildSite('<p>First</p>');
  const before = published();
  await expect(buildSite("---\nthrow new Error('A fault in the content');\n---\n")).rejects.toThrow(
    'A fault in the content',
  );
  expect(published()).toEqual(before);
});

test('an integration that fails on the built pages leaves the last site byte for byte, and the next build succeeds', async () => {
  await buildSite('<p>First</p>');
  const before = published();
  const failing: AstroIntegration = {
    name: 'failing',
    hooks: { 'astro:build:done': () => Promise.reject(new Error('No index')) },
  };
  await expect(buildSite('<p>Second</p>', [failing])).rejects.toThrow('No index');
  expect(published()).toEqual(before);
  await buildSite('<p>Third</p>');
  expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toContain('Third');
  expect(beside()).toEqual([]);
});
