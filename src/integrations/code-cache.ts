import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** So long V8's code is kept, in milliseconds: thirty days. */
const longest = 30 * 24 * 60 * 60 * 1000;

/**
 * Removes from a folder what V8 has kept of code for a month. What is still in use is made again, in a second; but every
 * build leaves the code of its own pages there, which no other has, and nobody else takes it away.
 */
export function forgetOldCode(folder: string, now = Date.now()): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const kept = entry.isFile() && statSync(file, { throwIfNoEntry: false });
    if (kept && now - kept.mtimeMs > longest) rmSync(file, { force: true });
  }
}
