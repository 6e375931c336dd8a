import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';

import { runOnSave } from '../../../src/commands/watched.ts';

let stop: AbortController;
afterEach(() => stop.abort());

async function watching(task: () => Promise<void> = () => Promise.resolve()) {
  const folder = await mkdtemp(join(tmpdir(), 'watched-'));
  await mkdir(join(folder, 'essays'));
  await writeFile(join(folder, 'essays/a.md'), 'One.');
  stop = new AbortController();
  const runs = vi.fn(task);
  const ended = runOnSave(folder, runs, stop.signal);
  await vi.waitFor(() => expect(runs).toHaveBeenCalledTimes(1));
  return { folder, runs, ended };
}

test.each<[string, (folder: string) => Promise<void>]>([
  ['a file is written over', (folder) => writeFile(join(folder, 'essays/a.md'), 'Two.')],
  [
    'an editor puts a new file in the place of the old one',
    async (folder) => {
      await writeFile(join(folder, 'essays/.a.md.swp'), 'Two.');
      await rename(join(folder, 'essays/.a.md.swp'), join(folder, 'essays/a.md'));
    },
  ],
  ['a file is deleted', (folder) => rm(join(folder, 'essays/a.md'))],
  [
    'a folder comes with a file',
    async (folder) => {
      await mkdir(join(folder, 'works/new'), { recursive: true });
      await writeFile(join(folder, 'works/new/work.md'), 'New.');
    },
  ],
  [
    'a file is written in two halves',
    async (folder) => {
      await writeFile(join(folder, 'essays/a.md'), '---\ntit');
      await wait(20);
      await writeFile(join(folder, 'essays/a.md'), '---\ntitle: A\n---\n');
    },
  ],
])('it runs once more when %s', async (_, change) => {
  const { folder, runs } = await watching();
  await change(folder);
  await vi.waitFor(() => expect(runs).toHaveBeenCalledTimes(2), { timeout: 3000 });
  await wait(300);
  expect(runs).toHaveBeenCalledTimes(2);
});

test('a file in a new folder is watched as others are', async () => {
  const { folder, runs } = await watching();
  await mkdir(join(folder, 'works/new'), { recursive: true });
  await writeFile(join(folder, 'works/new/work.md'), 'New.');
  await vi.waitFor(() => expect(runs).toHaveBeenCalledTimes(2), { timeout: 3000 });
  await writeFile(join(folder, 'works/new/work.md'), 'Newer.');
  await vi.waitFor(() => expect(runs).toHaveBeenCalledTimes(3), { timeout: 3000 });
});

test('what changes during a run is run for once when it has ended', async () => {
  let release = () => {};
  const { folder, runs } = await watching(() => new Promise((resolve) => (release = resolve)));
  for (const text of ['Two.', 'Three.', 'Four.']) {
    await writeFile(join(folder, 'essays/a.md'), text);
    await wait(150);
  }
  expect(runs).toHaveBeenCalledTimes(1);
  release();
  await vi.waitFor(() => expect(runs).toHaveBeenCalledTimes(2));
  release();
  await wait(300);
  expect(runs).toHaveBeenCalledTimes(2);
});

test('it ends when it is told to, and runs no more', async () => {
  const { folder, runs, ended } = await watching();
  stop.abort();
  await ended;
  await writeFile(join(folder, 'essays/a.md'), 'Two.');
  await wait(300);
  expect(runs).toHaveBeenCalledTimes(1);
});

test('a folder that is not there is refused', async () => {
  stop = new AbortController();
  await expect(runOnSave('/nowhere/at/all', () => Promise.resolve(), stop.signal)).rejects.toThrow('ENOENT');
});
