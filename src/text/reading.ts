import { fold, unfold } from './fold.ts';
import { type Passages, lastAtMost } from './passages.ts';
import type { Range } from './range.ts';
import type { Tokens } from './tokens.ts';

/** Characters of one unit. */
export interface Stretch extends Range {
  unit: number;
}

/** The words and marks of an excerpt from one unit on, taken from the units one after the other as they are asked for. */
export class Reading {
  readonly #passages: Passages;
  readonly #first: number;
  readonly #end: number;
  readonly #loaded: Tokens[] = [];
  /** For each unit that is loaded, the position of its first token; then how many tokens are loaded. */
  readonly #starts = [0];

  constructor(passages: Passages, unit: number) {
    this.#passages = passages;
    this.#first = unit;
    this.#end = passages.unitsOf(passages.runAt(unit)).end;
  }

  /** How many tokens the first unit has. */
  get firstLength(): number {
    return this.#passages.tokensOf(this.#first).values.length;
  }

  /** The word or mark at a position from the start; undefined past the end of the excerpt. */
  at(position: number): string | undefined {
    const index = this.#indexAt(position);
    return this.#loaded[index]?.values[position - this.#starts[index]!];
  }

  /** Who speaks the unit that starts at a position; undefined within a unit, and where nobody is named. */
  speakerAt(position: number): string | undefined {
    const index = this.#indexAt(position);
    return this.#starts[index] === position ? this.#passages.units[this.#first + index]?.speaker : undefined;
  }

  /** Where the tokens from `from` up to `to`, at least one, stand: a stretch for each unit. */
  stretches(from: number, to: number): Stretch[] {
    const found: Stretch[] = [];
    for (let position = from; position < to;) {
      const index = this.#indexAt(position);
      const { values, starts } = this.#loaded[index]!;
      const start = this.#starts[index]!;
      const last = Math.min(to - start, values.length) - 1;
      const unit = this.#first + index;
      const { text } = this.#passages.units[unit]!;
      found.push({ unit, ...unfold(fold(text), starts[position - start]!, starts[last]! + values[last]!.length) });
      position = start + last + 1;
    }
    return found;
  }

  /** The units of the tokens from `from` up to `to`. */
  units(from: number, to: number): number[] {
    const [first, last] = [this.#indexAt(from), this.#indexAt(to - 1)];
    return Array.from({ length: last - first + 1 }, (_, index) => this.#first + first + index);
  }

  /** The index of the unit that has a position, counted from the first; units are loaded until one has it. */
  #indexAt(position: number): number {
    while (this.#starts.at(-1)! <= position && this.#first + this.#loaded.length < this.#end) {
      const tokens = this.#passages.tokensOf(this.#first + this.#loaded.length);
      this.#loaded.push(tokens);
      this.#starts.push(this.#starts.at(-1)! + tokens.values.length);
    }
    return position < this.#starts.at(-1)! ? lastAtMost(this.#starts, position) : this.#loaded.length;
  }
}
