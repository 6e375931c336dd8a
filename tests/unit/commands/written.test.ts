import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { writeTogether } from '../../../src/commands/written.ts';

const folder = () => mkdtemp(join(tmpdir(), 'written-'));

test('files are written together, in place of those that were there', async () => {
  const at = await folder();
  await writeFile(join(at, 'a.md'), 'old');
  await writeTogether(
    at,
    new Map([
      ['a.md', 'new'],
      ['b.md', 'two'],
    ]),
  );
  expect(await readdir(at)).toEqual(['a.md', 'b.md']);
  expect(await readFile(join(at, 'a.md'), 'utf8')).toBe('new');
});

test('where one cannot be written, none is, and nothing is left behind', async () => {
  const at = await folder();
  await writeFile(join(at, 'a.md'), 'old');
  await expect(
    writeTogether(
      at,
      new Map([
        ['a.md', 'new'],
        ['no/b.md', 'two'],
      ]),
    ),
  ).rejects.toThrow('ENOENT');
  expect(await readdir(at)).toEqual(['a.md']);
  expect(await readFile(join(at, 'a.md'), 'utf8')).toBe('old');
});

test('what an interrupted run has left is cleared away', async () => {
  const at = await folder();
  await mkdir(join(at, '.writing'));
  await writeFile(join(at, '.writing', 'half.md'), 'ha');
  await writeTogether(at, new Map([['a.md', 'one']]));
  expect(await readdir(at)).toEqual(['a.md']);
});
