import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { publicationOf, repair, swap, type Publication } from '../../../src/integrations/publication.ts';

let folder: string;
let publication: Publication;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'publication-'));
  publication = publicationOf(join(folder, 'dist'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Makes a site of one page in a folder. */
function write(path: string, page: string): void {
  mkdirSync(path);
  writeFileSync(join(path, 'index.html'), page);
}

/** The folders that stand, each with the page that it holds. */
function standing(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name, 'index.html'), 'utf8')]),
  );
}

test('a first site is published', async () => {
  write(publication.next, 'new');
  await swap(publication);
  expect(standing()).toEqual({ dist: 'new' });
});

test('the next site takes the place of the published one', async () => {
  write(publication.site, 'old');
  write(publication.next, 'new');
  await swap(publication);
  expect(standing()).toEqual({ dist: 'new' });
});

test('a swap that fails puts the published site back', async () => {
  write(publication.site, 'old');
  await expect(swap(publication)).rejects.toThrow('ENOENT');
  expect(standing()).toEqual({ dist: 'old' });
});

test('a build cut short before the swap leaves the published site', async () => {
  write(publication.site, 'old');
  write(publication.next, 'half of new');
  await repair(publication);
  expect(standing()).toEqual({ dist: 'old', '.dist.next': 'half of new' });
});

test('a swap cut short between its renames is finished', async () => {
  write(publication.last, 'old');
  write(publication.next, 'new');
  await repair(publication);
  expect(standing()).toEqual({ dist: 'new' });
});

test('a swap cut short after its renames is tidied', async () => {
  write(publication.site, 'new');
  write(publication.last, 'old');
  await repair(publication);
  expect(standing()).toEqual({ dist: 'new' });
});

test('the last site returns where neither of the others stands', async () => {
  write(publication.last, 'old');
  await repair(publication);
  expect(standing()).toEqual({ dist: 'old' });
});

test('where nothing was published there is nothing to repair', async () => {
  await repair(publication);
  expect(standing()).toEqual({});
});
