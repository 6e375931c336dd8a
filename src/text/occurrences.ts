import { difference } from './difference.ts';
import { eachHash } from './hashes.ts';
import { Numbers } from './numbers.ts';
import { type Passages, lastAtMost } from './passages.ts';
import { prove } from './proof.ts';
import { partsOf, plainPart } from './quotation.ts';
import { Reading, type Stretch } from './reading.ts';
import { isWord, tokensOf } from './tokens.ts';

/** The passage most like a quotation that stands nowhere, and how far they agree, 0 to 1. */
export interface Nearest {
  stretch: Stretch;
  likeness: number;
}

/** So many words of the library, a power of two, are one place: the least that is told apart. */
const placeBits = 6;
/** Words fall into so many classes by their hash, a power of two; those of one class are not told apart. */
const [fewestClassBits, mostClassBits] = [14, 20];
/** Bounds on what is asked, so that a quotation of nothing but `of` and `the` costs no more than another. */
const wordsAsked = 12;
const wordsTogether = 6;
const placesAsked = 50_000;
const placesCompared = 6;

/**
 * Where in the library each class of words stands, so that a quotation is looked for only where its rarest words are
 * together. Linear in the words of the library, four bytes each.
 */
export class Occurrences {
  readonly #passages: Passages;
  /** For each unit, how many words stand before it; then the number of words. */
  readonly #units: Uint32Array;
  /** For each class, where its places start; then the number of words. */
  readonly #firsts: Uint32Array;
  readonly #classBits: number;
  readonly #places: Uint32Array;
  /** For each place, what the words asked for have voted for it. */
  readonly #votes: Float32Array;
  /** Words of the names of speakers, which a quotation may have and a text has not. */
  readonly #names = new Set<string>();

  constructor(passages: Passages) {
    this.#passages = passages;
    this.#units = new Uint32Array(passages.units.length + 1);
    const hashes = new Numbers();
    for (const [unit, { text, speaker }] of passages.units.entries()) {
      if (speaker) for (const value of tokensOf(speaker).values) this.#names.add(value);
      eachHash(text, (hash) => hashes.push(hash));
      this.#units[unit + 1] = hashes.length;
    }
    this.#classBits = Math.min(mostClassBits, Math.max(fewestClassBits, 32 - Math.clz32(hashes.length)));
    // A counting sort: the places of each class come to stand together, in order.
    this.#firsts = new Uint32Array((1 << this.#classBits) + 1);
    for (let word = 0; word < hashes.length; word++) this.#firsts[this.#classOf(hashes.at(word)) + 1]!++;
    for (let kind = 0; kind < this.#firsts.length - 1; kind++) this.#firsts[kind + 1]! += this.#firsts[kind]!;
    const next = this.#firsts.slice();
    this.#places = new Uint32Array(hashes.length);
    for (let word = 0; word < hashes.length; word++)
      this.#places[next[this.#classOf(hashes.at(word))]!++] = word >> placeBits;
    this.#votes = new Float32Array((hashes.length >> placeBits) + 2);
  }

  /** The units where a quotation stands or starts, at most `most` of them, in the order of the library. */
  find(quotation: string, most = 8): number[] {
    const asked = this.#rarestIn(quotation).slice(0, wordsTogether);
    if (asked.some(({ length }) => length === 0)) return [];
    const found: number[] = [];
    const tried = new Set<number>();
    const touched = this.#vote(asked, () => 1);
    const together = touched.filter((place) => this.#scoreOf(place) >= asked.length).sort((a, b) => a - b);
    this.#forget(touched);
    for (const place of together)
      for (const unit of this.#unitsAround(place)) {
        if (tried.has(unit) || found.length === most) continue;
        tried.add(unit);
        if (prove(quotation, this.#passages, unit).proved) found.push(unit);
      }
    return found;
  }

  /** The passage most like the first part of a quotation; undefined where no passage has any of its words. */
  nearest(quotation: string): Nearest | undefined {
    const asked = this.#rarestIn(quotation).filter(({ length }) => length > 0);
    const touched = this.#vote(asked, ({ length }) => Math.log2(1 + this.#places.length / length));
    const places: number[] = [];
    for (const place of touched) {
      const rank = places.findIndex((other) => this.#scoreOf(other) < this.#scoreOf(place));
      if (rank >= 0 || places.length < placesCompared) places.splice(rank < 0 ? places.length : rank, 0, place);
      if (places.length > placesCompared) places.pop();
    }
    this.#forget(touched);
    const read = plainPart(partsOf(quotation).elements).map(({ value }) => value);
    let best: Nearest | undefined;
    for (const place of places)
      for (const unit of this.#startsAround(place)) {
        const compared = this.#compare(read, unit, place);
        if (!best || compared.likeness > best.likeness) best = compared;
      }
    return best;
  }

  /** How like what was read is to the passage from a unit on, as far as a place and a little further. */
  #compare(read: string[], unit: number, place: number): Nearest {
    const reading = new Reading(this.#passages, unit);
    const skipped = ((place - 1) << placeBits) - this.#units[unit]!;
    const window: string[] = [];
    let from = 0;
    for (let at = 0, words = 0; window.length < 2 * (read.length + (3 << placeBits)); at++) {
      const value = reading.at(at);
      if (value === undefined) break;
      if (words < skipped) from = at + 1;
      else window.push(value);
      if (isWord(value)) words++;
    }
    const { start, likeness } = difference(read, window);
    const first = from + start;
    const [stretch] = reading.stretches(first, Math.min(first + read.length, from + window.length));
    return { stretch: stretch!, likeness };
  }

  /** The units whose words may belong to a quotation that stands at a place, and starts there or in the one before. */
  #unitsAround(place: number): number[] {
    const first = lastAtMost(this.#units, Math.max(0, (place - 1) << placeBits));
    const last = lastAtMost(this.#units, Math.min(this.#places.length, (place + 2) << placeBits) - 1);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }

  /** The first of those units in each excerpt. */
  #startsAround(place: number): number[] {
    const runs = Map.groupBy(this.#unitsAround(place), (unit) => this.#passages.runAt(unit));
    return [...runs.values()].map(([unit]) => unit!);
  }

  /** The places of the words in the first part of a quotation, names of speakers apart: the rarest words, rarest first. */
  #rarestIn(quotation: string): Uint32Array[] {
    const values = plainPart(partsOf(quotation).elements).map(({ value }) => value);
    const classes = new Set<number>();
    const text = values
      .filter((value) => !this.#names.has(value))
      .join(' ')
      .replaceAll(' - ', '-');
    eachHash(text, (hash) => classes.add(this.#classOf(hash)));
    return [...classes]
      .map((word) => this.#places.subarray(this.#firsts[word], this.#firsts[word + 1]))
      .sort((a, b) => a.length - b.length)
      .filter(({ length }, index) => index < wordsAsked && length <= placesAsked);
  }

  /** Lets each word vote once for each place where it stands; returns those places. */
  #vote(asked: Uint32Array[], weightOf: (places: Uint32Array) => number): number[] {
    const touched: number[] = [];
    for (const places of asked) {
      const weight = weightOf(places);
      let last = -1;
      for (const place of places) {
        if (place === last) continue;
        last = place;
        if (this.#votes[place] === 0) touched.push(place);
        this.#votes[place]! += weight;
      }
    }
    return touched;
  }

  /** The votes of a place and the next one: a quotation may begin in one and end in the other. */
  #scoreOf(place: number): number {
    return this.#votes[place]! + this.#votes[place + 1]!;
  }

  #forget(touched: number[]): void {
    for (const place of touched) this.#votes[place] = 0;
  }

  #classOf(hash: number): number {
    return (hash ^ (hash >>> 16)) & ((1 << this.#classBits) - 1);
  }
}
