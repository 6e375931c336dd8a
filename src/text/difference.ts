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

/** What it costs to take one word for another, to leave one out, or to add one. */
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
  // From the end backwards, so that the path can be walked from the start and stops at the first difference.
  for (let row = read.length - 1; row >= 0; row--) {
    for (let column = expected.length; column >= 0; column--) {
      const at = row * width + column;
      const added = costs[at + width]! + other;
      const missed = column < expected.length ? costs[at + 1]! + other : Infinity;
      const taken = column < expected.length ? costs[at + width + 1]! + cost(read[row]!, expected[column]!) : Infinity;
      costs[at] = Math.min(added, missed, taken);
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

function cost(read: string, expected: string): number {
  if (read === expected) return 0;
  return alike(read, expected) ? spelling : other;
}

/** Whether two words may be spellings of one: a letter differs, or a third of them. One mark is as good as another. */
function alike(one: string, two: string): boolean {
  if (!isWord(one) || !isWord(two)) return isWord(one) === isWord(two);
  const limit = Math.max(1, Math.floor(Math.max(one.length, two.length) / 3));
  return Math.abs(one.length - two.length) <= limit && distance(one.toLowerCase(), two.toLowerCase()) <= limit;
}
