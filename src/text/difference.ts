import { distance } from './distance.ts';
import { isWord } from './tokens.ts';

/** Where two readings part: an index in the words read and one in those expected; and how far they agree, 0 to 1. */
export interface Difference {
  /** Where in the words expected those read start. */
  start: number;
  read: number;
  expected: number;
  likeness: number;
}

/** What it costs to take one word for another spelling of it, to take it for another word, to leave it out or add it. */
const spelling = 1;
const other = 2;

/**
 * Lays what was read along the stretch of what was expected that is most like it and starts before `limit`, and says
 * where they first part. Ends of `expected` that stand over cost nothing (Sellers 1980). Quadratic: meant for a
 * sentence within a page.
 */
export function difference(read: readonly string[], expected: readonly string[], limit = expected.length): Difference {
  const width = expected.length + 1;
  const costs = new Uint32Array((read.length + 1) * width);
  const [rows, columns] = [read.map(spelt), expected.map(spelt)];
  // From the end backwards, so that the path can be walked from the start and stops at the first difference.
  for (let row = read.length - 1; row >= 0; row--) {
    costs[row * width + expected.length] = costs[(row + 1) * width + expected.length]! + other;
    for (let column = expected.length - 1; column >= 0; column--) {
      const at = row * width + column;
      const [added, missed] = [costs[at + width]! + other, costs[at + 1]! + other];
      costs[at] = Math.min(added, missed, costs[at + width + 1]! + cost(rows[row]!, columns[column]!));
    }
  }
  let start = 0;
  for (let column = 1; column < Math.min(limit, width); column++) if (costs[column]! < costs[start]!) start = column;
  const likeness = read.length === 0 ? 1 : 1 - costs[start]! / (read.length * other);
  let row = 0;
  let column = start;
  while (row < read.length && column < expected.length && read[row] === expected[column]) {
    // An equal word is taken for what it is unless that makes the rest dearer.
    if (costs[row * width + column] !== costs[(row + 1) * width + column + 1]) break;
    row++;
    column++;
  }
  return { start, read: row, expected: column, likeness };
}

/** A word or mark with what tells quickly that another is not a spelling of it. */
interface Spelt {
  value: string;
  isWord: boolean;
  lower: string;
  /** The letters that it has, a bit each. */
  letters: number;
}

function spelt(value: string): Spelt {
  const lower = value.toLowerCase();
  let letters = 0;
  for (let index = 0; index < lower.length; index++) letters |= 1 << (lower.charCodeAt(index) & 31);
  return { value, isWord: isWord(value), lower, letters };
}

/** Words are spellings of one where a letter differs, or a third of them. One mark is as good as another. */
function cost(one: Spelt, two: Spelt): number {
  if (one.value === two.value) return 0;
  if (!one.isWord || !two.isWord) return one.isWord === two.isWord ? spelling : other;
  const limit = Math.max(1, Math.floor(Math.max(one.lower.length, two.lower.length) / 3));
  if (Math.abs(one.lower.length - two.lower.length) > limit) return other;
  // Each letter that is changed takes one out of a word's letters at most and puts one in.
  if (count(one.letters ^ two.letters) > 2 * limit) return other;
  return distance(one.lower, two.lower) <= limit ? spelling : other;
}

function count(bits: number): number {
  let found = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) found++;
  return found;
}
