import { folded } from './fold.ts';

/** The words and marks of a folded text, in order, and where each stands in it. Spaces only part them. */
export interface Tokens {
  values: string[];
  starts: number[];
}

/** A word with its inner apostrophes, or one mark. A hyphen is a mark, so that half of a compound can be quoted. */
const token = /[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*|\S/gu;

/** Takes a text apart after folding it. */
export function tokensOf(text: string): Tokens {
  const values: string[] = [];
  const starts: number[] = [];
  for (const { 0: value, index } of folded(text).matchAll(token)) {
    values.push(value);
    starts.push(index);
  }
  return { values, starts };
}

/** Whether a token is a word, not a mark. */
export function isWord(value: string): boolean {
  return /^[\p{L}\p{N}\p{M}]/u.test(value);
}
