import { foldWord } from '../text/query.ts';
import { densest, kindredShare, matchesOn, sequenceIn, sequenceWeight, type Match } from './search-arrangement.ts';
import { markedApart } from './search-phrases.ts';
import { isNote, type NotePart, type PageText, type Part, type Passage } from './search-passages.ts';
import type { Term } from './search-terms.ts';

/** A stretch of a passage that has words of the query: some of its text, or one of its notes. */
export interface Hit {
  part: Part | NotePart;
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
  /** Whether the text that its notes are on is filtered out. */
  isNotesOnly?: boolean;
}

/**
 * What counts how much, in units of the weight of a word. A word counts once, where it is best found: in the text; in a
 * note on it, since readers remember scenes in the words of those who explained them; as a theme or term that a note
 * links to; in the title (which names the work), the summary and what else the page is about; elsewhere in it. Words
 * that stand as they do in the query, near one another, or more than once count again: so a line half remembered is
 * told from others with its words.
 */
const counts = { text: 1, note: 0.9, tag: 0.7, page: 0.1, sequence: 0.8, near: 0.35, again: 0.06, title: 1, name: 3 };
const fieldCounts: Record<string, number> = { title: 0.9, author: 0.9, summary: 0.6, about: 0.4 };
/** Passages are what is looked for; what we say of them comes next. */
const kindCounts = { text: 1.35, essay: 1, theme: 1, term: 0.9 };

/** A text or note that tells less than this part of the best of its passage is left out, unless it adds a word. */
const enoughOfPassage = 0.4;
/** A word tells little beside one that is so many times as rare. */
const muchRarer = 2;

/** So many tokens are near one another: two or three lines of prose. */
const reach = 30;
/** So many are likely to lie in one passage with its notes. */
const passageReach = 150;

/** How much a page is likely to tell, from the index alone, before its text is loaded. */
export function scorePage(page: number, terms: Term[]): number {
  const matches = matchesOn(page, terms);
  const sequence = sequenceWeight(matches, markedApart);
  return weigh(page, terms) + counts.sequence * sequence + counts.near * densest(matches, passageReach).weight;
}

/** How much a page tells by having words at all, wherever they stand. */
export function weigh(page: number, terms: Term[]): number {
  let sum = 0;
  for (const term of terms) {
    const isInText = term.places.on(page).length > 0;
    const inText = isInText ? counts.text : kindredShare * Math.min(1, term.kindred.on(page).length);
    sum += term.weight * (inText + fieldCount(term.places.fieldsOn(page)));
  }
  return sum;
}

/** Those of some passages of a page that have words of the query, best first. */
export function rankPassages(page: number, text: PageText, passages: Passage[], terms: Term[]): RankedPassage[] {
  const matches = matchesOn(page, terms);
  const floor = new Map(matches.map(({ term }) => [term, counts.page]));
  for (const term of terms)
    if (term.places.has(page)) floor.set(term, Math.max(floor.get(term) ?? 0, fieldCount(term.places.fieldsOn(page))));
  const title = titleScore(text, terms);
  const ranked = passages.flatMap((passage) => rank(passage, text, matches, floor) ?? []);
  const [lead] = passages;
  // What a page is about need not be said in it again; then it answers with its beginning.
  if (ranked.length === 0 && title > 0 && lead) ranked.push(beginning(lead, floor));
  return ranked
    .map((found) => ({ ...found, score: kindCounts[text.kind] * (found.score + title) }))
    .sort((one, other) => other.score - one.score);
}

/** The passages of a page where nothing is asked for but filters: of an excerpt its notes, else its beginning. */
export function browsed({ kind, passages }: PageText): RankedPassage[] {
  if (kind !== 'text') return passages.slice(0, 1).map((passage) => beginning(passage, new Map()));
  return passages.map((passage) => ({
    passage,
    score: 0,
    hits: [...linesOf(passage), ...passage.notes].map((part) => ({ part, score: 0, matches: [], focus: [] })),
  }));
}

function fieldCount(fields: readonly string[]): number {
  return fields.length === 0 ? 0 : Math.max(0, ...fields.map((field) => fieldCounts[field] ?? 0));
}

function beginning(passage: Passage, floor: Map<Term, number>): RankedPassage {
  const score = total(floor);
  return { passage, score, hits: [{ part: passage.lines[0]!, score, matches: [], focus: [] }] };
}

function rank(passage: Passage, text: PageText, matches: Match[], floor: Map<Term, number>): RankedPassage | undefined {
  const best = new Map(floor);
  const raise = (term: Term, count: number) => best.set(term, Math.max(best.get(term) ?? 0, count));
  let arranged = 0;
  const hits = [...linesOf(passage), ...passage.notes].flatMap((part): Hit[] => {
    const start = isNote(part) ? part.lemmaEnd : part.start;
    const inside = matches.filter(({ at }) => at >= start && at < part.end);
    if (isNote(part)) for (const term of floor.keys()) if (isNamed(term, part.tags)) raise(term, counts.tag);
    if (inside.length === 0) return [];
    const distinct = new Map<Term, number>();
    for (const { term, share } of inside) distinct.set(term, Math.max(share, distinct.get(term) ?? 0));
    const count = isNote(part) ? counts.note : counts.text;
    const { weight, focus } = arrangement(inside, text);
    let score = weight + counts.again * Math.log2(inside.length / distinct.size) * inside[0]!.term.weight;
    for (const [term, share] of distinct) {
      raise(term, count * share);
      score += count * share * term.weight;
    }
    arranged = Math.max(arranged, weight);
    return [{ part, score, matches: inside, focus }];
  });
  if (hits.length === 0) return undefined;
  hits.sort((one, other) => other.score - one.score);
  return { passage, hits: worthShowing(hits), score: total(best) + arranged };
}

/** Of the hits of a passage, best first, those that tell nearly as much as the best or a word that none before has. */
function worthShowing(hits: Hit[]): Hit[] {
  const heaviest = Math.max(...hits.flatMap(({ matches }) => matches.map(({ term }) => term.weight)));
  const said = new Set<Term>();
  return hits.filter(({ score, matches }) => {
    const added = matches.filter(({ term, share }) => !said.has(term) && share * term.weight * muchRarer >= heaviest);
    for (const { term } of added) said.add(term);
    return added.length > 0 || score >= enoughOfPassage * hits[0]!.score;
  });
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
  const sequence = sequenceIn(matches, (at) => text.ordinals[at] ?? at);
  const cluster = densest(matches, reach);
  return {
    weight: counts.sequence * sequence.weight + counts.near * cluster.weight,
    focus: sequence.weight > 0 && sequence.weight >= cluster.weight ? sequence.matches : cluster.matches,
  };
}

/** What a page gains by its title: the more of it is asked for the more, and most where nothing else is asked for. */
function titleScore({ title }: PageText, terms: Term[]): number {
  const words = title
    .split(/[\s—]+/)
    .map(foldWord)
    .filter((word) => word !== '');
  const named = terms.filter(({ word }) => words.includes(word.folded));
  const weight = named.reduce((sum, term) => sum + term.weight, 0);
  const isItsName =
    named.length === words.length && terms.every((term) => term.word.weight < 1 || named.includes(term));
  return weight * (isItsName ? counts.name : (counts.title * named.length) / Math.max(1, words.length));
}

function isNamed({ word }: Term, tags: string[]): boolean {
  return tags.some((tag) => tag.split(/[/-]/).slice(1).includes(word.folded));
}
