import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** What a build was made of and what it made: where both are as they were, building again would change nothing. */
export interface Receipt {
  /** Digest of every file and variable that a build reads. */
  inputs: string;
  /** Digest of the names, sizes and times of the files that it published. */
  outputs: string;
}

/** Every variable of the environment that decides what is built. */
export const variables = ['BASE', 'CARDS', 'CONTACT', 'CONTENT', 'OUT', 'SITE'];

const sources = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'public', 'src'];

/** The receipt that a build of the project in `root`, published to `site`, would be given as things are. */
export async function receiptOf(root: string, site: string): Promise<Receipt> {
  const inputs = createHash('sha256').update(process.version);
  for (const name of variables) inputs.update(`\0${name}=${process.env[name] ?? ''}`);
  for (const name of [...sources, process.env['CONTENT'] ?? 'content'])
    for (const path of await filesOf(resolve(root, name))) inputs.update(`\0${path}\0`).update(await readFile(path));
  const outputs = createHash('sha256');
  for (const path of await filesOf(site)) {
    const { size, mtimeMs } = await stat(path);
    outputs.update(`${path}\0${size}\0${mtimeMs}\0`);
  }
  return { inputs: inputs.digest('hex'), outputs: outputs.digest('hex') };
}

/** Whether a receipt is the one that was kept in `file`. */
export async function isKept(file: string, { inputs, outputs }: Receipt): Promise<boolean> {
  if (!existsSync(file)) return false;
  const kept = JSON.parse(await readFile(file, 'utf8')) as Receipt;
  return kept.inputs === inputs && kept.outputs === outputs;
}

export async function keepReceipt(file: string, receipt: Receipt): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(receipt));
}

/** The files at a path, in one order: itself, those below it, or none where it is not there. */
async function filesOf(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}
