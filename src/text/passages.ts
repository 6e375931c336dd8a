import { type Tokens, tokensOf } from './tokens.ts';

/** What an anchor names: a paragraph, a speech in prose, a line of verse; or an omission, whose text is `[…]`. */
export interface Unit {
  text: string;
  /** Who speaks: a quotation may give the name at the start of the unit or leave it out. */
  speaker?: string;
}

/**
 * The text of a library that quotations are proved against. Units are numbered through all runs; a run is an excerpt.
 * A unit is taken apart when something is first proved against it, so the cost is that of what is quoted.
 */
export class Passages {
  readonly units: readonly Unit[];
  /** For each run, its first unit; then the number of units. */
  readonly #runs: Uint32Array;
  readonly #tokens: (Tokens | undefined)[] = [];

  constructor(runs: readonly (readonly Unit[])[]) {
    this.units = runs.flat();
    this.#runs = new Uint32Array(runs.length + 1);
    for (const [index, { length }] of runs.entries()) this.#runs[index + 1] = this.#runs[index]! + length;
  }

  /** The words and marks of a unit. */
  tokensOf(unit: number): Tokens {
    return (this.#tokens[unit] ??= tokensOf(this.units[unit]!.text));
  }

  runAt(unit: number): number {
    return lastAtMost(this.#runs, unit);
  }

  /** The units of a run, from `first` up to and without `end`. */
  unitsOf(run: number): { first: number; end: number } {
    return { first: this.#runs[run]!, end: this.#runs[run + 1]! };
  }
}

/** The index of the last of some ascending numbers, the last of all excluded, that is at most `wanted`. */
export function lastAtMost(sorted: ArrayLike<number>, wanted: number): number {
  let low = 0;
  let high = sorted.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
