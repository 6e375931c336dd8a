import { stem } from 'porter2';
import { kindredOf } from '../text/kindred-words.ts';
import type { Query, QueryWord } from '../text/query.ts';
import type { SearchIndex } from './search-index.ts';
import { joined, noPlaces, type Places } from './search-places.ts';

/** A word of the query that stands in the library. */
export interface Term {
  /** Its place in the query, or places: it may be said twice. */
  indices: number[];
  word: QueryWord;
  /** How much a passage tells by having it: rare words tell more. */
  weight: number;
  /** Where it stands. */
  places: Places;
  /** Where words stand that a reader may remember in its stead. */
  kindred: Places;
}

export interface Terms {
  found: Term[];
  /** Words that stand nowhere in the library. */
  absent: QueryWord[];
}

/**
 * Finds the words of a query in the index: each as it is, with the spellings that stand for it and, where there is
 * none, as the beginning of a longer word if it may still be unfinished.
 */
export async function termsOf(query: Query, index: SearchIndex, unfinished: boolean): Promise<Terms> {
  const wanted = wantedOf(query, index);
  const terms = await Promise.all(
    wanted.map(async (indices): Promise<Term> => {
      const word = query.words[indices[0]!]!;
      const last = unfinished && indices.includes(query.words.length - 1);
      const whole = await placesOfWord(word.folded, index);
      const places = isNowhere(whole) && last ? await placesOfLonger(word.folded, index) : whole;
      const isLoose = !isLarge(index) && isDescription(query) && !isQuoted(query, indices);
      const kindred = await placesOf(isLoose ? kindredOf(word.folded) : [], index);
      const had = places.pages.length;
      const rarity = Math.log(1 + (index.lengths.length - had + 0.5) / (had + 0.5));
      return { indices, word, weight: word.weight * rarity, places, kindred };
    }),
  );
  return {
    found: terms.filter(({ places, kindred }) => !isNowhere(places) || !isNowhere(kindred)),
    absent: terms.flatMap(({ places, word }) => (isNowhere(places) ? [word] : [])),
  };
}

/** In a large library a word that stands everywhere costs a hundred kilobytes, and one that is rare twenty. */
const largeLibrary = 500;

export function isLarge({ lengths }: SearchIndex): boolean {
  return lengths.length > largeLibrary;
}

/** The distinct words to ask for, each with its places in the query. */
function wantedOf(query: Query, index: SearchIndex): number[][] {
  const wanted = new Set([...query.words.keys()].filter((word) => query.words[word]!.weight >= 0.2));
  for (const word of helpersOf(query, index, wanted.size)) wanted.add(word);
  return [
    ...Map.groupBy(
      [...wanted].sort((a, b) => a - b),
      (word) => query.words[word]!.folded,
    ).values(),
  ];
}

/**
 * Words that stand everywhere, and help all the same: where few others tell, and in phrases. Of a large library so many
 * as tell a phrase from most others: two of its words in all, or three where none tells.
 */
function helpersOf({ words, phrases }: Query, index: SearchIndex, telling: number): number[] {
  const all = [...words.keys()];
  const quoted = phrases.flatMap(([start, end]) => all.slice(start, end));
  if (!isLarge(index)) return telling < 3 ? all : quoted;
  const stretches =
    phrases.length > 0 ? phrases.map(([start, end]) => all.slice(start, end)) : telling === 0 ? [all] : [];
  return stretches.flatMap((stretch) => {
    const folded = (word: number) => words[word]!.folded;
    const others = [...new Set(stretch.filter((word) => words[word]!.weight < 0.2).map(folded))];
    const tells = new Set(stretch.map(folded)).size - others.length;
    const chosen = others.sort((a, b) => b.length - a.length).slice(0, tells === 0 ? 3 : Math.max(0, 2 - tells));
    return stretch.filter((word) => chosen.includes(folded(word)));
  });
}

/** Who uses three words that tell describes a passage; who uses fewer names what stands there. */
function isDescription({ words }: Query): boolean {
  return words.filter(({ weight }) => weight === 1).length >= 3;
}

function isQuoted({ phrases }: Query, indices: number[]): boolean {
  return phrases.some(([start, end]) => indices.some((index) => index >= start && index < end));
}

/** The places of a word, in any of its spellings that is at hand with the first; of others where it has none. */
export async function placesOfWord(word: string, index: SearchIndex): Promise<Places> {
  const [first = word, ...others] = stemsOf(word);
  const near = others.filter((form) => index.isNear(form, first));
  const places = await placesOf([first, ...near], index);
  return isNowhere(places) ? placesOf(others, index) : places;
}

async function placesOf(stems: string[], index: SearchIndex): Promise<Places> {
  return joined(await Promise.all(stems.map((form) => index.places(form))));
}

async function placesOfLonger(beginning: string, index: SearchIndex): Promise<Places> {
  return beginning.length < 3 ? noPlaces : placesOf(await index.wordsFrom(beginning, 8), index);
}

function isNowhere({ pages }: Places): boolean {
  return pages.length === 0;
}

/**
 * The entries of the index that may hold a word, folded. Pagefind stems with a later edition of the same algorithm,
 * which leaves some words whole; it keeps ligatures; and there are two ways to spell realise and colour.
 */
function stemsOf(word: string): string[] {
  const spellings = [word, word.replaceAll('ae', 'æ').replaceAll('oe', 'œ')];
  const stems = new Set(spellings.flatMap((spelling) => [stem(spelling), spelling]));
  for (const form of [...stems]) {
    stems.add(form.replace(/i[sz]$/, (end) => (end === 'is' ? 'iz' : 'is')));
    stems.add(form.replace(/(?<=...)ou?r$/, (end) => (end === 'our' ? 'or' : 'our')));
  }
  stems.add(word.replace(/(?:y|ies)$/, 'i')).add(word.replace(/^(.?(?:bb|dd|ff|gg|nn|rr))(?:ed|ing|s)$/, '$1'));
  // Poets write murder’d, which the index folds to one word.
  if (/[^e]d$/.test(word)) stems.add(stem(`${word.slice(0, -1)}ed`));
  if (word.endsWith('ed')) stems.add(`${word.slice(0, -2)}d`);
  return [...stems];
}
