import { foldWord, type Query } from '../text/query.ts';
import type { Range } from '../text/range.ts';
import { beginningsIn, type Located } from './search-arrangement.ts';
import type { Part, Passage } from './search-passages.ts';

/** In the index marks are words too, so that words in sequence may stand a little further apart. */
export const markedApart = 3;

/** Whether a page seems to have every phrase of the query, as far as its words were looked up in the index. */
export function seemsToHave(page: number, words: Located[], { phrases }: Query): boolean {
  return phrases.every((phrase) => !beginningsIn(page, words, phrase, markedApart).next().done);
}

/** Words of phrases that were not looked up, as their numbers in the query, the longest first: they are the rarest. */
export function furtherWords({ words, phrases }: Query, known: Located[]): number[][] {
  const quoted = phrases.flatMap(([start, end]) => [...words.keys()].slice(start, end));
  const others = quoted.filter((index) => !known.some(({ indices }) => indices.includes(index)));
  const folded = (index: number) => words[index]!.folded;
  return [...Map.groupBy(others, folded).values()].sort(
    ([one = 0], [other = 0]) => folded(other).length - folded(one).length,
  );
}

/** Where each phrase of the query stands in a page, in its tokens. */
export function phrasesIn(page: number, tokens: string[], words: Located[], query: Query): Range[][] {
  return query.phrases.map((phrase) => {
    const [start, end] = phrase;
    const sought = lettersOf(query.words.slice(start, end).map(({ typed }) => typed)).text;
    // Words that were not looked up may have marks between them too, and the text may part what the query joins.
    const slack = markedApart + end - start;
    return [...beginningsIn(page, words, phrase, markedApart)].flatMap((at) => {
      const from = Math.max(0, at - slack);
      const found = rangesOf(sought, lettersOf(tokens.slice(from, at + end - start + slack)));
      return found.map((range) => ({ start: from + range.start, end: from + range.end }));
    });
  });
}

/** Whether a passage has every phrase, each in its text or in one of its notes. */
export function holdsPhrases({ lines, notes }: Passage, phrases: Range[][]): boolean {
  const parts: Part[] = [{ id: '', start: lines[0]!.start, end: lines.at(-1)!.end }, ...notes];
  return phrases.every((ranges) =>
    ranges.some(({ start, end }) => parts.some((part) => part.start <= start && end <= part.end)),
  );
}

/** Words run together, since the text may part what the query joins (`half-extinguished`). */
interface Letters {
  text: string;
  /** Where each token begins; at the end, where the last one ends. */
  starts: number[];
  /** Where words begin and end, those of compounds too. */
  bounds: Set<number>;
}

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

/** The tokens that have the phrase, each time from the beginning of a word to the end of one. */
function rangesOf(phrase: string, { text, starts, bounds }: Letters): Range[] {
  const ranges: Range[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const last = at + phrase.length;
    if (!bounds.has(at) || !bounds.has(last)) continue;
    ranges.push({ start: starts.findLastIndex((each) => each <= at), end: starts.findIndex((each) => each >= last) });
  }
  return ranges;
}
