import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CborReader, type Value } from '../text/cbor.ts';
import { wordsOf, type Entry } from './index-words.ts';

/** What stands before the content of each of Pagefind's files. */
export const signature = Buffer.from('pagefind_dcd');
/** The file that names the others. */
export const list = 'pagefind-entry.json';

/** An index that Pagefind has written, and the number that its first page gets. */
export interface Part {
  folder: string;
  offset: number;
  language: string;
  entry: { languages: Record<string, { hash: string }> };
  meta: Meta;
}

type Meta = [
  version: string,
  pages: [hash: string, words: number][],
  chunks: [from: string, to: string, hash: string][],
  filters: [name: string, hash: string][],
  sorts: Value[],
  fields: string[],
];

/** Reads what several indexes say of themselves; throws where their fields are not the same, since words name them by number. */
export async function readParts(folders: string[]): Promise<Part[]> {
  const parts: Part[] = [];
  let offset = 0;
  for (const folder of folders) {
    const entry = JSON.parse(await readFile(join(folder, list), 'utf8')) as Part['entry'];
    const [{ hash } = { hash: '' }] = Object.values(entry.languages);
    const meta = new CborReader(unpacked(await readFile(join(folder, `pagefind.${hash}.pf_meta`)))).next() as Meta;
    const fields = parts[0]?.meta[5] ?? meta[5];
    if (String(meta[5]) !== String(fields))
      throw new Error(`Unexpected fields ${String(meta[5])}, expected ${String(fields)}`);
    parts.push({ folder, offset, language: hash.replace(/_[^_]*$/, ''), entry, meta });
    offset += meta[1].length;
  }
  return parts;
}

/** The content of one of Pagefind's files. */
export function unpacked(file: Uint8Array): Uint8Array {
  return gunzipSync(file).subarray(signature.length);
}

/** The words of an index in their order, read file by file. */
export function* wordsIn({ folder, meta: [, , chunks] }: Part): Generator<Entry> {
  for (const [, , hash] of chunks) yield* wordsOf(unpacked(readFileSync(join(folder, `index/${hash}.pf_index`))));
}
