import { difference } from './difference.ts';
import type { Passages, Stretch } from './passages.ts';
import { prove } from './proof.ts';
import { partsOf, plainPart } from './quotation.ts';

/** The passage most like a quotation that stands nowhere, and how far they agree, 0 to 1. */
export interface Nearest {
  stretch: Stretch;
  likeness: number;
}

/** Where each word of the library stands, so that a quotation is looked for only where its rarest word is. */
export class Occurrences {
  readonly #passages: Passages;
  /** For each word, where its positions start; then the number of all positions. */
  readonly #firsts: Uint32Array;
  readonly #positions: Uint32Array;

  /** Linear in the words of the library. */
  constructor(passages: Passages) {
    const { tokens, vocabulary } = passages;
    this.#passages = passages;
    this.#firsts = new Uint32Array(vocabulary + 1);
    this.#positions = new Uint32Array(tokens.length);
    for (const word of tokens) this.#firsts[word + 1]!++;
    for (let word = 0; word < vocabulary; word++) this.#firsts[word + 1]! += this.#firsts[word]!;
    const next = this.#firsts.slice();
    for (const [position, word] of tokens.entries()) this.#positions[next[word]!++] = position;
  }

  /** The units where a quotation stands or starts, at most `most` of them, in the order of the library. */
  find(quotation: string, most = 8): number[] {
    const sought = this.#soughtIn(quotation);
    const rarest = rarestFirst(sought)[0];
    if (!rarest || rarest.positions.length === 0) return [];
    const found = new Set<number>();
    const tried = new Set<number>();
    for (const position of rarest.positions) {
      const unit = this.#passages.unitAt(Math.max(0, position - rarest.index));
      if (tried.has(unit) || !this.#stands(sought, rarest, position)) continue;
      tried.add(unit);
      if (prove(quotation, this.#passages, unit).proved) found.add(unit);
      if (found.size === most) break;
    }
    return [...found];
  }

  /** Whether the words next to one that stands at `position` stand next to it; signs may have others between. */
  #stands(sought: Sought[], { index, element }: Sought, position: number): boolean {
    return [1, -1].every((step) => {
      const next = sought[index + step];
      return next?.element !== element + step || next.numbers.includes(this.#passages.tokens[position + step] ?? -1);
    });
  }

  /** The passage most like the first part of a quotation; undefined where no passage has any of its words. */
  nearest(quotation: string): Nearest | undefined {
    const sought = rarestFirst(this.#soughtIn(quotation)).filter(({ positions }) => positions.length > 0);
    const votes = new Map<number, { weight: number; position: number }>();
    for (const { positions, index } of sought.slice(0, wordsAsked)) {
      const weight = Math.log2(1 + this.#positions.length / positions.length);
      for (const position of positions.subarray(0, positionsAsked)) {
        const near = Math.max(0, position - index) >> neighbourhood;
        const vote = votes.get(near);
        if (vote) vote.weight += weight;
        else votes.set(near, { weight, position });
      }
    }
    const places = [...votes.values()].sort((a, b) => b.weight - a.weight || a.position - b.position);
    const read = plainPart(partsOf(quotation).elements).map(({ value }) => value);
    let best: Nearest | undefined;
    for (const { position } of places.slice(0, placesCompared)) {
      const compared = this.#compare(read, position);
      if (!best || compared.likeness > best.likeness) best = compared;
    }
    return best;
  }

  /** How like what was read is to the passage around a position. */
  #compare(read: string[], position: number): Nearest {
    const { firsts, runs } = this.#passages;
    const run = this.#passages.runAt(this.#passages.unitAt(position));
    const reach = 2 * read.length + (1 << neighbourhood);
    const from = Math.max(firsts[runs[run]!]!, position - reach);
    const to = Math.min(firsts[runs[run + 1]!]!, position + reach);
    const window = Array.from({ length: to - from }, (_, index) => this.#passages.valueAt(from + index));
    const { start, likeness } = difference(read, window);
    const [stretch] = this.#passages.stretches(from + start, Math.min(from + start + read.length, to));
    return { stretch: stretch!, likeness };
  }

  /** The words of the first part of a quotation, but for names of speakers, with where they stand in the library. */
  #soughtIn(quotation: string): Sought[] {
    return plainPart(partsOf(quotation).elements)
      .filter(({ value }) => !this.#passages.names.has(value))
      .map(({ values, element }, index) => {
        const numbers = values.map((value) => this.#passages.numberOf(value)).filter((number) => number >= 0);
        const [positions = new Uint32Array()] = numbers
          .map((number) => this.#positionsOf(number))
          .sort((a, b) => b.length - a.length);
        return { index, element, numbers, positions };
      });
  }

  #positionsOf(number: number): Uint32Array {
    return this.#positions.subarray(this.#firsts[number], this.#firsts[number + 1]);
  }
}

/** A word of a quotation: its index among those sought, that of its element, its numbers, and where it stands. */
interface Sought {
  index: number;
  element: number;
  numbers: number[];
  positions: Uint32Array;
}

function rarestFirst(sought: Sought[]): Sought[] {
  return sought.toSorted((a, b) => a.positions.length - b.positions.length);
}

/** Bounds on what is looked at, so that a quotation of nothing but `of` and `the` costs no more than another. */
const wordsAsked = 12;
const positionsAsked = 4_096;
const placesCompared = 6;
/** Places within 2⁴ words of one another are one place. */
const neighbourhood = 4;
