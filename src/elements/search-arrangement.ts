import type { Term } from './search-terms.ts';

/** A word of the query at a token of a page. */
export interface Match {
  at: number;
  term: Term;
  /** 1 for the word itself, less for one that may have been meant. */
  share: number;
}

/** Words that stand together, and their weight. */
export interface Arrangement {
  weight: number;
  matches: Match[];
}

/** What a word counts for that is not said, but may have been meant. */
export const kindredShare = 0.5;
/** Even a word that stands everywhere tells something where it follows another as in the query. */
const leastInSequence = 0.4;

/** The words of the query in a page, in the order of its text. */
export function matchesOn(page: number, terms: Term[]): Match[] {
  const matches: Match[] = [];
  for (const term of terms) {
    for (const at of term.places.on(page)) matches.push({ at, term, share: 1 });
    for (const at of term.kindred.on(page)) matches.push({ at, term, share: kindredShare });
  }
  return matches.sort((one, other) => one.at - other.at);
}

/** The words that stand to one another as they do in the query, by their places in the text, which `placeOf` gives. */
export function sequenceIn(matches: Match[], placeOf: (at: number) => number): Arrangement {
  const { weight, shift } = heaviestShift(matches, placeOf, 0);
  const words = new Map<number, Match>();
  if (weight > 0)
    for (const match of matches)
      for (const index of match.term.indices) if (placeOf(match.at) - index === shift) words.set(index, match);
  return { weight, matches: [...words.values()] };
}

/** What words weigh that stand as in the query, where up to so many marks may part them. */
export function sequenceWeight(matches: Match[], marks: number): number {
  return heaviestShift(matches, (at) => at, marks).weight;
}

/** Shifts that lie so far from one another are never open at once: more than a query has words. */
const open = 64;

/**
 * Several words whose distance from their number in the query to their place in the text, the shift, is the same, or
 * less by at most `slack`: the weight of the heaviest such sequence, and its shift.
 */
function heaviestShift(matches: Match[], placeOf: (at: number) => number, slack: number) {
  const [shifts, words, weights] = [new Int32Array(open), new Uint32Array(open), new Float64Array(open)];
  const best = { weight: 0, shift: 0 };
  for (const { at, term, share } of matches) {
    const gained = share * Math.max(term.weight, leastInSequence);
    for (const index of term.indices) {
      const greatest = placeOf(at) - index;
      for (let shift = greatest; shift >= greatest - slack; shift--) {
        const slot = shift & (open - 1);
        const others = shifts[slot] === shift ? words[slot]! : 0;
        if (others & (1 << index)) continue;
        shifts[slot] = shift;
        words[slot] = others | (1 << index);
        weights[slot] = others === 0 ? gained : weights[slot]! + gained;
        if (others === 0 || weights[slot] <= best.weight) continue;
        best.weight = weights[slot];
        best.shift = shift;
      }
    }
  }
  return best;
}

/** The stretch of so many tokens whose words weigh most; each word counts once, and one alone for nothing. */
export function densest(matches: Match[], length: number): Arrangement {
  let best: Arrangement = { weight: 0, matches: matches.slice(0, 1) };
  const inside = new Map(matches.map(({ term }) => [term, { own: 0, kindred: 0 }]));
  const count = ({ term, share }: Match, change: number) =>
    (inside.get(term)![share === 1 ? 'own' : 'kindred'] += change);
  let first = 0;
  for (const [last, match] of matches.entries()) {
    for (; matches[first]!.at <= match.at - length; first++) count(matches[first]!, -1);
    // Only a word that was not there makes the stretch heavier.
    if (count(match, 1) > 1) continue;
    let weight = 0;
    let words = 0;
    for (const [{ weight: full }, { own, kindred }] of inside) {
      if (own + kindred > 0) words++;
      weight += full * (own > 0 ? 1 : kindred > 0 ? kindredShare : 0);
    }
    if (words > 1 && weight > best.weight) best = { weight, matches: matches.slice(first, last + 1) };
  }
  return best;
}

/** Halves of a compound stand at one place, so that the words after it may stand nearer than in the query. */
const joined = 2;

/** A word of the query: its numbers in it, and where it stands. */
export type Located = Pick<Term, 'indices' | 'places'>;

/**
 * Where in a page the words of the query from one up to another begin that stand in sequence, as far as they were looked
 * up, with at most so many marks between them. Marks before the rarest of them make the beginning seem later than it is.
 */
export function* beginningsIn(
  page: number,
  words: Located[],
  [start, end]: [number, number],
  marks: number,
): Generator<number> {
  const sought = words.flatMap(({ indices, places }) => {
    const at = places.on(page);
    return indices.filter((index) => index >= start && index < end).map((index) => ({ index, at }));
  });
  const rarest = sought.reduce((best, each) => (each.at.length < best.at.length ? each : best));
  const others = sought
    .filter((word) => word !== rarest)
    .map(({ index, at }) => {
      const [before, after] = index > rarest.index ? [joined, marks] : [marks, joined];
      const distance = index - rarest.index;
      return { at, next: 0, least: distance - before, most: distance + after };
    });
  for (const at of rarest.at) {
    const isAligned = others.every((word) => {
      while (word.at[word.next]! < at + word.least) word.next++;
      return word.at[word.next]! <= at + word.most;
    });
    if (isAligned) yield at + start - rarest.index;
  }
}
