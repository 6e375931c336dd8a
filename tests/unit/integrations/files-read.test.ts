import { appendFileSync, cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

import { receiptOf } from '../../../src/integrations/receipt.ts';
import { readFiles } from '../../../src/library/files.ts';

vi.mock('node:fs', { spy: true });

const content = mkdtempSync(join(tmpdir(), 'read-'));
cpSync('content', content, { recursive: true });
const files = globSync('**/*.*', { cwd: content }).map((path) => join(content, path));
afterAll(() => rmSync(content, { recursive: true }));

/** The files of the content that are read, once for each time, in their order. */
function readBy(act: () => void): string[] {
  vi.mocked(readFileSync).mockClear();
  act();
  const read = vi.mocked(readFileSync).mock.calls.map(([path]) => String(path));
  return read.filter((path) => path.startsWith(content)).sort();
}

test('the content is read once to know whether it has changed, and once, but for the ledger, to be compiled', () => {
  vi.stubEnv('CONTENT', content);
  expect(files.length).toBeGreaterThan(100);
  expect(readBy(() => receiptOf(process.cwd(), join(content, 'site')))).toEqual(files.sort());
  expect(readBy(() => readFiles(content))).toEqual(files.filter((file) => file !== join(content, 'permalinks.json')));
});

test('after a save the file that was saved is read, and of the others pictures alone', () => {
  const before = readFiles(content);
  const path = [...before.sources.keys()][7]!;
  appendFileSync(join(content, path), '\nOne more line.\n');
  let after = before;
  const read = readBy(() => (after = readFiles(content, before)));
  expect(read.filter((file) => !file.endsWith('.svg'))).toEqual([join(content, path)]);
  expect(after.sources.get(path)).toBe(`${before.sources.get(path)!}\nOne more line.\n`);
  expect({ ...after, sources: after.sources.size, versions: 0 }).toEqual({
    ...before,
    sources: before.sources.size,
    versions: 0,
  });
});
