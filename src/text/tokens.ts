import { folded } from './fold.ts';

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
const beyondAscii = /[\p{L}\p{N}\p{M}\p{Cs}]/u;

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

/** Letters, digits and their marks; a surrogate counts as one, since the letters beyond Unicode's first plane have two. */
function isLetter(code: number): boolean {
  if (code >= 0x80) return code !== 0x2014 && beyondAscii.test(String.fromCharCode(code));
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
}
