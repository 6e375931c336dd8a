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
/** Of FNV-1a (Fowler, Noll and Vo, 1991). */
const [basis, prime] = [0x811c9dc5, 0x01000193];

/**
 * One character of base64url for each word, from an FNV-1a hash of its letters in lower case. A text that changes in one
 * word changes in one character, so edits, splits and merges can be followed without keeping the text. By hand, since
 * every word of the library comes through here at every build.
 */
export function fingerprint(text: string): string {
  const source = text.normalize('NFC').toLowerCase();
  let result = '';
  let hash = basis;
  let inWord = false;
  for (let index = 0; index < source.length; index++) {
    const code = source.charCodeAt(index);
    if (isLetter(code)) {
      hash = Math.imul(hash ^ code, prime);
      inWord = true;
    } else if (inWord && !joins(code, source, index)) {
      result += characterOf(hash);
      hash = basis;
      inWord = false;
    }
  }
  return inWord ? result + characterOf(hash) : result;
}

/** The low bits of FNV-1a are its weakest, so higher ones are mixed in. */
function characterOf(hash: number): string {
  return alphabet[(hash ^ (hash >>> 7) ^ (hash >>> 16)) & 63]!;
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

const beyondAscii = /[\p{L}\p{N}\p{M}\p{Cs}]/u;

/** Letters, digits and their marks, in lower case. */
function isLetter(code: number): boolean {
  if (code >= 0x80) return !isPunctuation(code) && beyondAscii.test(String.fromCharCode(code));
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** General punctuation, the commonest characters beyond ASCII in a book. */
function isPunctuation(code: number): boolean {
  return code >= 0x2000 && code <= 0x206f;
}

/** Whether a word goes on: over what has no width, and after a hyphen, an apostrophe or the point of a number. */
function joins(code: number, source: string, index: number): boolean {
  const next = source.charCodeAt(index + 1);
  if (weightless.has(code)) return true;
  if (code === point || code === comma) return isDigit(source.charCodeAt(index - 1)) && isDigit(next);
  return joiners.has(code) && isLetter(next);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const [point, comma] = [0x2e, 0x2c];
const codesOf = (characters: string) => new Set([...characters].map((character) => character.charCodeAt(0)));
const weightless = codesOf('\u00ad\u200b\u200c\u200d\u2060');
const joiners = codesOf("-‐‑'’ʼ");
