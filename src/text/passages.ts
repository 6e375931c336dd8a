import { fold, unfold } from './fold.ts';
import type { Range } from './range.ts';
import { tokensOf } from './tokens.ts';

/** What an anchor names: a paragraph, a speech in prose, a line of verse; or an omission, whose text is `[…]`. */
export interface Unit {
  text: string;
  /** Who speaks: a quotation may give the name at the start of the unit or leave it out. */
  speaker?: string;
}

/** Characters of one unit. */
export interface Stretch extends Range {
  unit: number;
}

/**
 * The words and marks of every excerpt as numbers, one after the other: small, quick to compare and to look up. Units
 * are numbered through all runs; a run is an excerpt. Linear in time and space.
 */
export class Passages {
  readonly units: readonly Unit[];
  /** For each run, its first unit; then the number of units. */
  readonly runs: Uint32Array;
  /** For each unit, its first token; then the number of tokens. */
  readonly firsts: Uint32Array;
  readonly tokens: Uint32Array;
  /** Words of the names of speakers. */
  readonly names = new Set<string>();
  /** Where each token starts in the folded text of its unit. */
  readonly #starts: Uint32Array;
  readonly #numbers = new Map<string, number>();
  readonly #values: string[] = [];
  readonly #speakers = new Map<number, string>();

  constructor(runs: readonly (readonly Unit[])[]) {
    this.units = runs.flat();
    this.runs = offsets(runs.map(({ length }) => length));
    const tokens: number[] = [];
    const starts: number[] = [];
    const firsts: number[] = [0];
    for (const { text, speaker } of this.units) {
      if (speaker) {
        this.#speakers.set(tokens.length, speaker);
        for (const value of tokensOf(speaker).values) this.names.add(value);
      }
      const found = tokensOf(text);
      for (const value of found.values) tokens.push(this.#add(value));
      for (const start of found.starts) starts.push(start);
      firsts.push(tokens.length);
    }
    this.firsts = new Uint32Array(firsts);
    this.tokens = new Uint32Array(tokens);
    this.#starts = new Uint32Array(starts);
  }

  /** How many different words and marks there are; their numbers are below it. */
  get vocabulary(): number {
    return this.#values.length;
  }

  /** The number of a word or mark; -1 where no passage has it. */
  numberOf(value: string): number {
    return this.#numbers.get(value) ?? -1;
  }

  /** The word or mark at a position among the tokens. */
  valueAt(token: number): string {
    return this.#values[this.tokens[token] ?? -1] ?? '';
  }

  /** Who speaks the unit that starts with a token; undefined within a unit, and where nobody is named. */
  speakerAt(token: number): string | undefined {
    return this.#speakers.get(token);
  }

  unitAt(token: number): number {
    return lastAtMost(this.firsts, token);
  }

  runAt(unit: number): number {
    return lastAtMost(this.runs, unit);
  }

  /** Where the tokens from `from` up to `to`, at least one, stand: a stretch for each unit. */
  stretches(from: number, to: number): Stretch[] {
    const found: Stretch[] = [];
    for (let token = from; token < to;) {
      const unit = this.unitAt(token);
      const end = Math.min(to, this.firsts[unit + 1]!);
      const last = this.#starts[end - 1]! + this.valueAt(end - 1).length;
      found.push({ unit, ...unfold(fold(this.units[unit]!.text), this.#starts[token]!, last) });
      token = end;
    }
    return found;
  }

  #add(value: string): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.#values.length);
    return this.#values.push(value) - 1;
  }
}

function offsets(lengths: number[]): Uint32Array {
  const result = new Uint32Array(lengths.length + 1);
  for (const [index, length] of lengths.entries()) result[index + 1] = result[index]! + length;
  return result;
}

/** The index of the last of some ascending numbers, their end excluded, that is at most `wanted`. */
function lastAtMost(sorted: Uint32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
