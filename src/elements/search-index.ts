import { CborReader } from '../text/cbor.ts';
import { noPlaces, type Places } from './search-places.ts';
import { Words } from './search-words.ts';

/** The version of Pagefind whose files these lines read; `package.json` pins it. */
export const version = '1.5.2';

/** Gives the content of one of Pagefind's files, unpacked and without its signature. Rejects where there is none. */
export type Read = (path: string) => Promise<Uint8Array>;

/** A page as it is shown: its text, and where its elements with an id stand in it. */
export interface Fragment {
  url: string;
  content: string;
  anchors: { id: string; location: number }[];
  filters: Record<string, string[]>;
  meta: { title?: string };
}

/** The index was written by another version, or by another build than the page that asks. */
export class ForeignIndexError extends Error {}

/**
 * An index that Pagefind has written, read file by file as words ask for it. Pagefind's own script would do this too,
 * with 85 KB before the first word (measured: 72 of WebAssembly, 12 of script, 1 of lists), finds only pages that have
 * all the words and, of a phrase, one place a page; here every place of every word is at hand, and no WebAssembly is.
 */
export class SearchIndex {
  /** How many words each page has, by its number. */
  readonly lengths: number[];
  readonly #read: Read;
  readonly #hashes: string[];
  readonly #chunks: { from: string; hash: string }[];
  readonly #filters: Map<string, string>;
  readonly #fields: string[];
  readonly #words = new Map<string, Promise<Words>>();
  readonly #values = new Map<string, Promise<Map<string, Set<number>>>>();
  readonly #fragments = new Map<number, Promise<Fragment>>();

  /** Opens the index whose files `read` gives. Rejects as `read` does, and with a ForeignIndexError. */
  static async open(read: Read): Promise<SearchIndex> {
    const entry = JSON.parse(new TextDecoder().decode(await read('pagefind-entry.json'))) as Entry;
    const [language] = Object.values(entry.languages);
    if (entry.version !== version || !language) throw new ForeignIndexError(`Unexpected index of ${entry.version}`);
    return new SearchIndex(
      read,
      new CborReader(await read(`pagefind.${language.hash}.pf_meta`)).next() as unknown as Meta,
    );
  }

  constructor(read: Read, [, pages, chunks, filters, , fields]: Meta) {
    this.#read = read;
    this.lengths = pages.map(([, words]) => words);
    this.#hashes = pages.map(([hash]) => hash);
    this.#chunks = chunks.map(([from, , hash]) => ({ from, hash }));
    this.#filters = new Map(filters);
    this.#fields = fields;
  }

  /** Where a word, stemmed, stands in the library. */
  async places(stem: string): Promise<Places> {
    const hash = this.#hashFor(stem);
    return (hash === undefined ? undefined : (await this.#chunk(hash)).places(stem)) ?? noPlaces;
  }

  /** Whether the places of a word are at hand, or will be once those of another are. */
  isNear(stem: string, other: string): boolean {
    const hash = this.#hashFor(stem);
    return hash === undefined || hash === this.#hashFor(other) || this.#words.has(hash);
  }

  /** Pagefind cuts the first and the last word of a file to what tells it from its neighbours. */
  #hashFor(stem: string): string | undefined {
    return this.#chunks.findLast(({ from }) => from <= stem)?.hash;
  }

  /** The words that begin so, stemmed, at most `most` of them, the most frequent first. */
  async wordsFrom(beginning: string, most: number): Promise<string[]> {
    const first = this.#chunks.findLastIndex(({ from }) => from <= beginning);
    const chunks = await Promise.all(
      this.#chunks.slice(Math.max(first, 0), first + 2).map(({ hash }) => this.#chunk(hash)),
    );
    const found = chunks.flatMap((chunk) =>
      chunk.wordsFrom(beginning).map((word) => ({ word, frequency: chunk.places(word)?.pages.length ?? 0 })),
    );
    return found
      .sort((one, other) => other.frequency - one.frequency)
      .slice(0, most)
      .map(({ word }) => word);
  }

  /** The values of a filter, each with the pages that have it. */
  filter(name: string): Promise<Map<string, Set<number>>> {
    return remembered(this.#values, name, async () => {
      const hash = this.#filters.get(name);
      if (hash === undefined) return new Map<string, Set<number>>();
      const reader = new CborReader(await this.#read(`filter/${hash}.pf_filter`));
      const [, values] = reader.next() as unknown as FilterChunk;
      return new Map(values.map(([value, pages]) => [value, new Set(pages)]));
    });
  }

  /** A page by its number. */
  fragment(page: number): Promise<Fragment> {
    return remembered(this.#fragments, page, async () => {
      const bytes = await this.#read(`fragment/${this.#hashes[page]}.pf_fragment`);
      return JSON.parse(new TextDecoder().decode(bytes)) as Fragment;
    });
  }

  #chunk(hash: string): Promise<Words> {
    return remembered(
      this.#words,
      hash,
      async () => new Words(await this.#read(`index/${hash}.pf_index`), this.#fields),
    );
  }
}

/** What `make` gives for the key, made once; a failure is forgotten, so that it can be tried again. */
function remembered<K, V>(known: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> {
  const found = known.get(key);
  if (found) return found;
  const made = make();
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

interface Entry {
  version: string;
  languages: Record<string, { hash: string }>;
}
type Meta = [
  version: string,
  pages: [hash: string, words: number][],
  chunks: [from: string, to: string, hash: string][],
  filters: [name: string, hash: string][],
  sorts: unknown,
  fields: string[],
];
type FilterChunk = [name: string, values: [value: string, pages: number[]][]];
