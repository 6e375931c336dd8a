import { parseQuery, type Query, type QueryWord } from '../text/query.ts';
import { kindredShare, type Located } from './search-arrangement.ts';
import { filteredPages, isWanted, meantFilters, type Filters } from './search-filters.ts';
import type { Fragment, SearchIndex } from './search-index.ts';
import { pageText, type PageText } from './search-passages.ts';
import { furtherWords, holdsPhrases, phrasesIn, seemsToHave } from './search-phrases.ts';
import { browsed, rankPassages, scorePage, weigh, type RankedPassage } from './search-ranking.ts';
import { isLarge, placesOfWord, termsOf, type Term } from './search-terms.ts';

export interface Options {
  filters?: Filters;
  /** By what tells most, or as the works run. */
  sort?: 'relevance' | 'order';
  /** Whether letters may still follow the last one. */
  unfinished?: boolean;
}

/** Which pages answer a query. What they say is loaded as it is shown. */
export interface Answer {
  query: Query;
  terms: Term[];
  /** The same, and words that were looked up for where they stand in phrases alone. */
  located: Located[];
  /** Words that stand nowhere in the library. */
  absent: QueryWord[];
  /** Numbers of the pages, in the order in which to show them. */
  pages: number[];
  /** The same before anything was filtered. */
  unfiltered: number[];
  /** With filters as they are meant. */
  options: Options & { filters: Filters };
}

/** What one page has to show. */
export interface PageHits {
  text: PageText;
  /** Best first, or in the order of the text. */
  passages: RankedPassage[];
}

/** A page is shown if the words it has weigh at least so much of all, or so much of those of the best page. */
const [enoughOfAll, enoughOfBest] = [0.3, 0.5];
/** Of so many pages it is looked at how their words stand to one another. */
const mostScored = 200;
/** One more word of a phrase costs as much as so many pages that do not have it; before more are loaded it is looked up. */
const mostInVain = 8;
/** So many pages are loaded at most to find those that show something. */
const mostLoaded = 24;
/** Passages of one page that tell less than this part of its best are left out. */
const enoughOfPage = 0.6;

/** Finds the pages that answer a query. Rejects where the index cannot be read. */
export async function find(text: string, index: SearchIndex, options: Options = {}): Promise<Answer> {
  const query = parseQuery(text);
  const tells = query.words.some(({ weight }) => weight >= 0.2);
  // In a large library words that all stand everywhere are sought in the order in which they are said, or not at all.
  if (isLarge(index) && !tells && query.words.length > 0) query.phrases = [[0, query.words.length]];
  const { found: terms, absent } = await termsOf(query, index, options.unfinished ?? false);
  const located: Located[] = [...terms];
  let candidates = query.words.length > 0 ? pagesWith(query, terms, absent, index) : Array.from(index.lengths.keys());
  for (const indices of furtherWords(query, terms)) {
    if (candidates.length <= mostInVain) break;
    located.push({ indices, places: await placesOfWord(query.words[indices[0]!]!.folded, index) });
    candidates = candidates.filter((page) => seemsToHave(page, located, query));
  }
  const unfiltered = bestFirst(candidates, terms);
  const filters = await meantFilters(index, options.filters ?? {});
  const kept = await filteredPages(index, filters);
  const pages = unfiltered.filter((page) => kept?.has(page) ?? query.words.length > 0);
  if (options.sort === 'order') pages.sort((one, other) => one - other);
  return { query, terms, located, absent, pages, unfiltered, options: { ...options, filters } };
}

/** Pages that have enough of the words, and seem to have all phrases. */
function pagesWith(query: Query, terms: Term[], absent: QueryWord[], index: SearchIndex): number[] {
  const { words, phrases } = query;
  // Where no word that tells is found, those that stand everywhere say nothing.
  if (words.some(({ weight }) => weight === 1) && !terms.some(({ word }) => word.weight === 1)) return [];
  const quoted = new Set(phrases.flatMap(([start, end]) => words.slice(start, end).map(({ folded }) => folded)));
  if (absent.some(({ folded }) => quoted.has(folded))) return [];
  const weights = new Float64Array(index.lengths.length);
  for (const { weight, places, kindred } of terms) {
    for (const page of places.pages) weights[page]! += weight;
    for (const page of kindred.pages) if (!places.has(page)) weights[page]! += weight * kindredShare;
  }
  const all = terms.reduce((sum, { weight }) => sum + weight, 0);
  const enough = Math.min(enoughOfAll * all, enoughOfBest * weights.reduce((most, each) => Math.max(most, each), 0));
  const pages: number[] = [];
  weights.forEach((weight, page) => {
    if (weight > 0 && weight >= enough && seemsToHave(page, terms, query)) pages.push(page);
  });
  return pages;
}

/** Pages, those first that are likely to tell most. Only so many are looked at closely. */
function bestFirst(pages: number[], terms: Term[]): number[] {
  const weighed = byScore(pages, (page) => weigh(page, terms));
  return [...byScore(weighed.slice(0, mostScored), (page) => scorePage(page, terms)), ...weighed.slice(mostScored)];
}

/** Pages, those with the highest score first; of equals the first first. */
function byScore(pages: number[], scoreOf: (page: number) => number): number[] {
  const scores = pages.map((page) => [page, scoreOf(page)] as const);
  return scores.sort(([one, x], [other, y]) => y - x || one - other).map(([page]) => page);
}

/** What some pages of an answer show. */
export interface Loaded {
  hits: PageHits[];
  /** Where among the pages of the answer to go on. */
  next: number;
  /** How many pages could not be read. */
  lost: number;
}

/** Loads the pages of an answer, from one of them on, until so many show something. Rejects where none can be read. */
export async function load(answer: Answer, index: SearchIndex, from: number, most: number): Promise<Loaded> {
  const hits: PageHits[] = [];
  let next = from;
  let lost = 0;
  while (hits.length < most && next < Math.min(answer.pages.length, from + mostLoaded)) {
    const pages = answer.pages.slice(next, next + most - hits.length);
    next += pages.length;
    // Each page is looked through while others are on their way.
    const shown = await Promise.allSettled(pages.map(async (page) => hitsOn(page, await index.fragment(page), answer)));
    for (const page of shown)
      if (page.status === 'rejected') lost++;
      else if (page.value.passages.length > 0) hits.push(page.value);
    if (lost > 0 && lost === next - from) throw new Error('No page of the index can be read');
  }
  if (answer.options.sort !== 'order') hits.sort((one, other) => other.passages[0]!.score - one.passages[0]!.score);
  return { hits, next, lost };
}

function hitsOn(page: number, fragment: Fragment, { query, terms, located, options }: Answer): PageHits {
  const { filters } = options;
  const text = pageText(fragment);
  const phrases = phrasesIn(page, text.tokens, located, query);
  const holding = text.passages.filter((passage) => holdsPhrases(passage, phrases));
  const all = query.words.length > 0 ? rankPassages(page, text, holding, terms) : browsed(text);
  const ranked = all
    .map((found) => ({
      ...found,
      isNotesOnly: filters['kind'] !== undefined && !filters['kind'].includes('passage'),
      hits: found.hits.filter((hit) => isWanted(hit, found.passage, text, filters)),
    }))
    .filter(({ hits }) => hits.length > 0);
  const best = ranked[0]?.score ?? 0;
  const passages = ranked.filter(({ score }) => score >= enoughOfPage * best);
  if (options.sort === 'order') passages.sort((a, b) => a.passage.lines[0]!.start - b.passage.lines[0]!.start);
  return { text, passages };
}
