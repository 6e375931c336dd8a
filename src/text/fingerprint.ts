import { folded } from './fold.ts';
import { words } from './words.ts';

/** What is kept of a text so that it can be known again: enough to tell a light edit from other words. */
export interface Trace {
  /** One character a word, in order. */
  fingerprint: string;
  /** The first words, as they stood; the whole text where it has no more. */
  opening: string;
}

const openingWords = 6;

/** The trace of a text. The same on every machine, and deaf to typography, punctuation and case. */
export function traceOf(text: string): Trace {
  return { fingerprint: fingerprint(text), opening: openingOf(text) };
}

/**
 * One character of base64url for each word, from an FNV-1a hash of its folded lower-case letters. A text that changes
 * in one word changes in one character, so edits, splits and merges can be followed without keeping the text.
 */
export function fingerprint(text: string): string {
  return words(folded(text))
    .map((word) => alphabet[hash(word.toLowerCase()) & 63])
    .join('');
}

/** The first six words of a text with the marks between them; all of it, where there are no more. */
export function openingOf(text: string): string {
  const flat = text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const all = words(flat);
  if (all.length <= openingWords) return flat;
  let end = 0;
  for (const word of all.slice(0, openingWords)) end = flat.indexOf(word, end) + word.length;
  return flat.slice(0, end);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function hash(word: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) value = Math.imul(value ^ word.charCodeAt(index), 0x01000193);
  // The low bits of FNV-1a are its weakest: the high ones are mixed in.
  value ^= value >>> 16;
  return value ^ (value >>> 7);
}
