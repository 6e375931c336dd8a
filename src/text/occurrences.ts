import { difference } from './difference.ts';
import { type Passages, lastAtMost } from './passages.ts';
import { prove } from './proof.ts';
import { partsOf, plainPart } from './quotation.ts';
import { Reading, type Stretch } from './reading.ts';
import { tokensOf } from './tokens.ts';

/** The passage most like a quotation that stands nowhere, and how far they agree, 0 to 1. */
export interface Nearest {
  stretch: Stretch;
  likeness: number;
}

/** Bounds on what is looked at, so that a quotation of nothing but `of` and `the` costs no more than another. */
const wordsAsked = 12;
const positionsAsked = 4_096;
const placesCompared = 6;
/** Places within 2⁴ words of one another are one place. */
const neighbourhood = 4;

/** Where each word of the library stands, so that a quotation is looked for only where its rarest word is. */
export class Occurrences {
  readonly #passages: Passages;
  readonly #numbers = new Map<string, number>();
  /** Every word and mark of the library by its number, one unit after the other. */
  readonly #tokens: Uint32Array;
  /** For each unit, its first token; then the number of tokens. */
  readonly #units: Uint32Array;
  /** For each number, where its positions start; then the number of positions. */
  readonly #firsts: Uint32Array;
  readonly #positions: Uint32Array;
  /** Words of the names of speakers, which a quotation may have and a text has not. */
  readonly #names = new Set<string>();

  /** Linear in the words of the library. */
  constructor(passages: Passages) {
    this.#passages = passages;
    this.#units = new Uint32Array(passages.units.length + 1);
    const tokens: number[] = [];
    for (const [unit, { text, speaker = '' }] of passages.units.entries()) {
      for (const value of tokensOf(speaker).values) this.#names.add(value);
      for (const value of tokensOf(text).values) tokens.push(this.#add(value));
      this.#units[unit + 1] = tokens.length;
    }
    this.#tokens = new Uint32Array(tokens);
    this.#firsts = new Uint32Array(this.#numbers.size + 1);
    this.#positions = new Uint32Array(tokens.length);
    for (const number of tokens) this.#firsts[number + 1]!++;
    for (let number = 0; number < this.#numbers.size; number++) this.#firsts[number + 1]! += this.#firsts[number]!;
    const next = this.#firsts.slice();
    for (const [position, number] of tokens.entries()) this.#positions[next[number]!++] = position;
  }

  /** The units where a quotation stands or starts, at most `most` of them, in the order of the library. */
  find(quotation: string, most = 8): number[] {
    const sought = this.#soughtIn(quotation);
    const rarest = rarestFirst(sought)[0];
    if (!rarest || rarest.positions.length === 0) return [];
    const found = new Set<number>();
    const tried = new Set<number>();
    for (const position of rarest.positions) {
      const unit = lastAtMost(this.#units, Math.max(0, position - rarest.index));
      if (tried.has(unit) || !this.#stands(sought, rarest, position)) continue;
      tried.add(unit);
      if (prove(quotation, this.#passages, unit).proved) found.add(unit);
      if (found.size === most) break;
    }
    return [...found];
  }

  /** The passage most like the first part of a quotation; undefined where no passage has any of its words. */
  nearest(quotation: string): Nearest | undefined {
    const sought = rarestFirst(this.#soughtIn(quotation)).filter(({ positions }) => positions.length > 0);
    const votes = new Map<number, { weight: number; position: number; index: number }>();
    for (const { positions, index } of sought.slice(0, wordsAsked)) {
      const weight = Math.log2(1 + this.#positions.length / positions.length);
      for (const position of positions.subarray(0, positionsAsked)) {
        const near = Math.max(0, position - index) >> neighbourhood;
        const vote = votes.get(near);
        if (vote) vote.weight += weight;
        else votes.set(near, { weight, position, index });
      }
    }
    const places = [...votes.values()].sort((a, b) => b.weight - a.weight || a.position - b.position);
    const read = plainPart(partsOf(quotation).elements).map(({ value }) => value);
    let best: Nearest | undefined;
    for (const { position, index } of places.slice(0, placesCompared)) {
      const compared = this.#compare(read, position, index);
      if (!best || compared.likeness > best.likeness) best = compared;
    }
    return best;
  }

  /** How like what was read is to the passage around a position, at which its word `index` stands. */
  #compare(read: string[], position: number, index: number): Nearest {
    const { first } = this.#passages.unitsOf(this.#passages.runAt(lastAtMost(this.#units, position)));
    const start = Math.max(this.#units[first]!, position - index - (1 << neighbourhood));
    const unit = lastAtMost(this.#units, start);
    const reading = new Reading(this.#passages, unit);
    const window: string[] = [];
    const from = start - this.#units[unit]!;
    for (let at = from; at < position - this.#units[unit]! + 2 * read.length; at++) {
      const value = reading.at(at);
      if (value === undefined) break;
      window.push(value);
    }
    const found = difference(read, window);
    const at = from + found.start;
    const length = Math.min(read.length, window.length - found.start);
    return { stretch: reading.stretches(at, at + length)[0]!, likeness: found.likeness };
  }

  /** Whether the words next to one that stands at `position` stand next to it; signs may have others between. */
  #stands(sought: Sought[], { index, element }: Sought, position: number): boolean {
    return [1, -1].every((step) => {
      const next = sought[index + step];
      return next?.element !== element + step || next.numbers.includes(this.#tokens[position + step] ?? -1);
    });
  }

  /** The words of the first part of a quotation, but for names of speakers, with where they stand in the library. */
  #soughtIn(quotation: string): Sought[] {
    return plainPart(partsOf(quotation).elements)
      .filter(({ value }) => !this.#names.has(value))
      .map(({ values, element }, index) => {
        const numbers = values.flatMap((value) => this.#numbers.get(value) ?? []);
        const [positions = new Uint32Array()] = numbers
          .map((number) => this.#positions.subarray(this.#firsts[number], this.#firsts[number + 1]))
          .sort((a, b) => b.length - a.length);
        return { index, element, numbers, positions };
      });
  }

  #add(value: string): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.#numbers.size);
    return this.#numbers.size - 1;
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
