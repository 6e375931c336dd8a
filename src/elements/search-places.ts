import type { CborReader } from '../text/cbor.ts';

/** Where a word stands in the library, in columns: it may have a hundred thousand places. */
export class Places {
  /** The pages that have it, ascending. */
  readonly pages: Uint32Array;
  /** For each page where its numbers of words begin in `#at`; at the end, where the last ones end. */
  readonly #starts: Uint32Array;
  readonly #at: Uint32Array;
  readonly #fields: (readonly string[])[];
  /** The row of each page, made when it is first asked for: -1 for one without the word. */
  #rows: Int32Array | undefined;

  constructor(pages: Uint32Array, starts: Uint32Array, at: Uint32Array, fields: (readonly string[])[]) {
    this.pages = pages;
    this.#starts = starts;
    this.#at = at;
    this.#fields = fields;
  }

  has(page: number): boolean {
    return this.#row(page) >= 0;
  }

  /** Numbers of words from the start of a page, ascending; none where the page has it elsewhere or not. */
  on(page: number): Uint32Array {
    const row = this.#row(page);
    return row < 0 ? nowhere : this.#at.subarray(this.#starts[row], this.#starts[row + 1]);
  }

  /** What else of a page has it: `title`, `summary`, `author`, `about` (names of works, themes and terms). */
  fieldsOn(page: number): readonly string[] {
    return this.#fields[this.#row(page)] ?? noFields;
  }

  #row(page: number): number {
    if (!this.#rows) {
      this.#rows = new Int32Array((this.pages.at(-1) ?? -1) + 1).fill(-1);
      for (const [row, each] of this.pages.entries()) this.#rows[each] = row;
    }
    return this.#rows[page] ?? -1;
  }
}

const nowhere = new Uint32Array();
const noFields: readonly string[] = [];
export const noPlaces = new Places(nowhere, new Uint32Array(1), nowhere, []);

/**
 * Reads the places of a word: a list of pages, and one for each way of writing it with accents, which belongs to it all
 * the same. They take up at most `size` bytes, and so are no more than that many numbers.
 */
export function readPlaces(reader: CborReader, size: number, fields: string[]): Places {
  const lists = [readPages(reader, size, fields)];
  for (let variants = reader.enter(); variants > 0; variants--) {
    reader.enter();
    reader.skip();
    lists.push(readPages(reader, size, fields));
  }
  return joined(lists);
}

function readPages(reader: CborReader, size: number, fields: string[]): Places {
  const count = reader.enter();
  const [pages, starts, at] = [new Uint32Array(count), new Uint32Array(count + 1), new Uint32Array(size)];
  const found: (readonly string[])[] = [];
  let page = 0;
  let end = 0;
  for (let row = 0; row < count; row++) {
    reader.enter();
    pages[row] = page += reader.number();
    end = readNumbers(reader, at, end);
    starts[row + 1] = end;
    found.push(readFields(reader, fields));
  }
  return new Places(pages, starts, at.slice(0, end), found);
}

/**
 * Places as steps from one to the next; a negative number is a weight, after which a place stands whole. Sets them down
 * from `start` on and gives where they end.
 */
function readNumbers(reader: CborReader, at: Uint32Array, start: number): number {
  let end = start;
  let weights = 0;
  let last = 0;
  for (let left = reader.enter(); left > 0; left--) {
    const number = reader.number();
    last = number < 0 ? 0 : last + number;
    if (number < 0) weights++;
    else at[end++] = last;
  }
  return weights > 1 ? sortedWithin(at, start, end) : end;
}

/** Sorts the numbers from `start` to `end` where they are, each once, and gives where they end. */
function sortedWithin(numbers: Uint32Array, start: number, end: number): number {
  const part = numbers.subarray(start, end).sort();
  let last = start;
  for (const [index, number] of part.entries()) if (index === 0 || number !== part[index - 1]) numbers[last++] = number;
  return last;
}

/** Each field begins with its number, negative and from -1 down; places in it follow. */
function readFields(reader: CborReader, fields: string[]): readonly string[] {
  const left = reader.enter();
  if (left === 0) return noFields;
  const found: string[] = [];
  for (let each = 0; each < left; each++) {
    const number = reader.number();
    if (number < 0) found.push(fields[-1 - number] ?? '');
  }
  return found;
}

/** The places of several words as those of one. */
export function joined(lists: Places[]): Places {
  const some = lists.filter(({ pages }) => pages.length > 0);
  if (some.length < 2) return some[0] ?? noPlaces;
  const pages = ascending(some.flatMap((list) => [...list.pages]));
  const starts = new Uint32Array(pages.length + 1);
  const numbers = Array.from(pages, (page) => {
    const [first = nowhere, ...others] = some.map((list) => list.on(page)).filter((on) => on.length > 0);
    return others.length > 0 ? ascending([first, ...others].flatMap((on) => [...on])) : first;
  });
  for (const [row, on] of numbers.entries()) starts[row + 1] = starts[row]! + on.length;
  const at = new Uint32Array(starts.at(-1)!);
  for (const [row, on] of numbers.entries()) at.set(on, starts[row]);
  const fields = Array.from(pages, (page) => [...new Set(some.flatMap((list) => list.fieldsOn(page)))]);
  return new Places(pages, starts, at, fields);
}

function ascending(numbers: number[]): Uint32Array {
  return Uint32Array.from(new Set(numbers)).sort();
}
