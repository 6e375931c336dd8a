import { fold, folded, unfold } from './fold.ts';
import type { Range } from './range.ts';

/**
 * Finds the words that a note glosses: their occurrence in `text` nearest before the offset `before`, compared as
 * folded and by whole words. Their last word ends before that offset; punctuation after it may stand on either side.
 * A lemma `first words … last words` stands for the whole stretch between; a literal match is tried first, since
 * texts have ellipses of their own.
 */
export function findLemma(lemma: string, text: string, before: number): Range | undefined {
  const source = fold(text);
  const wanted = folded(lemma);
  let limit = folded(text.slice(0, before)).length;
  while (limit < source.text.length && !wordCharacter.test(source.text[limit]!)) limit++;
  const found = lastOf(wanted, source.text, limit) ?? stretch(wanted.split(omission), source.text, limit);
  return found && unfold(source, found.start, found.end);
}

/** A lemma as notes print it: a long one by its first and last words. */
export function abbreviate(lemma: string): string {
  const words = lemma.split(/\s+/);
  return words.length > 9 ? `${words.slice(0, 3).join(' ')} … ${words.slice(-3).join(' ')}` : lemma;
}

const omission = /\s*(?:\[\.\.\.\]|\.\.\.)\s*/;
const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

/** The shortest stretch that ends with the nearest occurrence of the last part and has the others before it. */
function stretch(parts: string[], text: string, limit: number): Range | undefined {
  if (parts.length < 2 || parts.some((part) => part === '')) return undefined;
  const ranges: Range[] = [];
  for (const part of parts.toReversed()) {
    const range = lastOf(part, text, ranges.at(-1)?.start ?? limit);
    if (!range) return undefined;
    ranges.push(range);
  }
  return { start: ranges.at(-1)!.start, end: ranges[0]!.end };
}

/** The last occurrence by whole words that ends at or before `limit`. */
function lastOf(wanted: string, text: string, limit: number): Range | undefined {
  if (wanted === '') return undefined;
  let start = text.lastIndexOf(wanted, limit - wanted.length);
  while (start >= 0 && start + wanted.length <= limit) {
    const end = start + wanted.length;
    if (partsWords(text, start) && partsWords(text, end)) return { start, end };
    if (start === 0) return undefined;
    start = text.lastIndexOf(wanted, start - 1);
  }
  return undefined;
}

/** Whether a place in a text is not inside a word. */
function partsWords(text: string, at: number): boolean {
  return !(wordCharacter.test(text[at - 1] ?? '') && wordCharacter.test(text[at] ?? ''));
}
