import { foldWord, type Query } from '../text/query.ts';
import type { PageText, Passage } from './search-passages.ts';

/** Whether a passage has every phrase of the query, each in its text or in one of its notes. */
export function holdsPhrases({ lines, notes }: Passage, text: PageText, query: Query): boolean {
  if (query.phrases.length === 0) return true;
  const page = known.get(text) ?? lettersOf(text.tokens);
  known.set(text, page);
  const parts = [{ start: lines[0]!.start, end: lines.at(-1)!.end }, ...notes];
  return query.phrases.every(([start, end]) => {
    const phrase = lettersOf(query.words.slice(start, end).map(({ typed }) => typed)).text;
    return parts.some((part) => holds(page, part.start, part.end, phrase));
  });
}

/** Words run together, since the text may part what the query joins (`half-extinguished`). */
interface Letters {
  text: string;
  /** Where each token begins; at the end, where the last one ends. */
  starts: number[];
  /** Where words begin and end, those of compounds too. */
  bounds: Set<number>;
}

const known = new WeakMap<PageText, Letters>();

function lettersOf(tokens: string[]): Letters {
  const letters: Letters = { text: '', starts: [0], bounds: new Set([0]) };
  for (const token of tokens) {
    for (const word of token.split('-')) {
      letters.text += foldWord(word.replace(/['’]d(?!\p{L})/u, 'ed'));
      letters.bounds.add(letters.text.length);
    }
    letters.starts.push(letters.text.length);
  }
  return letters;
}

/** Whether the tokens from one up to another have the phrase from the beginning of a word to the end of one. */
function holds({ text, starts, bounds }: Letters, start: number, end: number, phrase: string): boolean {
  const last = starts[end]! - phrase.length;
  for (let at = text.indexOf(phrase, starts[start]); at >= 0 && at <= last; at = text.indexOf(phrase, at + 1))
    if (bounds.has(at) && bounds.has(at + phrase.length)) return true;
  return false;
}
