import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { forgetOldCode } from '../../../src/integrations/code-cache.ts';

test('code that was kept longer than a month ago is removed, and no other', () => {
  const folder = mkdtempSync(join(tmpdir(), 'code-'));
  mkdirSync(join(folder, 'v26'));
  const now = Date.now();
  for (const days of [0, 29, 31]) {
    const file = join(folder, 'v26', String(days));
    writeFileSync(file, 'code');
    utimesSync(file, new Date(now), new Date(now - days * 86_400_000));
  }
  forgetOldCode(folder, now);
  expect(readdirSync(join(folder, 'v26')).sort()).toEqual(['0', '29']);
  expect(() => forgetOldCode(join(folder, 'absent'))).not.toThrow();
  rmSync(folder, { recursive: true });
});
