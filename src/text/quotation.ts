import { isWord, tokensOf } from './tokens.ts';

/** A quotation read as scholars write them, one element after the other. */
export interface QuotationParts {
  elements: Element[];
  /** Where each element starts in the folded quotation. */
  starts: number[];
}

/**
 * A word or mark that stands for itself, or one of three editorial signs: `[T]he`, a first letter changed; `[word]`,
 * an insertion; `…` or `[…]`, an omission. `literal` is the sign to the letter, for a text that has it itself;
 * `values` is the word in lower and upper case. `[A]` alone may be an insertion or a changed letter.
 */
export type Element =
  | { kind: 'token'; value: string }
  | { kind: 'changed'; literal: string[]; values: [string, string] }
  | { kind: 'insertion'; literal: string[]; words: number; values?: [string, string] }
  | { kind: 'omission'; literal: string[] };

/** Brackets that hold more tokens than this are no editor's. */
const longestBracket = 40;

/** Takes a quotation apart. Omissions at its ends say only that it is a part, and are left out. */
export function partsOf(quotation: string): QuotationParts {
  const { values, starts } = tokensOf(quotation);
  const parts: QuotationParts = { elements: [], starts: [] };
  for (let index = 0; index < values.length;) {
    const { element, length } = read(values, starts, index);
    parts.elements.push(element);
    parts.starts.push(starts[index]!);
    index += length;
  }
  while (parts.elements[0]?.kind === 'omission') {
    parts.elements.shift();
    parts.starts.shift();
  }
  while (parts.elements.at(-1)?.kind === 'omission') {
    parts.elements.pop();
    parts.starts.pop();
  }
  return parts;
}

/** Words and marks of a part without its signs: insertions left out, a changed letter in both cases. */
export interface PlainElement {
  value: string;
  values: readonly string[];
  /** The index of the element. */
  element: number;
}

/** The first elements of the part that starts with `from`, enough of them to know a passage by, without its signs. */
export function plainPart(elements: readonly Element[], from = 0): PlainElement[] {
  const found: PlainElement[] = [];
  for (let element = from; element < elements.length && found.length < enough; element++) {
    const sign = elements[element]!;
    if (sign.kind === 'omission') break;
    if (sign.kind === 'token') found.push({ value: sign.value, values: [sign.value], element });
    else if (sign.kind === 'changed') found.push({ value: sign.values[0], values: sign.values, element });
  }
  return found;
}
const enough = 64;

function read(values: string[], starts: number[], index: number): { element: Element; length: number } {
  const value = values[index]!;
  if (value === '[') return bracket(values, starts, index) ?? { element: { kind: 'token', value }, length: 1 };
  const points = pointsFrom(values, index);
  // Of four points, the first ends the sentence before the omission.
  if (points === 3) return { element: { kind: 'omission', literal: values.slice(index, index + 3) }, length: 3 };
  return { element: { kind: 'token', value }, length: 1 };
}

function bracket(values: string[], starts: number[], index: number): { element: Element; length: number } | undefined {
  const near = values.slice(index + 1, index + longestBracket);
  const close = index + 1 + near.findIndex((value) => value === ']' || value === '[');
  if (values[close] !== ']' || close === index + 1) return undefined;
  const inside = values.slice(index + 1, close);
  const literal = values.slice(index, close + 1);
  const length = literal.length;
  if (inside.length === 3 && pointsFrom(inside, 0) === 3) return { element: { kind: 'omission', literal }, length };
  const letter = inside[0]!;
  const rest = values[close + 1];
  const changes = inside.length === 1 && /^\p{L}$/u.test(letter);
  if (changes && rest && isWord(rest) && starts[close + 1] === starts[close]! + 1) {
    const element: Element = { kind: 'changed', literal: [...literal, rest], values: eitherCase(letter, rest) };
    return { element, length: length + 1 };
  }
  const words = inside.filter(isWord).length;
  return { element: { kind: 'insertion', literal, words, ...(changes && { values: eitherCase(letter, '') }) }, length };
}

function eitherCase(letter: string, rest: string): [string, string] {
  return [letter.toLowerCase() + rest, letter.toUpperCase() + rest];
}

function pointsFrom(values: string[], index: number): number {
  let count = 0;
  while (count < 4 && values[index + count] === '.') count++;
  return count;
}
