import { compose } from './composition.ts';

/** A text without what typography may change, and where each of its characters stands in the original. */
export interface Folded {
  text: string;
  /** For each UTF-16 unit of `text`, the offset where what it stands for starts in the original. */
  starts: Uint32Array;
  /** For each UTF-16 unit of `text`, the offset where what it stands for ends in the original. */
  ends: Uint32Array;
}

const invisible = '\\u00ad\\u200b-\\u200f\\u2060\\ufeff';
const gap = `[\\s\\u0085${invisible}]`;
const dash = '(?:[‒–—―⸺⸻]|--+)';
const ellipsis = `(?:…|\\.(?:${gap}*\\.){2,})`;
const quote = `['"‘’‚‛“”„‟«»‹›ʼ′″]`;
const tight = `(?:(?:${dash}${gap}*)+|${ellipsis}${gap}*)`;

/**
 * What folding touches. A gap is taken whole, with whatever follows it, and never given back: the time stays linear.
 * The single space before a letter, by far the most frequent, is passed over.
 */
const typography = new RegExp(
  `(?! [\\p{L}\\p{N}])(?:${gap}+(?:${tight}|//?${gap}+)?|${tight}|${quote}(?:${gap}*${quote})*|[‐‑])`,
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

/** Folds as `folded` does, and keeps the way back to the offsets of the original. */
export function fold(text: string): Folded {
  const { composed, offsets } = compose(text);
  const room = composed.length * 3;
  const starts = new Uint32Array(room);
  const ends = new Uint32Array(room);
  let result = '';
  const append = (piece: string, start: number, end: number) => {
    const own = piece.length === end - start;
    for (let unit = 0; unit < piece.length; unit++) {
      const from = own ? start + unit : start;
      const to = own ? from + 1 : end;
      starts[result.length + unit] = offsets?.[from] ?? from;
      ends[result.length + unit] = offsets?.[to] ?? to;
    }
    result += piece;
  };

  let done = 0;
  for (const { 0: token, index } of composed.matchAll(typography)) {
    append(composed.slice(done, index), done, index);
    done = index + token.length;
    const { lead, tail } = margins(token);
    append(replacement(token), index + lead, done - tail);
  }
  append(composed.slice(done), done, composed.length);

  const from = result.startsWith(' ') ? 1 : 0;
  const to = from < result.length && result.endsWith(' ') ? result.length - 1 : result.length;
  return { text: result.slice(from, to), starts: starts.slice(from, to), ends: ends.slice(from, to) };
}

function replacement(token: string): string {
  const mark = token.replace(gaps, '');
  if (mark === '' || mark.startsWith('/')) return wide.test(token) ? ' ' : '';
  if (mark === '‐' || mark === '‑') return '-';
  if (beginsWithDash.test(mark)) return '—';
  return mark.startsWith('.') || mark.startsWith('…') ? mark.replaceAll('…', '...') : "'".repeat(mark.length);
}

/** How much gap a token has before and after its mark; one that is all gap is its own mark. */
function margins(token: string): { lead: number; tail: number } {
  const found = [...token.matchAll(marks)];
  return { lead: found[0]?.index ?? 0, tail: token.length - 1 - (found.at(-1)?.index ?? token.length - 1) };
}
