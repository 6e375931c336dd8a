import type { Passages } from './passages.ts';
import type { Element } from './quotation.ts';
import { isWord, tokensOf } from './tokens.ts';

/** At most so many words are inserted at one place. */
export const wordsInserted = 4;

/** The elements of a quotation, ready to be compared with passages. */
export interface Wanted {
  elements: readonly Element[];
  /** For each element, the tokens that it stands for to the letter. */
  literals: number[][];
}

/** Tokens of the passages that match a part of a quotation: up to an omission, or to its end. */
export interface Match {
  from: number;
  to: number;
  /** Words of the passage among them. */
  words: number;
  /** The first element that matches, and the one after the last. */
  first: number;
  element: number;
}

/** How far a part of a quotation matches from the best place; `match` is there where it does to its end. */
export interface Reach {
  match?: Match;
  /** The first element that does not match, and the token it was compared with. */
  element: number;
  token: number;
  /** The element is an insertion that is too long, or makes the one before too long: how many words that is. */
  inserted?: number;
}

export function wanted(elements: readonly Element[], passages: Passages): Wanted {
  const literals = elements.map((element) => literalOf(element).map((value) => passages.numberOf(value)));
  return { elements, literals };
}

/**
 * Finds where the part of a quotation that starts with `element` matches, starting among the tokens from `from` up to
 * `limit` and staying before `end`: the place where most of it does, or the first of them.
 */
export function findPart(
  sought: Wanted,
  passages: Passages,
  element: number,
  from: number,
  limit: number,
  end: number,
): Reach {
  const first = sought.elements[element];
  const value = first?.kind === 'token' ? sought.literals[element]![0]! : undefined;
  let best: Reach = { element, token: from };
  for (let token = from; token < limit; token++) {
    if (value !== undefined && passages.tokens[token] !== value && !passages.speakerAt(token)) continue;
    const reach = follow(sought, passages, element, token, end);
    const further = (reach.match?.element ?? 0) - (best.match?.element ?? 0) || reach.element - best.element;
    if (further > 0) best = reach;
    if (best.match?.element === sought.elements.length) break;
  }
  return best;
}

/** Compares element by element from one place on; each sign is tried to the letter first, then for what it means. */
function follow({ elements, literals }: Wanted, passages: Passages, start: number, from: number, end: number): Reach {
  let element = start;
  let token = from;
  let words = 0;
  let inserted = 0;
  let match: Match | undefined;
  for (; element < elements.length; element++) {
    element += speakerLength(elements, passages, element, token);
    const sign = elements[element]!;
    const literal = literals[element]!;
    if (sign.kind === 'omission') match = { from, to: token, words, first: start, element };
    if (token + literal.length <= end && literal.every((number, index) => passages.tokens[token + index] === number)) {
      token += literal.length;
      words += literalOf(sign).filter(isWord).length;
      inserted = 0;
    } else if ('values' in sign && sign.values.includes(passages.valueAt(token)) && token < end) {
      token++;
      words++;
      inserted = 0;
    } else if (sign.kind === 'insertion' && inserted + sign.words <= wordsInserted) inserted += sign.words;
    else {
      const tooLong = sign.kind === 'insertion' && { inserted: inserted + sign.words };
      return { element, token, ...(match && { match }), ...tooLong };
    }
  }
  return { element, token, match: { from, to: token, words, first: start, element } };
}

/** How many elements give the name of the speaker at whose speech `token` starts, before the words of the speech. */
function speakerLength(elements: readonly Element[], passages: Passages, element: number, token: number): number {
  const speaker = passages.speakerAt(token);
  if (!speaker) return 0;
  const name = tokensOf(speaker).values;
  const named = name.every((value, index) => isToken(elements[element + index], value));
  if (!named) return 0;
  const colon = isToken(elements[element + name.length], ':') || isToken(elements[element + name.length], '.') ? 1 : 0;
  // A speech may itself begin with a name: the first of its words must follow for the name to be the speaker's.
  return isToken(elements[element + name.length + colon], passages.valueAt(token)) ? name.length + colon : 0;
}

function isToken(element: Element | undefined, value: string): boolean {
  return element?.kind === 'token' && element.value === value;
}

function literalOf(element: Element): string[] {
  return element.kind === 'token' ? [element.value] : element.literal;
}
