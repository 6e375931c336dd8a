import type { Element } from './quotation.ts';
import type { Reading } from './reading.ts';
import { isWord, tokensOf } from './tokens.ts';

/** At most so many words are inserted at one place. */
export const wordsInserted = 4;

/** Tokens of a passage that match a part of a quotation: up to an omission, or to its end. */
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

/**
 * Finds where the part of a quotation that starts with the element `first` matches, starting at one of the tokens from
 * `from` up to `limit`: the place where most of it does, or the first of them.
 */
export function findPart(
  elements: readonly Element[],
  first: number,
  reading: Reading,
  from: number,
  limit: number,
): Reach {
  const start = elements[first];
  const value = start?.kind === 'token' ? start.value : undefined;
  let best: Reach = { element: first, token: from };
  for (let token = from; token < limit; token++) {
    const at = reading.at(token);
    if (at === undefined) break;
    if (value !== undefined && at !== value && !reading.speakerAt(token)) continue;
    const reach = follow(elements, first, reading, token);
    const further = (reach.match?.element ?? 0) - (best.match?.element ?? 0) || reach.element - best.element;
    if (further > 0) best = reach;
    if (best.match?.element === elements.length) break;
  }
  return best;
}

/** Compares element by element from one place on; each sign is tried to the letter first, then for what it means. */
function follow(elements: readonly Element[], first: number, reading: Reading, from: number): Reach {
  let element = first;
  let token = from;
  let words = 0;
  let inserted = 0;
  let match: Match | undefined;
  for (; element < elements.length; element++) {
    element += speakerLength(elements, element, reading, token);
    const sign = elements[element]!;
    const literal = sign.kind === 'token' ? undefined : sign.literal;
    if (sign.kind === 'omission') match = { from, to: token, words, first, element };

    if (sign.kind === 'token' && reading.at(token) === sign.value) {
      token++;
      if (isWord(sign.value)) words++;
      inserted = 0;
    } else if (literal?.every((value, index) => reading.at(token + index) === value)) {
      token += literal.length;
      words += literal.filter(isWord).length;
      inserted = 0;
    } else if ('values' in sign && sign.values.includes(reading.at(token) ?? '')) {
      token++;
      words++;
      inserted = 0;
    } else if (sign.kind === 'insertion' && inserted + sign.words <= wordsInserted) inserted += sign.words;
    else {
      const tooLong = sign.kind === 'insertion' && { inserted: inserted + sign.words };
      return { element, token, ...(match && { match }), ...tooLong };
    }
  }
  return { element, token, match: { from, to: token, words, first, element } };
}

/** How many elements give the name of the speaker at whose speech `token` starts, before the words of the speech. */
function speakerLength(elements: readonly Element[], element: number, reading: Reading, token: number): number {
  const speaker = reading.speakerAt(token);
  if (!speaker) return 0;
  const name = tokensOf(speaker).values;
  const named = name.every((value, index) => isToken(elements[element + index], value));
  if (!named) return 0;
  const colon = isToken(elements[element + name.length], ':') || isToken(elements[element + name.length], '.') ? 1 : 0;
  // A speech may itself begin with a name: the first of its words must follow for the name to be the speaker's.
  return isToken(elements[element + name.length + colon], reading.at(token) ?? '') ? name.length + colon : 0;
}

function isToken(element: Element | undefined, value: string): boolean {
  return element?.kind === 'token' && element.value === value;
}
