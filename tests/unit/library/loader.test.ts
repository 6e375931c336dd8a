import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { beginAhead } from '../../../src/library/compilation.ts';
import { contentLoader } from '../../../src/library/loader.ts';
import { ended, type Stored } from '../../../src/library/stored.ts';
import { compile } from '../../../src/markdown/compile.ts';
import { shelf } from './sources.ts';

let folder: string;
let store: Map<string, { id: string; data: unknown; digest: string }>;
let said: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gloss-loader-'));
  store = new Map();
  said = [];
  for (const [path, source] of Object.entries(shelf)) await write(path, source);
});
afterEach(() => rm(folder, { recursive: true }));

async function write(path: string, source: string) {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), source);
}

const root = resolve(import.meta.dirname, '../../..');

async function load(base = '/') {
  const context = {
    store: {
      get: (id: string) => store.get(id),
      set: (entry: { id: string; data: unknown; digest: string }) => Boolean(store.set(entry.id, entry)),
      delete: (id: string) => store.delete(id),
      keys: () => [...store.keys()],
    },
    logger: { info: (line: string) => said.push(line) },
    config: {
      base,
      root: pathToFileURL(`${root}/`),
      cacheDir: pathToFileURL(join(folder, '.cache/')),
    },
    generateDigest: (text: string) => text,
  };
  await contentLoader(folder).load(context as never);
  await ended();
}

async function compiled(path: string): Promise<unknown> {
  return JSON.parse(await readFile((store.get(path)!.data as Stored).file, 'utf8'));
}

it('keeps each document in a file of its own, as it was compiled', async () => {
  await load();
  for (const [path, source] of Object.entries(shelf)) expect(await compiled(path)).toEqual(compile(source, path));
});

it('gives the same documents when there are enough for threads', async () => {
  const themes = Array.from({ length: 60 }, (_, index) => `themes/number-${index}.md`);
  for (const path of themes) await write(path, `${shelf['themes/guilt.md']}\nOf ${path}.\n`);
  await load();
  for (const path of themes)
    expect(await compiled(path)).toEqual(compile(`${shelf['themes/guilt.md']}\nOf ${path}.\n`, path));
});

it('compiles every document once, and none again when nothing has changed', async () => {
  await load();
  await load();
  expect(said).toEqual(['Compiled 6 of 6 documents.', 'Compiled 0 of 6 documents.']);
});

it('compiles again what has changed, and forgets what was deleted or renamed', async () => {
  await load();
  await write('themes/guilt.md', `${shelf['themes/guilt.md']}\nMore.\n`);
  await rm(join(folder, 'essays/grey.md'));
  await write('essays/green.md', shelf['essays/grey.md']!);
  await load();
  expect(said[1]).toBe('Compiled 2 of 6 documents.');
  expect([...store.keys()].filter((id) => id.startsWith('essays/'))).toEqual(['essays/green.md']);
  expect(await readdir(join(folder, '.cache/documents'))).toHaveLength(6);
});

it('compiles everything again under another base', async () => {
  await load();
  await load('/gloss/');
  expect(said[1]).toBe('Compiled 6 of 6 documents.');
});

it('stores faults of files instead of throwing them', async () => {
  await writeFile(join(folder, 'themes/latin.md'), Buffer.from([0x2d, 0xe9, 0x0a]));
  await load();
  expect(store.get('content')?.data).toMatchObject({
    faults: [{ code: 'invalid-utf-8', file: 'content/themes/latin.md', line: 1, column: 2 }],
  });
});

it('takes what was begun ahead, once and for the same site', async () => {
  beginAhead({ root, content: folder, base: '/', cache: join(folder, '.cache') });
  await write('works/book/chapter-1.md', shelf['works/book/chapter-1.md']!.replaceAll('night', 'day'));
  await load();
  const before = await compiled('works/book/chapter-1.md');
  await load();
  expect(await compiled('works/book/chapter-1.md')).not.toEqual(before);
  beginAhead({ root, content: folder, base: '/gloss/', cache: join(folder, '.cache') });
  await write('works/book/chapter-1.md', shelf['works/book/chapter-1.md']!);
  await load();
  expect(await compiled('works/book/chapter-1.md')).toEqual(before);
});
