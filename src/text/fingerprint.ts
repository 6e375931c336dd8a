import { eachHash } from './hashes.ts';
import { placesOfWords } from './words.ts';

/** What is kept of a text so that it can be known again: enough to tell a light edit from other words. */
export interface Trace {
  /** One character a word, in order. */
  fingerprint: string;
  /** The first words, as they stood; the whole text where it has no more. */
  opening: string;
}

/** The trace of a text. The same on every machine, and deaf to typography, punctuation and case. */
export function traceOf(text: string): Trace {
  return { fingerprint: fingerprint(text), opening: openingOf(text) };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * One character of base64url for each word. A text that changes in one word changes in one character, so edits, splits
 * and merges can be followed without keeping the text.
 */
export function fingerprint(text: string): string {
  let result = '';
  // The low bits of FNV-1a are its weakest, so higher ones are mixed in.
  eachHash(text, (hash) => (result += alphabet.charAt((hash ^ (hash >>> 7) ^ (hash >>> 16)) & 63)));
  return result;
}

const openingWords = 6;
/** Six words are within so many characters; what follows need not be looked at. */
const longestOpening = 600;

/** The first six words of a text with the marks between them; all of it, where there are no more. */
export function openingOf(text: string): string {
  const isWhole = text.length <= longestOpening;
  const flat = text
    .slice(0, longestOpening)
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  let count = 0;
  let end = flat.length;
  for (const word of placesOfWords(flat)) {
    if (++count > openingWords) return flat.slice(0, end);
    end = word.end;
  }
  return isWhole ? flat : flat.slice(0, end);
}
