import { difference } from './difference.ts';
import { fold, unfold } from './fold.ts';
import { type Match, type Reach, findPart } from './match.ts';
import type { Passages } from './passages.ts';
import { type Element, partsOf, plainPart } from './quotation.ts';
import { Reading, type Stretch } from './reading.ts';
import { isWord } from './tokens.ts';

/** At least so many words of the passage stand together on each side of an omission. */
export const wordsBesideOmission = 3;

/** That a quotation stands in the passage it names, and where; or the first thing that is wrong with it. */
export type Proof = Proved | Failure;

export interface Proved {
  proved: true;
  /** The units that have its words, in order. */
  units: number[];
  /** Where its words stand: for each part between omissions, its stretches. */
  parts: () => Stretch[][];
}

/**
 * Why a quotation is not proved, with the offset in it. `differs`: a word is not that of the passage. `order`: what
 * follows an omission stands before what precedes it. `omission`: too few words beside one. `insertion`: too many
 * words in one. `empty`: there is no word to prove.
 */
export type Failure = { proved: false; at: number } & (
  | { reason: 'differs'; read: string; expected: string; place: Stretch; likeness: number }
  | { reason: 'omission' | 'insertion'; words: number }
  | { reason: 'order' | 'empty' }
);

/**
 * Proves a quotation against the passage that starts with `unit`: its words stand there, or run on from there over the
 * following units of the excerpt.
 */
export function prove(quotation: string, passages: Passages, unit: number): Proof {
  const { elements, starts } = partsOf(quotation);
  const reading = new Reading(passages, unit);
  const matches: Match[] = [];
  const failed = <Reason extends object>(element: number, reason: Reason) => {
    return { proved: false as const, at: offsetIn(quotation, starts[element] ?? 0), ...reason };
  };
  if (!elements.some(provable)) return failed(0, { reason: 'empty' });

  for (let element = 0; element < elements.length; element++) {
    const last = matches.at(-1);
    const from = last?.to ?? 0;
    const limit = last ? Infinity : reading.firstLength;
    const reach = findPart(elements, element, reading, from, limit);
    if (reach.match) {
      matches.push(reach.match);
      element = reach.match.element;
    } else if (reach.inserted !== undefined)
      return failed(reach.element, { reason: 'insertion', words: reach.inserted });
    else if (last && findPart(elements, element, wholeReading(passages, unit), 0, Infinity).match)
      return failed(element, { reason: 'order' });
    else return differs(element, reach, from, limit);
  }
  const short = matches.find(({ words }) => words < wordsBesideOmission);
  if (short && matches.length > 1) return failed(short.first, { reason: 'omission', words: short.words });
  return {
    proved: true,
    units: [...new Set(matches.flatMap(({ from, to }) => reading.units(from, to)))],
    parts: () => matches.map(({ from, to }) => reading.stretches(from, to)),
  };

  /** The first word that differs, once the part that starts with `element` is laid along the passage. */
  function differs(element: number, reach: Reach, from: number, limit: number): Failure {
    const certain = reach.element - element >= surePrefix;
    const window: string[] = [];
    for (let token = from; token < limit + beyondBlock && window.length < longestWindow; token++) {
      const value = reading.at(token);
      if (value === undefined) break;
      window.push(value);
    }
    const read = plainPart(elements, element);
    const values = read.map(({ value, values }) => values.find((other) => window.includes(other)) ?? value);
    const found = difference(values, window, limit - from);
    const at = certain ? reach.element : (read[found.read]?.element ?? elements.length - 1);
    const token = certain ? reach.token : from + found.expected;
    const ends = reading.at(token) === undefined;
    const shown = ends ? token - 1 : token;
    const place = shown < 0 ? { unit, start: 0, end: 0 } : reading.stretches(shown, shown + 1)[0]!;
    return failed(at, {
      reason: 'differs' as const,
      read: wordAt(quotation, offsetIn(quotation, starts[at]!)),
      expected: ends ? '' : wordAt(passages.units[place.unit]!.text, place.start),
      place,
      likeness: certain || matches.length > 0 ? 1 : found.likeness,
    });
  }
}

/** The excerpt that has a unit, from its start. */
function wholeReading(passages: Passages, unit: number): Reading {
  return new Reading(passages, passages.unitsOf(passages.runAt(unit)).first);
}

/** So many elements in a row that match leave no doubt where in the passage the quotation starts. */
const surePrefix = 8;
/** So many tokens beyond the block, and no more in all, are read to lay the quotation along. */
const beyondBlock = 96;
const longestWindow = 8_192;

function provable(element: Element): boolean {
  return element.kind === 'changed' || (element.kind === 'token' && isWord(element.value));
}

/** The offset in a text of one in its folded form. */
function offsetIn(text: string, offset: number): number {
  return text.trim() === '' ? 0 : unfold(fold(text), offset, offset + 1).start;
}

/** The word around an offset, with the marks that cling to it. */
function wordAt(text: string, offset: number): string {
  const start = text.slice(0, offset).search(/\S*$/u);
  return /^\S+/u.exec(text.slice(start))?.[0] ?? '';
}
