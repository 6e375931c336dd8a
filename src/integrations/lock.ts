import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Claims a file for this process until it exits, so that two builds never write to one folder. Throws a LockedError
 * when another process that is still running holds it; one that died holds nothing.
 */
export function claim(file: string): void {
  const holder = holderOf(file);
  if (holder !== undefined && isRunning(holder)) {
    throw new LockedError(
      `Another build is at work here. Wait until it has ended; if process ${holder} is no build, remove ${file}.`,
    );
  }
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  writeFileSync(file, String(process.pid), { flag: 'wx' });
  process.once('exit', () => rmSync(file, { force: true }));
}

function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Says who holds a file, and what to do. */
export class LockedError extends Error {
  override name = 'LockedError';
}
