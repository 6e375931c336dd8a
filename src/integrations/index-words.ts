import { CborReader } from '../text/cbor.ts';
import { cborOf, listHead } from './cbor-writer.ts';

/** A word of an index with its places. */
export interface Entry {
  word: string;
  /** The same as bytes, whose order is that of the index. */
  key: Buffer;
  pages: PageList;
  /** Ways of writing the word with accents. */
  variants: [form: string, pages: PageList][];
}

/** The pages that have a word and its places in each: only the numbers of the first and the last page are read. */
interface PageList {
  count: number;
  first: number;
  last: number;
  /** All that follows the number of the first page, in which each page is numbered by its distance from the one before. */
  rest: Uint8Array;
}

/** Reads the words of one of Pagefind's files, unpacked and without its signature. */
export function* wordsOf(bytes: Uint8Array): Generator<Entry> {
  const reader = new CborReader(bytes);
  reader.enter();
  for (let left = reader.enter(); left > 0; left--) {
    reader.enter();
    const word = reader.next() as string;
    const pages = pageList(reader, bytes);
    const variants = Array.from({ length: reader.enter() }, (): [string, PageList] => {
      reader.enter();
      return [reader.next() as string, pageList(reader, bytes)];
    });
    yield { word, key: Buffer.from(word), pages, variants };
  }
}

function pageList(reader: CborReader, bytes: Uint8Array): PageList {
  const list = { count: reader.enter(), first: 0, last: 0, rest: bytes.subarray(0, 0) };
  let start = reader.at;
  for (let left = list.count; left > 0; left--) {
    reader.enter();
    list.last += reader.number();
    if (left === list.count) {
      list.first = list.last;
      start = reader.at;
    }
    reader.skip();
    reader.skip();
  }
  return { ...list, rest: bytes.subarray(start, reader.at) };
}

/** The words of several indexes, whose pages are numbered from `offset` on, in their common order and in CBOR. */
export function* mergedWords(
  indexes: { words: Iterator<Entry, void>; offset: number }[],
): Generator<{ word: string; bytes: Buffer }> {
  let heads = indexes.flatMap(({ words, offset }) => advanced(words, offset));
  while (heads.length > 0) {
    const least = heads.reduce((best, each) => (Buffer.compare(each.entry.key, best.entry.key) < 0 ? each : best));
    const same = heads.filter(({ entry }) => entry.key.equals(least.entry.key));
    yield { word: least.entry.word, bytes: merged(same) };
    heads = heads.flatMap((head) => (same.includes(head) ? advanced(head.words, head.offset) : head));
  }
}

interface Head {
  entry: Entry;
  words: Iterator<Entry, void>;
  offset: number;
}

function advanced(words: Iterator<Entry, void>, offset: number): Head[] {
  const next = words.next();
  return next.done ? [] : [{ entry: next.value, words, offset }];
}

function merged(heads: Head[]): Buffer {
  const variants = heads.flatMap(({ entry, offset }) =>
    entry.variants.map(([form, pages]) => ({ form, pages, offset })),
  );
  const forms = [...Map.groupBy(variants, ({ form }) => form)];
  return Buffer.concat([
    listHead(3),
    cborOf(heads[0]!.entry.word),
    joined(heads.map(({ entry, offset }) => ({ pages: entry.pages, offset }))),
    listHead(forms.length),
    ...forms.flatMap(([form, lists]) => [listHead(2), cborOf(form), joined(lists)]),
  ]);
}

/** Lists of pages as one: only the first page of each is numbered anew. */
function joined(lists: { pages: PageList; offset: number }[]): Buffer {
  const some = lists.filter(({ pages }) => pages.count > 0);
  let last = 0;
  const bytes = some.flatMap(({ pages, offset }) => {
    const distance = pages.first + offset - last;
    last = pages.last + offset;
    return [listHead(3), cborOf(distance), pages.rest];
  });
  return Buffer.concat([listHead(some.reduce((sum, { pages }) => sum + pages.count, 0)), ...bytes]);
}
