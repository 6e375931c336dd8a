import { createHash, type Hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What a build was made of and what it made. */
export interface Receipt {
  /** Digest of the code, and of every variable of the environment, that decides what is made of the content. */
  code: string;
  content: string;
  /** Digest of the names, sizes and times of the files that were published. */
  site: string;
}

/** Every variable of the environment that decides what is built. */
export const variables = ['BASE', 'CARDS', 'CONTACT', 'CONTENT', 'OUT', 'SITE'];

const sources = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'public', 'src'];

/** The receipt that a build of the project in `root`, published to `site`, would be given as things are. */
export function receiptOf(root: string, site: string): Receipt {
  const code = createHash('sha256').update(process.version);
  for (const name of variables) code.update(`\0${name}=${process.env[name] ?? ''}`);
  for (const name of sources) updateBy(code, resolve(root, name));
  const content = createHash('sha256');
  updateBy(content, resolve(root, process.env['CONTENT'] ?? 'content'));
  return { code: code.digest('hex'), content: content.digest('hex'), site: digestOf(site) };
}

/** The part of a receipt that says what was published to `site`. */
export function digestOf(site: string): string {
  const files = createHash('sha256');
  for (const path of filesOf(site)) {
    const { size, mtimeMs } = statSync(path);
    files.update(`${path}\0${size}\0${mtimeMs}\0`);
  }
  return files.digest('hex');
}

/** The receipt that was kept in `file`, if any. */
export function keptReceipt(file: string): Partial<Receipt> {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Receipt) : {};
}

export function keepReceipt(file: string, receipt: Receipt): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(receipt));
}

function updateBy(digest: Hash, path: string): void {
  for (const file of filesOf(path)) digest.update(`\0${file}\0`).update(readFileSync(file));
}

/** The files at a path, in one order: itself, those below it, or none where it is not there. */
function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}
