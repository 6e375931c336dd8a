import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mergeIndexes } from './index-merge.ts';
import { isSearched } from './indexable.ts';
import { type Indexer, Indexing } from './indexing.ts';

/** More pages than these are indexed in groups. */
const largestIndex = 2_000;
/** So many pages make a group, and those that follow of the same work. */
const groupSize = 1_000;
/** A work that is larger than so many groups is parted. */
const largestGroup = 2;

/**
 * Begins an index of so many pages, searched or not. The groups of a large one are kept in a folder `cache`, which holds
 * nothing else, and nothing that other code has made.
 */
export async function beginIndex(pages: number, cache: string): Promise<Indexer> {
  return pages > largestIndex ? new GroupedIndexing(cache, pages) : Indexing.begin(pages);
}

interface Page {
  url: string;
  html: string;
}

/**
 * The index of a large library in the making. Pagefind indexes groups of works, each in a process of its own, whose
 * memory is that of one group; a group whose pages have not changed is taken from the last build. The groups become one
 * index, since a browser that searched each of them would ask for five times as many files at 5,000 pages.
 */
export class GroupedIndexing implements Indexer {
  readonly #cache: string;
  readonly #size: number;
  /** Pages that are still to come. */
  #left: number;
  #pages: Page[] = [];
  /** Folders of the groups that are complete, in the order of their pages. */
  #groups: Promise<string[]> = Promise.resolve([]);

  /** An index of so many pages; `cache` as for `beginIndex`. */
  constructor(cache: string, pages: number, size = groupSize) {
    this.#cache = cache;
    this.#left = pages;
    this.#size = size;
  }

  /** Adds a page by its address, with its base; resolves when there is room for the next. */
  async add(url: string, html: string): Promise<void> {
    this.#left--;
    if (isSearched(html)) {
      if (this.#pages.length > 0 && this.#isComplete(this.#pages.at(-1)!.url, url)) await this.#close();
      this.#pages.push({ url, html });
    }
    // The last group need not wait until the index is written.
    if (this.#left === 0) await this.#close();
  }

  /** Whether the group ends with the page `last` where `url` comes next. */
  #isComplete(last: string, url: string): boolean {
    if (this.#pages.length >= largestGroup * this.#size || isOfWork(last) !== isOfWork(url)) return true;
    return this.#pages.length >= this.#size && workOf(last) !== workOf(url);
  }

  /** Writes the index into a folder; throws with every error that Pagefind has reported, here or before. */
  async write(folder: string): Promise<void> {
    await this.#close();
    const groups = await this.#groups;
    await mergeIndexes(groups, folder);
    const left = (await readdir(this.#cache)).map((name) => join(this.#cache, name));
    await Promise.all(left.filter((path) => !groups.includes(path)).map((path) => rm(path, { recursive: true })));
  }

  /** Has the pages so far indexed while others are collected; resolves when the group before them is done. */
  async #close(): Promise<void> {
    const before = this.#groups;
    const pages = this.#pages.splice(0);
    this.#groups = before.then(async (groups) => (pages.length > 0 ? [...groups, await this.#group(pages)] : groups));
    // It is awaited with the next group, or when the index is written.
    this.#groups.catch(() => undefined);
    await before;
  }

  /** The folder of a group, which is made unless the same pages were indexed before. */
  async #group(pages: Page[]): Promise<string> {
    const folder = join(this.#cache, keyOf(pages));
    if (existsSync(folder)) return folder;
    const index = await Indexing.begin(pages.length);
    for (const { url, html } of pages) await index.add(url, html);
    const unfinished = `${folder}.next`;
    await rm(unfinished, { recursive: true, force: true });
    await index.write(unfinished);
    await rename(unfinished, folder);
    return folder;
  }
}

/** The address of the work that a page belongs to; of a page of ours that of its kind. */
function workOf(url: string): string {
  return /^.*\/works\/[^/]+\/|^.*\/(?=[^/]+\/$)/.exec(url)?.[0] ?? url;
}

/** Pages of ours change with most edits, and are few: they make groups of their own. */
function isOfWork(url: string): boolean {
  return /\/works\/[^/]+\//.test(url);
}

function keyOf(pages: Page[]): string {
  const hash = createHash('sha256');
  for (const { url, html } of pages) hash.update(`${url}\0${html}\0`);
  return hash.digest('hex').slice(0, 32);
}
