import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test, vi } from 'vitest';

import { receiptOf } from '../../../src/integrations/receipt.ts';
import { readFiles } from '../../../src/library/files.ts';

vi.mock('node:fs', { spy: true });

const content = resolve('content');
const files = globSync('**/*.*', { cwd: content }).map((path) => resolve(content, path));

/** The files of the content that are read, once for each time, in their order. */
function readBy(act: () => void): string[] {
  vi.mocked(readFileSync).mockClear();
  act();
  const read = vi.mocked(readFileSync).mock.calls.map(([path]) => String(path));
  return read.filter((path) => path.startsWith(content)).sort();
}

test('the content is read once to know whether it has changed, and once to be compiled', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(readBy(() => receiptOf(process.cwd(), resolve('.cache/none')))).toEqual(files.sort());
  expect(readBy(() => readFiles(content))).toEqual(files);
});
