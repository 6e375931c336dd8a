import { foldWord } from '../text/query.ts';
import type { NotePart, PageText, Part, Passage } from './search-passages.ts';
import type { Term } from './search-terms.ts';

/** A word of the query at a token of a page. */
export interface Match {
  at: number;
  term: Term;
  /** 1 for the word itself, less for one that may have been meant. */
  share: number;
}

/** A stretch of a passage that has words of the query: some of its text, or one of its notes. */
export interface Hit {
  part: Part | NotePart;
  isNote: boolean;
  score: number;
  matches: Match[];
  /** Those that tell most together: what to show of it. */
  focus: Match[];
}

export interface RankedPassage {
  passage: Passage;
  score: number;
  /** Best first, never none. */
  hits: Hit[];
}

/**
 * What counts how much, in units of the weight of a word. A word counts once, where it is best found: in the text; in a
 * note on it, since readers remember scenes in the words of those who explained them; as a theme or term that a note
 * links to; in the title (which names the work), the summary and what else the page is about; elsewhere in it. Words
 * that stand as they do in the query, near one another, or more than once count again: so a line half remembered is
 * told from others with its words.
 */
const counts = { text: 1, note: 0.9, tag: 0.7, page: 0.1, sequence: 0.8, near: 0.35, again: 0.06, kindred: 0.5, title: 1, name: 3 };
const fieldCounts: Record<string, number> = { title: 0.9, author: 0.9, summary: 0.6, about: 0.4 };
/** Even a word that stands everywhere tells something where it follows another as in the query. */
const leastInSequence = 0.4;
/** Passages are what is looked for; what we say of them comes next. */
const kindCounts = { text: 1.35, essay: 1, theme: 1, term: 0.9 };

/** A text or note that tells less than this part of the best of its passage is left out. */
const enoughOfPassage = 0.4;

/** So many tokens are near one another: two or three lines of prose. */
const reach = 30;
/** So many are likely to lie in one passage with its notes. */
const passageReach = 150;

/** In the index marks are words too, so that words in sequence may stand a little further apart. */
const markedApart = 3;

/** The words of the query in a page, in the order of its text. */
export function matchesOn(page: number, terms: Term[]): Match[] {
  const matches = terms.flatMap((term): Match[] => {
    const kindred = term.kindred.get(page)?.at ?? [];
    return [
      ...(term.places.get(page)?.at ?? []).map((at) => ({ at, term, share: 1 })),
      ...kindred.map((at) => ({ at, term, share: counts.kindred })),
    ];
  });
  return matches.sort((one, other) => one.at - other.at);
}

/** What a page gains by a word, wherever in it. */
export function shareOf({ places, kindred }: Term, page: number): number {
  return places.has(page) ? 1 : kindred.has(page) ? counts.kindred : 0;
}

/** How much a page is likely to tell, from the index alone, before its text is loaded. */
export function scorePage(page: number, terms: Term[]): number {
  const matches = matchesOn(page, terms);
  let score = counts.sequence * sequenceIn(matches, (at) => at, markedApart).weight;
  score += counts.near * densest(matches, passageReach).weight;
  for (const term of terms) {
    const place = term.places.get(page);
    const inText = place?.at.length ? counts.text : counts.kindred * Math.min(1, term.kindred.get(page)?.at.length ?? 0);
    score += term.weight * (inText + fieldCount(place?.fields ?? []));
  }
  return score;
}

/** Whether a page seems to have the words of the query from one up to another in sequence, those that were looked up. */
export function hasSequence(page: number, terms: Term[], [start, end]: [number, number]): boolean {
  const within = (index: number) => index >= start && index < end;
  const words = terms.map((term) => ({ ...term, indices: term.indices.filter(within), kindred: new Map() }));
  const sought = words.filter(({ indices }) => indices.length > 0);
  const count = sought.reduce((sum, { indices }) => sum + indices.length, 0);
  const found = sequenceIn(matchesOn(page, sought), (at) => at, markedApart);
  return count < 2 || found.matches.length === count;
}

/** The passages of a page that have words of the query, best first. */
export function rankPassages(page: number, text: PageText, terms: Term[]): RankedPassage[] {
  const matches = matchesOn(page, terms);
  const floor = new Map(matches.map(({ term }) => [term, counts.page]));
  for (const term of terms) {
    const place = term.places.get(page);
    if (place) floor.set(term, Math.max(floor.get(term) ?? 0, fieldCount(place.fields)));
  }
  const title = titleScore(text, terms);
  const ranked = text.passages.flatMap((passage) => rank(passage, text, matches, floor) ?? []);
  const [lead] = text.passages;
  // What a page is about need not be said in it again; then it answers with its beginning.
  if (ranked.length === 0 && title > 0 && lead) ranked.push(beginning(lead, floor));
  return ranked
    .map((found) => ({ ...found, score: kindCounts[text.kind] * (found.score + title) }))
    .sort((one, other) => other.score - one.score);
}

function fieldCount(fields: string[]): number {
  return Math.max(0, ...fields.map((field) => fieldCounts[field] ?? 0));
}

function beginning(passage: Passage, floor: Map<Term, number>): RankedPassage {
  const score = total(floor);
  return { passage, score, hits: [{ part: passage.lines[0]!, isNote: false, score, matches: [], focus: [] }] };
}

function rank(
  passage: Passage,
  text: PageText,
  matches: Match[],
  floor: Map<Term, number>,
): RankedPassage | undefined {
  const best = new Map(floor);
  const raise = (term: Term, count: number) => best.set(term, Math.max(best.get(term) ?? 0, count));
  let arranged = 0;
  const hits = [...linesOf(passage), ...passage.notes].flatMap((part): Hit[] => {
    const isNote = 'lemmaEnd' in part;
    const start = isNote ? part.lemmaEnd : part.start;
    const inside = matches.filter(({ at }) => at >= start && at < part.end);
    if (isNote) for (const term of floor.keys()) if (isNamed(term, part.tags)) raise(term, counts.tag);
    if (inside.length === 0) return [];
    const distinct = new Map<Term, number>();
    for (const { term, share } of inside) distinct.set(term, Math.max(share, distinct.get(term) ?? 0));
    const count = isNote ? counts.note : counts.text;
    const { weight, focus } = arrangement(inside, text);
    let score = weight + counts.again * Math.log2(inside.length / distinct.size) * inside[0]!.term.weight;
    for (const [term, share] of distinct) {
      raise(term, count * share);
      score += count * share * term.weight;
    }
    arranged = Math.max(arranged, weight);
    return [{ part, isNote, score, matches: inside, focus }];
  });
  if (hits.length === 0) return undefined;
  hits.sort((one, other) => other.score - one.score);
  const shown = hits.filter(({ score }) => score >= enoughOfPassage * hits[0]!.score);
  return { passage, hits: shown, score: total(best) + arranged };
}

function total(counted: Map<Term, number>): number {
  let sum = 0;
  for (const [{ weight }, count] of counted) sum += weight * count;
  return sum;
}

/** The text of a passage: its lines as one, since a query may run over their ends. */
function linesOf({ lines }: Passage): Part[] {
  const [first] = lines;
  return first ? [{ id: first.id, start: first.start, end: lines.at(-1)!.end }] : [];
}

/** What the words gain by standing in sequence and near one another, and those that gain it. */
function arrangement(matches: Match[], text: PageText): { weight: number; focus: Match[] } {
  const sequence = sequenceIn(matches, (at) => text.ordinals[at] ?? at, 0);
  const cluster = densest(matches, reach);
  return {
    weight: counts.sequence * sequence.weight + counts.near * cluster.weight,
    focus: sequence.weight > 0 && sequence.weight >= cluster.weight ? sequence.matches : cluster.matches,
  };
}

/**
 * The words that stand to one another as they do in the query: for these, the distance from their number in the query
 * to their place in the text is the same, give or take the marks between them.
 */
function sequenceIn(matches: Match[], placeOf: (at: number) => number, slack: number): Arrangement {
  const shifts = new Map<number, Map<number, Match>>();
  for (const match of matches)
    for (const index of match.term.indices)
      for (let shift = placeOf(match.at) - index, least = shift - slack; shift >= least; shift--) {
        const words = shifts.get(shift) ?? new Map<number, Match>();
        shifts.set(shift, words.set(index, match));
      }
  let best: Arrangement = { weight: 0, matches: [] };
  for (const words of shifts.values()) {
    if (words.size < 2) continue;
    const found = [...words.values()];
    const weight = found.reduce((sum, { term, share }) => sum + share * Math.max(term.weight, leastInSequence), 0);
    if (weight > best.weight) best = { weight, matches: found };
  }
  return best;
}

/** The stretch of so many tokens whose words weigh most; each word counts once, and one alone for nothing. */
function densest(matches: Match[], length: number): Arrangement {
  let best: Arrangement = { weight: 0, matches: matches.slice(0, 1) };
  for (const [first, { at }] of matches.entries()) {
    const inside = matches.slice(first).filter((match) => match.at < at + length);
    const shares = new Map<Term, number>();
    for (const { term, share } of inside) shares.set(term, Math.max(share, shares.get(term) ?? 0));
    const weight = shares.size > 1 ? total(shares) : 0;
    if (weight > best.weight) best = { weight, matches: inside };
  }
  return best;
}

/** What a page gains by its title: the more of it is asked for the more, and most where nothing else is asked for. */
function titleScore({ title }: PageText, terms: Term[]): number {
  const words = title.split(/[\s—]+/).map(foldWord).filter((word) => word !== '');
  const named = terms.filter(({ word }) => words.includes(word.folded));
  const weight = named.reduce((sum, term) => sum + term.weight, 0);
  const isItsName = named.length === words.length && terms.every((term) => term.word.weight < 1 || named.includes(term));
  return weight * (isItsName ? counts.name : (counts.title * named.length) / Math.max(1, words.length));
}

function isNamed({ word }: Term, tags: string[]): boolean {
  return tags.some((tag) => tag.split(/[/-]/).slice(1).includes(word.folded));
}

interface Arrangement {
  weight: number;
  matches: Match[];
}
