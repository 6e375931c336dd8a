import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { compress } from '../../../src/integrations/compression.ts';

let folder: string;
const page = '<p>It was on a dreary night of November</p>\n'.repeat(200);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compression-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('text has a .br and a .gz beside it that hold the same bytes', async () => {
  mkdirSync(join(folder, 'works'));
  const path = join(folder, 'works', 'index.html');
  writeFileSync(path, page);
  await compress(folder);
  expect(readFileSync(path, 'utf8')).toBe(page);
  expect(brotliDecompressSync(readFileSync(`${path}.br`)).toString()).toBe(page);
  expect(gunzipSync(readFileSync(`${path}.gz`)).toString()).toBe(page);
});

test('what is compressed already or too small to gain is left alone', async () => {
  writeFileSync(join(folder, 'en.pf_fragment'), page);
  writeFileSync(join(folder, 'face.woff2'), page);
  writeFileSync(join(folder, 'small.txt'), 'Alas!');
  await compress(folder);
  expect(readdirSync(folder).sort()).toEqual(['en.pf_fragment', 'face.woff2', 'small.txt']);
});
