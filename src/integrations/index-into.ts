import { readFileSync } from 'node:fs';
import { beginIndex } from './index-groups.ts';
import type { Indexer } from './indexing.ts';

/** A page of a site to index. */
export interface Searchable {
  /** Address with the base. */
  url: string;
  /** A digest of its HTML. */
  digest: string;
  /** Its HTML, or the path of the file that holds it. */
  html: Uint8Array<ArrayBuffer> | string;
}

// A thread makes one index, and does what it is given in that order, whatever it has to wait for meanwhile.
let index: Indexer | undefined;
let done: Promise<void> | undefined;

/** Begins the index of a site of so many pages; `cache` is a folder for its groups alone. */
export function begin({ pages, cache }: { pages: number; cache: string }): Promise<void> {
  return then(async () => {
    index = await beginIndex(pages, cache);
  });
}

/** Adds pages, which are to be parted into groups in this order; resolves when there is room for more. */
export function add(pages: Searchable[]): Promise<void> {
  return then(async () => {
    for (const { url, html, digest } of pages) {
      const text = () => new TextDecoder().decode(typeof html === 'string' ? readFileSync(html) : html);
      await index!.add(url, text, digest);
    }
  });
}

/** Writes the index into a folder; throws as `Indexing` does. */
export function write(folder: string): Promise<void> {
  return then(() => index!.write(folder));
}

function then(step: () => Promise<void>): Promise<void> {
  done = done ? done.then(step) : step();
  return done;
}
