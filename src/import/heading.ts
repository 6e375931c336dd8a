import { type LocatorKey, locatorKeys } from '../library/schemas.ts';
import { numeral, readNumeral } from './ordinal.ts';

/** What a heading says: `Chapter V. The Letter` is a chapter, 5, “The Letter”. */
export interface Heading {
  label?: LocatorKey;
  number?: number;
  /** The number as it is written: `XIII`. */
  written?: string;
  title: string;
}

const labels: Record<string, LocatorKey> = {
  volume: 'book',
  vol: 'book',
  chap: 'chapter',
  ch: 'chapter',
  epistle: 'letter',
};
const label = `(${[...locatorKeys, ...Object.keys(labels)].join('|')})`;
const rest = `(?:$|\\s*(?:[.:,—–-]+|\\s)\\s*(.*)$)`;
const labelled = new RegExp(`^${label}\\.?\\s+(?:the\\s+)?(${numeral})\\b${rest}`, 'is');
const inverted = new RegExp(`^(?:the\\s+)?(${numeral})\\s+${label}\\b${rest}`, 'is');
const bare = new RegExp(`^(${numeral})(?:\\.?$|[.:]\\s*[—–-]?\\s*(.*)$|\\s*[—–]\\s*(.*)$)`, 's');
const bareRoman = new RegExp(bare.source.replace('ivxlc', 'IVXLC'), 's');

/** Reads the text of a heading. A number alone has no label; what is neither number nor label is all title. */
export function readHeading(text: string): Heading {
  const plain = text.replace(/\s+/g, ' ').trim();
  const straight = labelled.exec(plain);
  if (straight) return numbered(straight[1], straight[2], straight[3], plain);
  const turned = inverted.exec(plain);
  if (turned) return numbered(turned[2], turned[1], turned[3], plain);
  const alone = bareRoman.exec(plain);
  if (alone) return numbered(undefined, alone[1], alone[2] ?? alone[3], plain);
  return { title: asTitle(plain) };
}

function numbered(name: string | undefined, written = '', title = '', plain = ''): Heading {
  const number = readNumeral(written);
  if (number === undefined || number < 1) return { title: asTitle(plain) };
  const key = name?.toLowerCase();
  const found = key === undefined ? undefined : (labels[key] ?? (key as LocatorKey));
  return { ...(found && { label: found }), number, written, title: asTitle(title) };
}

/** Whether a paragraph of an edition is set as a heading: `CHAPTER V.`, `SCENE II. A Camp near Forres.`, `Letter 4`. */
export function isHeadingText(text: string): boolean {
  const plain = text.trim();
  const { label, title } = readHeading(plain.slice(0, 160));
  if (label !== undefined && title === '') return true;
  if (plain.length > 160 || !/^\p{Lu}{3}/u.test(plain)) return false;
  return labelled.test(plain) || (inverted.test(plain) && plain === plain.toUpperCase());
}

const small = /^(?:a|an|and|as|at|but|by|de|for|from|in|is|it|la|nor|of|on|or|the|to|with|which)$/i;

/** A title without the full stop that old editions set after it, and not in capitals throughout. */
export function asTitle(text: string): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<![.…])\.$/, '')
    .trim();
  return isCapitals(plain) ? fromCapitals(plain) : plain;
}

/** Whether a text is set in capitals, but for a few words: `THE COUNT’S LETTER—continued`. */
export function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return /\p{Lu}{2}/u.test(text) && capitals > letters * 0.6;
}

/** `THE FLOWER GIRL` → `The Flower Girl`; Roman numerals stay. */
export function fromCapitals(text: string): string {
  return text.replace(/[\p{L}\p{M}’']+/gu, (word, offset: number) => {
    if (/^[IVX]{2,}$/.test(word) && readNumeral(word) !== undefined) return word;
    if (offset > 0 && small.test(word)) return word.toLowerCase();
    const lower = word.slice(0, 1) + word.slice(1).toLowerCase();
    return lower.replace(
      /^(\p{L}[’'])(\p{Ll})(?=\p{L}{2})/u,
      (_, lead: string, letter: string) => lead + letter.toUpperCase(),
    );
  });
}
