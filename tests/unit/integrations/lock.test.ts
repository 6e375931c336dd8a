import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { claim } from '../../../src/integrations/lock.ts';

let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  lock = join(folder, 'new', '.dist.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a process claims a file, and may claim it again', () => {
  claim(lock);
  claim(lock);
  expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
});

test('a file that a running process holds is refused, and given once that process has died', async () => {
  const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(holder, 'spawn');
  claim(lock);
  writeFileSync(lock, String(holder.pid));
  expect(() => claim(lock)).toThrow(
    `Another build is at work here. Wait until it has ended; if process ${holder.pid} is no build, remove ${lock}.`,
  );
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  claim(lock);
  expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
});
