import { foldWord, type Query } from '../text/query.ts';
import type { PageText, Passage } from './search-passages.ts';

/** Whether a passage has every phrase of the query, each in its text or in one of its notes. */
export function holdsPhrases({ lines, notes }: Passage, text: PageText, query: Query): boolean {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const parts = [{ start: first.start, end: last.end }, ...notes];
  const letters = parts.map(({ start, end }) => lettersOf(text.tokens.slice(start, end)));
  return query.phrases.every(([start, end]) => {
    const phrase = lettersOf(query.words.slice(start, end).map(({ typed }) => typed));
    return letters.some((part) => startsIn(part, phrase));
  });
}

/** Words run together, since the text may part what the query joins (`half-extinguished`), and where each begins. */
interface Letters {
  text: string;
  bounds: Set<number>;
}

function lettersOf(words: string[]): Letters {
  const letters: Letters = { text: '', bounds: new Set([0]) };
  for (const word of words.flatMap((token) => token.split('-'))) {
    letters.text += foldWord(word.replace(/['’]d(?!\p{L})/u, 'ed'));
    letters.bounds.add(letters.text.length);
  }
  return letters;
}

/** Whether a part has the phrase from the beginning of a word to the end of one. */
function startsIn({ text, bounds }: Letters, phrase: Letters): boolean {
  for (let at = text.indexOf(phrase.text); at >= 0; at = text.indexOf(phrase.text, at + 1))
    if (bounds.has(at) && bounds.has(at + phrase.text.length)) return true;
  return false;
}
