import { compose } from './composition.ts';
import type { Range } from './range.ts';

/** A text without what typography may change, and the way back to the original. */
export interface Folded {
  text: string;
  /** What `text` is made of, in order. */
  pieces: Piece[];
  /** From the offsets in the composed text to those in the original; absent where they are the same. */
  offsets?: Uint32Array;
}

/** Part of a folded text, at the offset `at`, and the characters of the composed text that it stands for. */
interface Piece extends Range {
  at: number;
  /** Whether each of its characters stands for one of them; else it stands as a whole for all. */
  each: boolean;
}

const invisible = '\\u00ad\\u200b-\\u200f\\u2060\\ufeff';
const gap = `[\\s\\u0085${invisible}]`;
const dash = '(?:[‒–—―⸺⸻]|--+)';
const ellipsis = `(?:(?:\\.${gap}*){0,2}…(?:${gap}*[.…])*|\\.(?:${gap}*\\.){2,}(?:${gap}*[.…])*)`;
const quote = `['"‘’‚‛“”„‟«»‹›ʼ′″]`;
/** Between lines of verse, after a gap that is taken already. */
const stroke = `(?:(?<=${gap})//?${gap}+)?`;
const tight = `(?:(?:${dash}${gap}*${stroke})+|${ellipsis}${gap}*${stroke})`;

/**
 * What folding touches. A gap is taken whole, with whatever follows it, and never given back: the time stays linear.
 * The single space before a letter, by far the most frequent, is passed over.
 */
const typography = new RegExp(
  `(?! [\\p{L}\\p{N}])${gap}+${stroke}${tight}?|${tight}|${quote}(?:${gap}+${stroke}(?=${quote}))?|[‐‑]`,
  'gu',
);
const gaps = new RegExp(gap, 'gu');
const marks = new RegExp(`[^\\s\\u0085${invisible}]`, 'gu');
const wide = new RegExp(`[^/${invisible}\\u2006\\u2009\\u200a]`, 'u');
const beginsWithDash = new RegExp(`^${dash}`, 'u');

/**
 * Folds what typography may change: quotation marks and apostrophes (all become `'`) and the spaces between them,
 * dashes with the spaces around them (`—`), ellipses with the spaces around them (`...`), spaces of every width, what
 * has no width, Unicode composition (NFC), line breaks and the ` / ` between lines of verse. Case and spelling stay.
 * Linear in its input.
 */
export function folded(text: string): string {
  return text.normalize('NFC').replace(typography, replacement).trim();
}

/** Folds as `folded` does, and keeps the way back to the original. */
export function fold(text: string): Folded {
  const { composed, offsets } = compose(text);
  const pieces: Piece[] = [];
  let result = '';
  let done = composed.startsWith(' ') ? 1 : 0;
  const add = (piece: string, start: number, end: number) => {
    if (piece === '' || (piece === ' ' && result === '')) return;
    pieces.push({ at: result.length, start, end, each: piece.length === end - start });
    result += piece;
  };
  for (const { 0: token, index } of composed.matchAll(typography)) {
    if (index > done) add(composed.slice(done, index), done, index);
    done = index + token.length;
    const { lead, tail } = margins(token);
    add(replacement(token), index + lead, done - tail);
  }
  add(composed.slice(done), done, composed.length);
  return { text: result.trimEnd(), pieces, ...(offsets && { offsets }) };
}

/** The characters of the original for which those of a folded text from `start` up to `end`, at least one, stand. */
export function unfold({ pieces, offsets }: Folded, start: number, end: number): Range {
  const first = pieceAt(pieces, start);
  const last = pieceAt(pieces, Math.max(start, end - 1));
  const from = first.each ? first.start + start - first.at : first.start;
  let to = last.each ? last.start + end - last.at : last.end;
  while (offsets && offsets[to] === offsets[to - 1]) to++;
  return { start: offsets?.[from] ?? from, end: offsets?.[to] ?? to };
}

function pieceAt(pieces: Piece[], offset: number): Piece {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.at <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low]!;
}

function replacement(token: string): string {
  const mark = token.replace(gaps, '').replaceAll('/', '');
  if (mark === '') return wide.test(token) ? ' ' : '';
  if (mark === '‐' || mark === '‑') return '-';
  if (beginsWithDash.test(mark)) return '—';
  return mark.startsWith('.') || mark.startsWith('…') ? mark.replaceAll('…', '...') : "'".repeat(mark.length);
}

/** How much gap a token has before and after its mark; one that is all gap is its own mark. */
function margins(token: string): { lead: number; tail: number } {
  if (token.length === 1) return { lead: 0, tail: 0 };
  const found = [...token.matchAll(marks)];
  return { lead: found[0]?.index ?? 0, tail: token.length - 1 - (found.at(-1)?.index ?? token.length - 1) };
}
