import { mkdirSync, writeFileSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as service from 'pagefind';
import { indexable } from './indexable.ts';

/** What stands in a block and is not of its text: numbers in the margin, ways back, who quotes it. */
export const apparatus = ['.number', '[role="doc-backlink"]', 'details'];

/** Pages that Pagefind may have before it; more would wait in memory. */
const most = 32;

/**
 * Has Pagefind's allocator, jemalloc, keep in large pages what it was given: by its defaults it hands memory back after
 * each page of the site and is given it anew, which is a quarter of indexing (8.4 s of 1,000 pages against 6.2). With
 * one arena the most it holds is the same.
 */
const allocator = 'narenas:1,thp:always,dirty_decay_ms:-1,muzzy_decay_ms:-1';

/** An index in the making. Pagefind reads pages in a process of its own, in the order in which they are added. */
export class Indexing {
  readonly #index: service.PagefindIndex | undefined;
  readonly #errors: string[];
  readonly #reading: Promise<void>[] = [];

  private constructor({ index, errors }: Awaited<ReturnType<typeof service.createIndex>>) {
    this.#index = index;
    this.#errors = [...errors];
  }

  /** Starts an index of about so many pages. */
  static async begin(pages: number): Promise<Indexing> {
    process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(chunkSize(pages));
    process.env['_RJEM_MALLOC_CONF'] ??= allocator;
    return new Indexing(await service.createIndex({ excludeSelectors: apparatus }));
  }

  /** Adds a page by its address, with its base, and what gives its HTML; resolves when there is room for the next. */
  async add(url: string, html: () => string): Promise<void> {
    const content = indexable(html());
    if (content === undefined || !this.#index) return;
    this.#reading.push(this.#read(this.#index, url, content));
    if (this.#reading.length > most) await this.#reading.shift();
  }

  async #read(index: service.PagefindIndex, url: string, content: string): Promise<void> {
    const { errors } = await index.addHTMLFile({ url, content });
    this.#errors.push(...errors.map((error) => `${url}: ${error}`));
  }

  /** Writes the index into a folder; throws with every error that Pagefind has reported, here or before. */
  async write(folder: string): Promise<void> {
    try {
      await Promise.all(this.#reading);
      const built = await this.#index?.getFiles();
      this.#errors.push(...(built?.errors ?? []));
      if (this.#errors.length > 0) throw new Error(`Pagefind could not index the site:\n${this.#errors.join('\n')}`);
      writeIndex(built?.files ?? [], folder);
    } finally {
      await service.close();
    }
  }
}

/** What takes pages, with digests of their HTML, and writes an index of them. */
export interface Indexer {
  add(url: string, html: () => string, digest: string): Promise<void>;
  write(folder: string): Promise<void>;
}

/** Indexes the pages of a built site and writes the index to `pagefind/` in it; throws as `Indexing` does. */
export async function indexSite(folder: string): Promise<void> {
  const paths = (await Array.fromAsync(glob('**/*.html', { cwd: folder }))).sort();
  const indexing = await Indexing.begin(paths.length);
  for (const path of paths) {
    const url = `/${path.replaceAll('\\', '/').replace(/(?<=^|\/)index\.html$/, '')}`;
    const html = await readFile(join(folder, path), 'utf8');
    await indexing.add(url, () => html);
  }
  await indexing.write(join(folder, 'pagefind'));
}

/**
 * How many places of words go into one file of the index. Pagefind's 20,000 would have a reader of a small library
 * load a fifth of all words for each that is searched; in a large one smaller files would make their list too long.
 */
function chunkSize(pages: number): number {
  return Math.min(20_000, Math.max(2_000, pages * 2));
}

/** Written here and not by Pagefind, which dies without an answer when a disk is full; its own widgets are left out. */
function writeIndex(files: service.IndexFile[], folder: string): void {
  for (const { path, content } of files.filter(({ path }) => !/^pagefind-(.*ui|highlight)\./.test(path))) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
