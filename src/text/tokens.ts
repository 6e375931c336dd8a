import { folded } from './fold.ts';
import { isLetter } from './letters.ts';

/** The words and marks of a text, folded, in order, and where each starts in the folded text. Spaces only part them. */
export interface Tokens {
  values: string[];
  starts: number[];
}

/**
 * Folds a text and takes it apart into words with their inner apostrophes and marks of one character. A hyphen is a
 * mark, so that half of a compound can be quoted. By hand, since a regular expression takes three times as long and
 * every word of the library comes through here.
 */
export function tokensOf(text: string): Tokens {
  const source = folded(text);
  const values: string[] = [];
  const starts: number[] = [];
  for (let start = 0, end = 0; start < source.length; start = end) {
    const code = source.charCodeAt(start);
    end = isLetter(code) ? endOfWord(source, start + 1) : start + 1;
    if (code === space) continue;
    values.push(source.slice(start, end));
    starts.push(start);
  }
  return { values, starts };
}

/** Whether a token is a word, not a mark. */
export function isWord(value: string): boolean {
  return isLetter(value.charCodeAt(0));
}

const space = 0x20;
const apostrophe = 0x27;

function endOfWord(source: string, from: number): number {
  let at = from;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (isLetter(code)) at++;
    else if (code === apostrophe && at + 1 < source.length && isLetter(source.charCodeAt(at + 1))) at += 2;
    else break;
  }
  return at;
}
