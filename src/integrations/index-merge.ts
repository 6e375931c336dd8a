import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { CborReader } from '../text/cbor.ts';
import { cborOf, listHead } from './cbor-writer.ts';
import { list, type Part, readParts, signature, unpacked, wordsIn } from './index-part.ts';
import { mergedWords } from './index-words.ts';

/** Files of words that are packed at once. */
const inFlight = 4;

/** So many bytes of words, unpacked, go into one file: Pagefind's own of a large library are as large. */
const fileSize = 80_000;

/**
 * Writes several indexes of Pagefind's into a folder as one, whose pages follow one another: what Pagefind would have
 * made of all pages at once, but for the bounds of its files. Of each index one file of words is in memory at a time.
 */
export async function mergeIndexes(folders: string[], target: string): Promise<void> {
  const parts = await readParts(folders);
  const [first] = parts;
  if (!first) return;
  for (const { folder } of parts) share(join(folder, 'fragment'), join(target, 'fragment'), () => true);
  share(first.folder, target, (file) => /\.(?:js|pagefind)$/.test(file));
  const [version, , , , sorts, fields] = first.meta;
  const pages = parts.flatMap(({ meta }) => meta[1]);
  const store = (path: (hash: string) => string, content: Buffer) => storeIn(target, first.language, path, content);
  const chunks = await storeWords(parts, store);
  const filters = await storeFilters(parts, store);
  const meta = cborOf([version, pages, chunks, filters, sorts, fields]);
  const hash = await store((name) => `pagefind.${name}.pf_meta`, meta);
  const [[code, language] = []] = Object.entries(first.entry.languages);
  const languages = { [code!]: { ...language, hash, page_count: pages.length } };
  await writeFile(join(target, list), JSON.stringify({ ...first.entry, languages }));
}

type Store = (path: (hash: string) => string, content: Buffer) => Promise<string>;

/** Writes a file as Pagefind does, packed and named by its content; gives the name. */
async function storeIn(target: string, language: string, path: (hash: string) => string, content: Buffer) {
  const hash = `${language}_${createHash('sha256').update(content).digest('hex').slice(0, 10)}`;
  const file = join(target, path(hash));
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, await promisify(gzip)(Buffer.concat([signature, content])));
  return hash;
}

/** Writes the words of all indexes; gives for each file its first word, as far as it tells it from others, and last. */
async function storeWords(parts: Part[], store: Store): Promise<[from: string, to: string, hash: string][]> {
  const files: Promise<[string, string, string]>[] = [];
  let words: { word: string; bytes: Buffer }[] = [];
  let size = 0;
  let last = '';
  const close = async () => {
    // Some files are packed while the next is put together.
    await files.at(-inFlight);
    const content = Buffer.concat([listHead(1), listHead(words.length), ...words.map(({ bytes }) => bytes)]);
    const from = beginning(words[0]!.word, last);
    const to = (last = words.at(-1)!.word);
    files.push(store((hash) => `index/${hash}.pf_index`, content).then((hash) => [from, to, hash]));
    words = [];
    size = 0;
  };
  for (const entry of mergedWords(parts.map((part) => ({ words: wordsIn(part), offset: part.offset })))) {
    if (words.length > 0 && size + entry.bytes.length > fileSize) await close();
    words.push(entry);
    size += entry.bytes.length;
  }
  if (words.length > 0) await close();
  return Promise.all(files);
}

/** The shortest beginning of a word that comes after another. */
function beginning(word: string, before: string): string {
  let length = 1;
  while (length < word.length && word.slice(0, length) <= before) length++;
  return word.slice(0, length);
}

async function storeFilters(parts: Part[], store: Store): Promise<[name: string, hash: string][]> {
  const filters = new Map<string, Map<string, number[]>>();
  for (const { folder, offset, meta } of parts)
    for (const [name, hash] of meta[3]) {
      const bytes = unpacked(await readFile(join(folder, `filter/${hash}.pf_filter`)));
      const [, found] = new CborReader(bytes).next() as [string, [string, number[]][]];
      const values = filters.get(name) ?? new Map<string, number[]>();
      filters.set(name, values);
      for (const [value, pages] of found)
        values.set(value, [...(values.get(value) ?? []), ...pages.map((page) => page + offset)]);
    }
  const names: [string, string][] = [];
  for (const [name, values] of filters)
    names.push([name, await store((hash) => `filter/${hash}.pf_filter`, cborOf([name, [...values]]))]);
  return names;
}

/** Links files of one folder into another, or copies them where that lies on another disk. */
function share(from: string, to: string, isMeant: (file: string) => boolean): void {
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from).filter(isMeant)) {
    const [source, copy] = [join(from, file), join(to, file)];
    try {
      linkSync(source, copy);
    } catch {
      copyFileSync(source, copy);
    }
  }
}
