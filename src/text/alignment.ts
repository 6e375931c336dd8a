import type { Trace } from './fingerprint.ts';
import { folded } from './fold.ts';
import { pairsOf, similarity } from './similarity.ts';

/** What became of an old text: which new one has its words, or that none has. */
export type Fate =
  /** Its words stand there: unchanged, lightly edited, moved, or cut up, and this is the first part. */
  | { kept: number }
  /** Its words stand there, in a text that goes on being another old one. */
  | { merged: number }
  /** Its words stand nowhere; `instead` is the one new text in its place, if there is one. */
  | { lost: true; instead?: number };

/** Two texts that agree so far are the same words, edited. */
const recognised = 0.5;
/** A text of which so much is in another is part of it. */
const contained = 0.7;

/** A pair of words that more texts have says nothing of which is which. */
const few = 16;
/** A text of fewer words is too little to be known as part of another. */
const fewestWords = 4;

/**
 * Follows old texts into new ones by their words, never by their positions: first those that are equal, then those that
 * are most alike, then those that were cut up or joined. No new text is kept for two old ones.
 */
export function align(old: readonly Trace[], current: readonly Trace[]): Fate[] {
  const kept = matchEqual(old.map(keyOf), current.map(keyOf));
  const taken = new Set(kept.values());
  const keep = (from: number, to: number) => {
    kept.set(from, to);
    taken.add(to);
  };

  const pairs = pairsWorthComparing(old, current, kept, taken).map((pair) => ({
    ...pair,
    ...similarity(old[pair.from]!, current[pair.to]!),
  }));
  for (const { from, to, alike } of pairs.toSorted((a, b) => b.alike - a.alike || a.from - b.from || a.to - b.to))
    if (alike >= recognised && !kept.has(from) && !taken.has(to)) keep(from, to);

  for (const from of old.keys()) {
    if (kept.has(from)) continue;
    const parts = pairs.filter(
      (pair) => pair.from === from && !taken.has(pair.to) && isPart(current[pair.to]!, pair.taken),
    );
    if (sum(parts.map((part) => part.kept)) >= recognised) keep(from, Math.min(...parts.map(({ to }) => to)));
  }
  return old.map((text, from) => fateOf(text, from));

  function fateOf(text: Trace, from: number): Fate {
    const to = kept.get(from);
    if (to !== undefined) return { kept: to };
    const whole = [...taken].filter((index) => isPart(text, similarity(text, current[index]!).kept));
    if (whole.length > 0) return { merged: Math.min(...whole) };
    const place = (kept.get(from - 1) ?? -1) + 1;
    const alone = place < current.length && !taken.has(place) && (kept.get(from + 1) ?? current.length) === place + 1;
    return alone ? { lost: true, instead: place } : { lost: true };
  }
}

function isPart(text: Trace, share: number): boolean {
  return share >= contained && text.fingerprint.length >= fewestWords;
}

function keyOf({ fingerprint, opening }: Trace): string {
  return `${fingerprint} ${folded(opening).toLowerCase()}`;
}

/**
 * Matches equal texts, wherever they stand. Where several are equal, those go together whose neighbours do; what is
 * then left goes in order.
 */
function matchEqual(old: readonly string[], current: readonly string[]): Map<number, number> {
  const places = Map.groupBy(current.keys(), (index) => current[index]!);
  const counts = Map.groupBy(old, (key) => key);
  const kept = new Map<number, number>();
  const taken = new Set<number>();
  const keep = (from: number, to: number | undefined) => {
    if (to === undefined || kept.has(from) || taken.has(to) || current[to] !== old[from]) return;
    kept.set(from, to);
    taken.add(to);
  };
  for (const [from, key] of old.entries())
    if (counts.get(key)!.length === 1 && places.get(key)?.length === 1) keep(from, places.get(key)![0]);
  const beside = (from: number, step: 1 | -1) => {
    const neighbour = from - step;
    const at = neighbour < 0 ? -1 : neighbour === old.length ? current.length : kept.get(neighbour);
    if (at !== undefined) keep(from, at + step);
  };
  for (const from of old.keys()) beside(from, 1);
  for (const from of [...old.keys()].reverse()) beside(from, -1);
  for (const [from, key] of old.entries())
    if (!kept.has(from))
      keep(
        from,
        places.get(key)?.find((to) => !taken.has(to)),
      );
  return kept;
}

/** The old and new texts without a match that share a pair of words few have, or stand in the same place. */
function pairsWorthComparing(
  old: readonly Trace[],
  current: readonly Trace[],
  kept: Map<number, number>,
  taken: Set<number>,
) {
  const having = new Map<string, number[]>();
  for (const [to, { fingerprint }] of current.entries()) {
    if (taken.has(to)) continue;
    for (const pair of pairsOf(`^${fingerprint}$`))
      having
        .set(pair, having.get(pair) ?? [])
        .get(pair)!
        .push(to);
  }
  let place = -1;
  return [...old.entries()].flatMap(([from, { fingerprint }]) => {
    place = kept.get(from) ?? place + 1;
    if (kept.has(from)) return [];
    const shared = [...pairsOf(`^${fingerprint}$`)].map((pair) => having.get(pair) ?? []);
    const likely = new Set(shared.filter(({ length }) => length <= few).flat());
    if (place < current.length && !taken.has(place)) likely.add(place);
    return [...likely].map((to) => ({ from, to }));
  });
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
