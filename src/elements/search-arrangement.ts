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
  const matches = terms.flatMap((term): Match[] => [
    ...(term.places.get(page)?.at ?? []).map((at) => ({ at, term, share: 1 })),
    ...(term.kindred.get(page)?.at ?? []).map((at) => ({ at, term, share: kindredShare })),
  ]);
  return matches.sort((one, other) => one.at - other.at);
}

/**
 * The words that stand to one another as they do in the query: for these, the distance from their number in the query
 * to their place in the text, which `placeOf` gives, is the same, or less by at most `slack`.
 */
export function sequenceIn(matches: Match[], placeOf: (at: number) => number, slack: number): Arrangement {
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
    let weight = 0;
    for (const { term, share } of words.values()) weight += share * Math.max(term.weight, leastInSequence);
    if (weight > best.weight) best = { weight, matches: [...words.values()] };
  }
  return best;
}

/** The stretch of so many tokens whose words weigh most; each word counts once, and one alone for nothing. */
export function densest(matches: Match[], length: number): Arrangement {
  let best: Arrangement = { weight: 0, matches: matches.slice(0, 1) };
  const inside = new Map<Term, number[]>();
  let first = 0;
  for (const [last, { at, term, share }] of matches.entries()) {
    inside.set(term, [...(inside.get(term) ?? []), share]);
    for (; matches[first]!.at <= at - length; first++) {
      const { term: left } = matches[first]!;
      const shares = inside.get(left)!.slice(1);
      if (shares.length > 0) inside.set(left, shares);
      else inside.delete(left);
    }
    if (inside.size < 2) continue;
    let weight = 0;
    for (const [{ weight: full }, shares] of inside) weight += full * Math.max(...shares);
    if (weight > best.weight) best = { weight, matches: matches.slice(first, last + 1) };
  }
  return best;
}

/** Halves of a compound stand at one place, so that the words after it may stand nearer than in the query. */
const joined = 2;

/**
 * Whether a page has the words of the query from one up to another in sequence, as far as they were looked up, with at
 * most so many marks between them.
 */
export function isAligned(page: number, terms: Term[], [start, end]: [number, number], marks: number): boolean {
  const sought = terms.flatMap((term) => {
    const at = term.places.get(page)?.at ?? [];
    return term.indices.filter((index) => index >= start && index < end).map((index) => ({ index, at }));
  });
  if (sought.length < 2) return true;
  const rarest = sought.reduce((best, each) => (each.at.length < best.at.length ? each : best));
  return rarest.at.some((at) =>
    sought.every((word) => {
      const isAfter = word.index > rarest.index;
      const place = at + word.index - rarest.index;
      return hasBetween(word.at, place - (isAfter ? joined : marks), place + (isAfter ? marks : joined));
    }),
  );
}

/** Whether ascending numbers have one from a least up to and with a greatest. */
function hasBetween(numbers: number[], least: number, greatest: number): boolean {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low < numbers.length && numbers[low]! <= greatest;
}
