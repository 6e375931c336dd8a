import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { compress, shareCompressed, writeCompressed } from '../../../src/integrations/compression.ts';

let folder: string;
const page = '<p>It was on a dreary night of November</p>\n'.repeat(200);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compression-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('text has a .br and a .gz beside it that hold the same bytes', () => {
  mkdirSync(join(folder, 'works'));
  const path = join(folder, 'works', 'index.html');
  writeFileSync(path, page);
  compress(folder);
  expect(readFileSync(path, 'utf8')).toBe(page);
  expect(brotliDecompressSync(readFileSync(`${path}.br`)).toString()).toBe(page);
  expect(gunzipSync(readFileSync(`${path}.gz`)).toString()).toBe(page);
});

test('what is compressed already or too small to gain is left alone', () => {
  writeFileSync(join(folder, 'en.pf_fragment'), page);
  writeFileSync(join(folder, 'face.woff2'), page);
  writeFileSync(join(folder, 'small.txt'), 'Alas!');
  compress(folder);
  expect(readdirSync(folder).sort()).toEqual(['en.pf_fragment', 'face.woff2', 'small.txt']);
});

test('a file that has not changed shares what is compressed of it, and one that has does not', () => {
  const [last, next] = [join(folder, 'last'), join(folder, 'next')];
  for (const site of [last, next]) {
    mkdirSync(site);
    writeFileSync(join(site, 'same.html'), page);
    writeFileSync(join(site, 'changed.html'), `${page}${site}`);
    writeFileSync(join(site, 'longer.html'), page.repeat(site === next ? 2 : 1));
  }
  writeFileSync(join(next, 'new.html'), page);
  expect(compress(last)).toBe(3);
  expect(compress(next, last)).toBe(3);
  const inode = (site: string, name: string) => statSync(join(site, name)).ino;
  for (const ending of ['br', 'gz'])
    expect(inode(next, `same.html.${ending}`)).toBe(inode(last, `same.html.${ending}`));
  expect(brotliDecompressSync(readFileSync(join(next, 'changed.html.br'))).toString()).toBe(`${page}${next}`);
});

test('what is compressed already is not compressed again', () => {
  writeFileSync(join(folder, 'index.html'), page);
  expect([compress(folder), compress(folder)]).toEqual([1, 0]);
});

test('a file that is as it was is the same file in all its forms, or written again where one is gone', () => {
  const [last, next] = [join(folder, 'last.html'), join(folder, 'next.html')];
  writeCompressed(last, Buffer.from(page), join(folder, 'none.html'));
  shareCompressed(next, last);
  const inode = (path: string) => statSync(path).ino;
  for (const form of ['', '.br', '.gz']) expect(inode(next + form)).toBe(inode(last + form));
  rmSync(`${last}.gz`);
  const again = join(folder, 'again.html');
  shareCompressed(again, last);
  expect(inode(again)).not.toBe(inode(last));
  expect(gunzipSync(readFileSync(`${again}.gz`)).toString()).toBe(page);
});
