import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes files into a folder, all or none: they are written into a hidden folder beside and moved into place at the end,
 * so that one who interrupts finds no half of a file. What an interrupted run has left is cleared away.
 */
export async function writeTogether(folder: string, files: Map<string, string>): Promise<void> {
  const stage = join(folder, '.writing');
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { recursive: true });
  try {
    for (const [name, text] of files) await writeFile(join(stage, name), text);
    for (const name of files.keys()) await rename(join(stage, name), join(folder, name));
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** Whether there is a file or folder. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
