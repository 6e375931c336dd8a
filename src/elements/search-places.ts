import type { CborReader } from './search-cbor.ts';

/** Where a word stands in one page. */
export interface Place {
  page: number;
  /** Numbers of words from the start of the page, ascending. */
  at: number[];
  /** What else of the page has it: `title`, `summary`, `author`, `about` (names of works, themes and terms). */
  fields: string[];
}

/**
 * Reads the places of a word: a list of pages, and one for each way of writing it with accents, which belongs to it all
 * the same. Straight from the bytes, since a word may have a hundred thousand places.
 */
export function placesOf(reader: CborReader, fields: string[]): Place[] {
  const places = new Map<number, Place>();
  readPages(reader, fields, places);
  for (let variants = reader.enter(); variants > 0; variants--) {
    reader.enter();
    reader.skip();
    readPages(reader, fields, places);
  }
  return [...places.values()].sort((one, other) => one.page - other.page);
}

function readPages(reader: CborReader, fields: string[], places: Map<number, Place>): void {
  let page = 0;
  for (let pages = reader.enter(); pages > 0; pages--) {
    reader.enter();
    page += reader.number();
    const known = places.get(page);
    const at = readNumbers(reader);
    const about = readFields(reader, fields);
    places.set(
      page,
      known
        ? { page, at: ascending([...known.at, ...at]), fields: [...known.fields, ...about] }
        : { page, at, fields: about },
    );
  }
}

/** Places as steps from one to the next; a negative number is a weight, after which a place stands whole. */
function readNumbers(reader: CborReader): number[] {
  const at: number[] = [];
  let weights = 0;
  let last = 0;
  for (let left = reader.enter(); left > 0; left--) {
    const number = reader.number();
    last = number < 0 ? 0 : last + number;
    if (number < 0) weights++;
    else at.push(last);
  }
  return weights > 1 ? ascending(at) : at;
}

/** Each field begins with its number, negative and from -1 down; places in it follow. */
function readFields(reader: CborReader, fields: string[]): string[] {
  const found: string[] = [];
  for (let left = reader.enter(); left > 0; left--) {
    const number = reader.number();
    if (number < 0) found.push(fields[-1 - number] ?? '');
  }
  return found;
}

function ascending(numbers: number[]): number[] {
  return [...new Set(numbers)].sort((one, other) => one - other);
}
