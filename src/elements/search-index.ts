import { decode } from './search-cbor.ts';

/** The version of Pagefind whose files these lines read; `package.json` pins it. */
export const version = '1.5.2';

/** Gives the content of one of Pagefind's files, unpacked and without its signature. Rejects where there is none. */
export type Read = (path: string) => Promise<Uint8Array>;

/** Where a word stands in one page. */
export interface Place {
  page: number;
  /** Numbers of words from the start of the page, ascending. */
  at: number[];
  /** What else of the page has it: `title`, `summary`, `author`, `about` (names of works, themes and terms). */
  fields: string[];
}

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
  readonly #words = new Map<string, Promise<Map<string, Place[]>>>();
  readonly #values = new Map<string, Promise<Map<string, Set<number>>>>();
  readonly #fragments = new Map<number, Promise<Fragment>>();

  /** Opens the index whose files `read` gives. Rejects as `read` does, and with a ForeignIndexError. */
  static async open(read: Read): Promise<SearchIndex> {
    const entry = JSON.parse(new TextDecoder().decode(await read('pagefind-entry.json'))) as Entry;
    const [language] = Object.values(entry.languages);
    if (entry.version !== version || !language) throw new ForeignIndexError(`Unexpected index of ${entry.version}`);
    return new SearchIndex(read, decode(await read(`pagefind.${language.hash}.pf_meta`)) as unknown as Meta);
  }

  constructor(read: Read, [, pages, chunks, filters, , fields]: Meta) {
    this.#read = read;
    this.lengths = pages.map(([, words]) => words);
    this.#hashes = pages.map(([hash]) => hash);
    this.#chunks = chunks.map(([from, , hash]) => ({ from, hash }));
    this.#filters = new Map(filters);
    this.#fields = fields;
  }

  /** Where a word, stemmed, stands in the library, page by page. */
  async places(stem: string): Promise<Place[]> {
    // Pagefind cuts the first and the last word of a file to what tells it from its neighbours.
    const chunk = this.#chunks.findLast(({ from }) => from <= stem);
    return (chunk && (await this.#chunk(chunk.hash)).get(stem)) ?? [];
  }

  /** The words that begin so, stemmed, at most `most` of them, the most frequent first. */
  async wordsFrom(beginning: string, most: number): Promise<string[]> {
    const first = this.#chunks.findLastIndex(({ from }) => from <= beginning);
    const chunks = await Promise.all(
      this.#chunks.slice(Math.max(first, 0), first + 2).map(({ hash }) => this.#chunk(hash)),
    );
    const found = chunks.flatMap((chunk) => [...chunk].filter(([word]) => word.startsWith(beginning)));
    return found
      .sort(([, one], [, other]) => other.length - one.length)
      .slice(0, most)
      .map(([word]) => word);
  }

  /** The values of a filter, each with the pages that have it. */
  filter(name: string): Promise<Map<string, Set<number>>> {
    return remembered(this.#values, name, async () => {
      const hash = this.#filters.get(name);
      if (hash === undefined) return new Map<string, Set<number>>();
      const [, values] = decode(await this.#read(`filter/${hash}.pf_filter`)) as unknown as FilterChunk;
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

  #chunk(hash: string): Promise<Map<string, Place[]>> {
    return remembered(this.#words, hash, async () => {
      const [words] = decode(await this.#read(`index/${hash}.pf_index`)) as unknown as WordChunk;
      return new Map(
        words.map(([word, pages, variants]) => [
          word,
          placesOf([pages, ...variants.map(([, at]) => at)], this.#fields),
        ]),
      );
    });
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

/** The places of a word; with accents it has further lists of its own, which belong to it all the same. */
function placesOf(lists: PackedPage[][], fields: string[]): Place[] {
  const places = new Map<number, Place>();
  for (const list of lists) {
    let page = 0;
    for (const [step, packed, about] of list) {
      page += step;
      const place = places.get(page) ?? { page, at: [], fields: [] };
      place.at.push(...unpacked(packed));
      // Each field begins with its number, negative and from -1 down; places in it follow.
      place.fields.push(...about.flatMap((number) => (number < 0 ? (fields[-1 - number] ?? []) : [])));
      places.set(page, place);
    }
  }
  for (const { at } of places.values()) at.sort((one, other) => one - other);
  return [...places.values()].sort((one, other) => one.page - other.page);
}

/** Places as steps from one to the next; a negative number is a weight, after which a place stands whole. */
function unpacked(packed: number[]): number[] {
  const at = new Set<number>();
  let last = 0;
  let isWhole = false;
  for (const number of packed) {
    if (number < 0) {
      isWhole = true;
      continue;
    }
    last = isWhole ? number : last + number;
    isWhole = false;
    at.add(last);
  }
  return [...at];
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
type PackedPage = [step: number, places: number[], about: number[]];
type WordChunk = [words: [word: string, pages: PackedPage[], variants: [form: string, pages: PackedPage[]][]][]];
type FilterChunk = [name: string, values: [value: string, pages: number[]][]];
