import { isFraming, isStopWord } from './stop-words.ts';

/** What somebody looks for. */
export interface Query {
  /** Every word in order, those of phrases too. */
  words: QueryWord[];
  /** Stretches in quotation marks: indices into `words`, from and up to. */
  phrases: [start: number, end: number][];
}

export interface QueryWord {
  /** As it was typed. */
  typed: string;
  /** As `foldWord` folds it. */
  folded: string;
  /** 1 for a word that tells, less for one that stands everywhere or speaks of the search itself. */
  weight: number;
}

/** So many words are searched; who pastes a page has said enough with its first lines. */
export const mostWords = 24;
const longest = 2000;

/**
 * Reads a query: words, and phrases in double quotation marks of any kind. A mark without its partner is no mark.
 * Dashes part words, and a hyphen or an apostrophe holds them together, as in the index.
 */
export function parseQuery(text: string): Query {
  const query: Query = { words: [], phrases: [] };
  const stretches = text.slice(0, longest).split(/["“”„‟«»]/u);
  for (const [index, stretch] of stretches.entries()) {
    const start = query.words.length;
    for (const typed of stretch.split(/[\s\u2013-\u2015]+|--+/u)) {
      const folded = foldWord(typed);
      if (folded !== '' && query.words.length < mostWords) query.words.push({ typed, folded, weight: 1 });
    }
    const isClosed = index % 2 === 1 && index < stretches.length - 1;
    if (isClosed && query.words.length > start) query.phrases.push([start, query.words.length]);
  }
  const tells = query.words.some(({ folded }) => !isStopWord(folded) && !isFraming(folded));
  for (const word of query.words) {
    if (isStopWord(word.folded)) word.weight = 0.1;
    else if (isFraming(word.folded) && tells) word.weight = 0.2;
  }
  return query;
}

/** A word without what writing may change: case, accents, ligatures, apostrophes, hyphens. `O’erthrown` → `oerthrown`. */
export function foldWord(word: string): string {
  // Nearly every word; the long way costs ten times as much.
  if (/^[ -~]*$/.test(word)) return word.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe');
}
