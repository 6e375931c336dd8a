import { readFileSync } from 'node:fs';
import { beginIndex } from './index-groups.ts';
import type { Indexer } from './indexing.ts';

/** A page of a site to index. */
export interface Searchable {
  /** Address with the base. */
  url: string;
  /** Its HTML, or the path of the file that holds it. */
  html: Uint8Array<ArrayBuffer> | string;
}

// A thread makes one index.
let index: Indexer | undefined;

/** Begins the index of a site of so many pages; `cache` is a folder for its groups alone. */
export async function begin({ pages, cache }: { pages: number; cache: string }): Promise<void> {
  index = await beginIndex(pages, cache);
}

/** Adds pages, which are to be parted into groups in this order; resolves when there is room for more. */
export async function add(pages: Searchable[]): Promise<void> {
  for (const { url, html } of pages) {
    const bytes = typeof html === 'string' ? readFileSync(html) : html;
    await index!.add(url, new TextDecoder().decode(bytes));
  }
}

/** Writes the index into a folder; throws as `Indexing` does. */
export async function write(folder: string): Promise<void> {
  await index!.write(folder);
}
