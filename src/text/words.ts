import type { Range } from './range.ts';

/**
 * A word: letters, digits and their marks, held together by hyphens, apostrophes and, within numbers, points and
 * commas. Dashes part words. What has no width (soft hyphens, word joiners) neither parts words nor belongs to them.
 */
const word =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]*(?:(?:['’ʼ‐‑-]|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]*)*/gu;
const weightless = /[\u00ad\u200b-\u200d\u2060]/u;

/** The words of a text, in order, as written. */
export function words(text: string): string[] {
  const found = text.match(word) ?? [];
  return weightless.test(text) ? found.map((one) => one.split(weightless).join('')) : found;
}

/** How many words a text has, by the same rule. */
export function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}

/** Where the words of a text stand, one after the other. */
export function* placesOfWords(text: string): Generator<Range> {
  for (const { 0: found, index } of text.matchAll(word)) yield { start: index, end: index + found.length };
}
