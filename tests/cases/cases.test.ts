import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { checkContent } from '../../src/library/check.ts';
import { faultCodes } from '../../src/markdown/fault.ts';

const here = import.meta.dirname;
const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const codes = folders.map((folder) => folder.name);

test.each(codes)('%s', (code) => {
  // What is published is held to the ledger where there is one, and where there should be.
  const ledger = code === 'ledger-missing' || existsSync(join(here, code, 'content/permalinks.json'));
  const { faults, report } = checkContent(join(here, code, 'content'), { ledger });
  const expected = join(here, code, 'expected.txt');
  if (process.env['UPDATE']) writeFileSync(expected, `${report}\n`);
  expect(`${report}\n`).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
  expect(new Set(faults.map((fault) => fault.code))).toContain(code);
});

/** Tested with documents in memory: the files could not be checked out on every disk, or are too long. */
const elsewhere = ['file-too-long', 'slug-taken'];

test('every code of a fault has a case, and every case a code', () => {
  expect([...codes, ...elsewhere].sort()).toEqual(Object.keys(faultCodes).sort());
});
