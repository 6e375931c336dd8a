import { isDigit, isLetter } from './letters.ts';

/** Of FNV-1a (Fowler, Noll and Vo, 1991). */
export const [basis, prime] = [0x811c9dc5, 0x01000193];

/**
 * Calls `take` with a 32-bit hash of each word of a text, in order: of its letters and digits, composed and in lower
 * case. What a word is, `words` says too; this is by hand, and without a string for each word, since every word of a
 * library comes through here at every build.
 */
export function eachHash(text: string, take: (hash: number) => void): void {
  const source = text.normalize('NFC').toLowerCase();
  let hash = basis;
  let inWord = false;
  for (let index = 0; index < source.length; index++) {
    const code = source.charCodeAt(index);
    if (isLetter(code)) {
      hash = Math.imul(hash ^ code, prime);
      inWord = true;
    } else if (inWord && !joins(code, source, index)) {
      take(hash >>> 0);
      hash = basis;
      inWord = false;
    }
  }
  if (inWord) take(hash >>> 0);
}

/** Whether a word goes on: over what has no width, and after a hyphen, an apostrophe or the point of a number. */
function joins(code: number, source: string, index: number): boolean {
  if (code === space) return false;
  if (weightless.has(code)) return true;
  const next = source.charCodeAt(index + 1);
  if (code === point || code === comma) return isDigit(source.charCodeAt(index - 1)) && isDigit(next);
  return joiners.has(code) && isLetter(next);
}

const [space, point, comma] = [0x20, 0x2e, 0x2c];
const codesOf = (characters: string) => new Set([...characters].map((character) => character.charCodeAt(0)));
const weightless = codesOf('\u00ad\u200b\u200c\u200d\u2060');
const joiners = codesOf("-‐‑'’ʼ");
