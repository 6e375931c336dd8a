import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { requirePlace } from '../../../src/integrations/place.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gloss-place-'));
  for (const [folder, file] of [
    ['content', 'permalinks.json'],
    ['dist', 'index.html'],
    ['empty', undefined],
  ] as const) {
    mkdirSync(join(root, folder));
    if (file) writeFileSync(join(root, folder, file), '');
  }
});
afterEach(() => rmSync(root, { recursive: true }));

test.each(['dist', 'dist/', './dist', 'empty', 'new', 'dist/new'])('a site may be published to %s', (out) => {
  requirePlace(out, root);
});

test.each(['', '.', '..', '../dist', '/dist', 'dist/../..'])(
  'it is not published to %s, outside of the project',
  (out) => {
    expect(() => requirePlace(out, root)).toThrow('expected a folder inside of the project');
  },
);

test('it never takes the place of what is no site', () => {
  expect(() => requirePlace('content', root)).toThrow('Unexpected files in content');
});

test('it takes the place of no file', () => {
  expect(() => requirePlace('dist/index.html', root)).toThrow('Unexpected file dist/index.html');
});
