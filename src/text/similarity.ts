import { distance } from './distance.ts';
import type { Trace } from './fingerprint.ts';

/** How two texts agree, each from 0 to 1. */
export interface Similarity {
  /** Pairs of neighbouring words that both have (Dice 1945); of very short texts their letters, if that is more. */
  alike: number;
  /** The share of the first one's words, as pairs, that the second has. */
  kept: number;
  /** The share of the second one's words, as pairs, that the first has. */
  taken: number;
}

/** Compares two texts by their traces. */
export function similarity(one: Trace, other: Trace): Similarity {
  // The ends of a text count as neighbours of its words, so that short texts have pairs enough to compare.
  const [a, b] = [pairsOf(`^${one.fingerprint}$`), pairsOf(`^${other.fingerprint}$`)];
  const [inner, others] = [pairsOf(one.fingerprint), pairsOf(other.fingerprint)];
  const common = inner.intersection(others).size;
  return {
    alike: Math.max((2 * a.intersection(b).size) / (a.size + b.size), lettersAlike(one, other)),
    kept: common / Math.max(1, inner.size),
    taken: common / Math.max(1, others.size),
  };
}

/** Pairs of neighbouring words; one that comes again is another pair. */
export function pairsOf(fingerprint: string): Set<string> {
  const counts = new Map<string, number>();
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < fingerprint.length; index++) {
    const pair = fingerprint.slice(index, index + 2);
    const count = counts.get(pair) ?? 0;
    counts.set(pair, count + 1);
    pairs.add(`${pair}${count || ''}`);
  }
  return pairs;
}

/** Of texts up to this many words the opening is the whole, and one word is too much of them to go by. */
const fewWords = 6;

function lettersAlike(one: Trace, other: Trace): number {
  if (Math.max(one.fingerprint.length, other.fingerprint.length) > fewWords) return 0;
  const [a, b] = [one.opening.toLowerCase(), other.opening.toLowerCase()];
  return 1 - distance(a, b) / Math.max(a.length, b.length, 1);
}
