import { isWord, tokensOf } from './tokens.ts';

/** A quotation read as scholars write them, one element after the other. */
export interface QuotationParts {
  elements: Element[];
  /** Where each element starts in the folded quotation. */
  starts: number[];
}

/**
 * A word or mark that stands for itself, or one of three editorial signs: `[T]he`, a first letter changed; `[word]`,
 * an insertion; `…` or `[…]`, an omission. `literal` is what the sign is when the text itself has those marks.
 */
export type Element =
  | { kind: 'token'; value: string }
  | { kind: 'changed'; literal: string[]; values: [string, string] }
  | { kind: 'insertion'; literal: string[]; words: number }
  | { kind: 'omission'; literal: string[] };

/** Takes a quotation apart. Omissions at its ends say only that it is a part, and are left out. */
export function partsOf(quotation: string): QuotationParts {
  const { values, starts } = tokensOf(quotation);
  const parts: QuotationParts = { elements: [], starts: [] };
  for (let index = 0; index < values.length; ) {
    const { element, length } = read(values, starts, index);
    parts.elements.push(element);
    parts.starts.push(starts[index]!);
    index += length;
  }
  while (parts.elements[0]?.kind === 'omission') parts.elements.shift(), parts.starts.shift();
  while (parts.elements.at(-1)?.kind === 'omission') parts.elements.pop(), parts.starts.pop();
  return parts;
}

function read(values: string[], starts: number[], index: number): { element: Element; length: number } {
  const value = values[index]!;
  if (value === '[') return bracket(values, starts, index) ?? { element: { kind: 'token', value }, length: 1 };
  const points = pointsFrom(values, index);
  // Of four points, the first ends the sentence before the omission.
  if (points === 3) return { element: { kind: 'omission', literal: values.slice(index, index + 3) }, length: 3 };
  return { element: { kind: 'token', value }, length: 1 };
}

function bracket(values: string[], starts: number[], index: number): { element: Element; length: number } | undefined {
  const close = values.indexOf(']', index + 1);
  const again = values.indexOf('[', index + 1);
  if (close < 0 || close === index + 1 || (again >= 0 && again < close)) return undefined;
  const inside = values.slice(index + 1, close);
  const literal = values.slice(index, close + 1);
  const length = literal.length;
  if (inside.length === pointsFrom(values, index + 1) && inside.length >= 3) return { element: { kind: 'omission', literal }, length };
  const letter = inside[0]!;
  const rest = values[close + 1];
  if (inside.length === 1 && /^\p{L}$/u.test(letter) && rest && isWord(rest) && starts[close + 1] === starts[close]! + 1) {
    const element: Element = { kind: 'changed', literal: [...literal, rest], values: eitherCase(letter, rest) };
    return { element, length: length + 1 };
  }
  return { element: { kind: 'insertion', literal, words: inside.filter(isWord).length }, length };
}

function eitherCase(letter: string, rest: string): [string, string] {
  return [letter.toLowerCase() + rest, letter.toUpperCase() + rest];
}

function pointsFrom(values: string[], index: number): number {
  let count = 0;
  while (values[index + count] === '.') count++;
  return count;
}
