import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compileInto, isLeft, shareOf } from '../../../src/library/compile-into.ts';
import { compile } from '../../../src/markdown/compile.ts';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'gloss-share-'))));
afterEach(() => rm(folder, { recursive: true }));

function documents(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    source: `---\ntitle: Theme ${index}\n---\nText ${index}.\n`,
    path: `themes/${index}.md`,
    base: '/',
    file: join(folder, `${index}.json`),
  }));
}

it('compiles each document of a share into its file', async () => {
  const share = shareOf(documents(3));
  compileInto(share);
  for (const { source, path, file } of share.documents)
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(compile(source, path));
});

it('leaves to others what they have begun with', async () => {
  const share = shareOf(documents(3));
  Atomics.add(share.begun, 0, 2);
  compileInto(share);
  expect(await readdir(folder)).toEqual(['2.json']);
});

it('is done with a share once', async () => {
  const share = shareOf(documents(3));
  expect(isLeft(share)).toBe(true);
  compileInto(share);
  expect(isLeft(share)).toBe(false);
  for (const { file } of share.documents) await rm(file);
  compileInto(share);
  expect(await readdir(folder)).toEqual([]);
});
