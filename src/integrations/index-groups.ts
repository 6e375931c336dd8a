import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { mergeIndexes } from './index-merge.ts';
import { type Indexer, Indexing } from './indexing.ts';

/** More pages than these are indexed in groups. */
const largestIndex = 2_000;
/** So many pages make a group, and those that follow of the same work. */
const groupSize = 500;
/** A work that is larger than so many groups is parted. */
const largestGroup = 2;
/** Pages that Pagefind may be behind, so that rendering goes on while it writes a group; more would fill the memory. */
const mostBehind = 1_000;

/**
 * Begins an index of about so many pages. The groups of a large one are kept in a folder `cache`, which holds
 * nothing else, and nothing that other code has made.
 */
export async function beginIndex(pages: number, cache: string): Promise<Indexer> {
  return pages > largestIndex ? new GroupedIndexing(cache) : Indexing.begin(pages);
}

interface Page {
  url: string;
  html: () => string;
}

/** Pages that are indexed together. */
interface Group {
  /** The digest of them that names it. */
  key: Hash;
  count: number;
  /** Address of the last one. */
  last: string;
  /** Those that wait until the group is complete, since it may have been indexed before. */
  waiting: Page[];
}

/**
 * The index of a large library in the making. Pagefind indexes groups of works, each in a process of its own, whose
 * memory is that of one group; a group whose pages have not changed is taken from the last build. The groups become one
 * index, since a browser that searched each of them would ask for five times as many files at 5,000 pages.
 */
export class GroupedIndexing implements Indexer {
  readonly #cache: string;
  readonly #size: number;
  /** Whether groups were kept, so that it is worth waiting whether one is the same. */
  readonly #hasKept: boolean;
  #group: Group | undefined;
  /** Folders of the groups that are complete, in the order of their pages. */
  readonly #folders: string[] = [];
  /** What Pagefind does, one thing after the other. */
  #work: Promise<void> = Promise.resolve();
  /** The pages that it was given; each resolves when Pagefind has come to it. */
  readonly #handed: Promise<void>[] = [];
  /** The index of the group that Pagefind is at. */
  #index: Indexing | undefined;

  /** `cache` as for `beginIndex`. */
  constructor(cache: string, size = groupSize) {
    this.#cache = cache;
    this.#size = size;
    this.#hasKept = existsSync(cache);
  }

  /** Adds a page by its address, with its base; its HTML is asked for if its group was not indexed before. */
  async add(url: string, html: () => string, digest: string): Promise<void> {
    if (this.#group && this.#isComplete(this.#group, url)) this.#close(this.#group);
    this.#group ??= { key: createHash('sha256'), count: 0, last: url, waiting: [] };
    this.#group.key.update(`${url}\0${digest}\0`);
    this.#group.count++;
    this.#group.last = url;
    if (this.#hasKept) this.#group.waiting.push({ url, html });
    else this.#hand({ url, html });
    while (this.#handed.length > mostBehind) await this.#handed.shift();
  }

  /** Writes the index into a folder; throws with every error that Pagefind has reported, here or before. */
  async write(folder: string): Promise<void> {
    if (this.#group) this.#close(this.#group);
    await this.#work;
    await mergeIndexes(this.#folders, folder);
    const left = readdirSync(this.#cache).map((name) => join(this.#cache, name));
    for (const path of left) if (!this.#folders.includes(path)) rmSync(path, { recursive: true });
  }

  /** Whether a group ends where `url` comes next. */
  #isComplete({ count, last }: Group, url: string): boolean {
    if (count >= largestGroup * this.#size || isOfWork(last) !== isOfWork(url)) return true;
    return count >= this.#size && workOf(last) !== workOf(url);
  }

  /** Has a group kept, which is indexed unless the same pages were indexed before. */
  #close({ key, waiting }: Group): void {
    this.#group = undefined;
    const folder = join(this.#cache, key.digest('hex').slice(0, 32));
    this.#folders.push(folder);
    if (existsSync(folder)) return;
    for (const page of waiting) this.#hand(page);
    this.#then(async () => {
      const unfinished = `${folder}.next`;
      rmSync(unfinished, { recursive: true, force: true });
      await this.#index!.write(unfinished);
      renameSync(unfinished, folder);
      this.#index = undefined;
    });
  }

  #hand({ url, html }: Page): void {
    this.#then(async () => {
      this.#index ??= await Indexing.begin(this.#size);
      await this.#index.add(url, html);
    });
    this.#handed.push(this.#work);
  }

  #then(step: () => Promise<void>): void {
    this.#work = this.#work.then(step);
    // It is awaited when the index is written, or before.
    this.#work.catch(() => undefined);
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
