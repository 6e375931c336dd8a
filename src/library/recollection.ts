import { stem } from 'porter2';
import { prove } from '../text/proof.ts';
import { foldWord, parseQuery } from '../text/query.ts';
import type { Range } from '../text/range.ts';
import { placesOfWords } from '../text/words.ts';
import type { Evidence } from './evidence.ts';
import type { Excerpt } from './library.ts';

/** A passage that remembered words may be from. */
export interface Recollection {
  excerpt: Excerpt;
  /** Id of the block or line where the words start. */
  anchor: string;
  /** The blocks or lines that have them, whole: lines of one stanza part by a line feed, blocks by an empty line. */
  text: string;
  /** Where in it the words stand. */
  range: Range;
}

/** A stretch of the library: characters of its first unit and of its last. */
interface Span {
  first: number;
  start: number;
  last: number;
  end: number;
}

/** So much of what was remembered has to be in a passage. */
const least = 0.5;
/** Where one passage has more of the words, another is shown only if it has so much of that. */
const besideBest = 0.7;
/** So many lines of verse are looked at together. */
const linesTogether = 3;
/** Words so many characters apart are as good as one word fewer in two. */
const farthest = 1500;

/**
 * The passages that a few remembered words are from: where they stand to the letter, in the order of the library; or
 * else those that have most of them in any order and inflection, best first, the nearer together the better.
 */
export function recall(remembered: string, evidence: Evidence, most = 5): Recollection[] {
  const words = remembered.trim().replace(/^(?:["“](.*)["”]|['‘](.*)['’])$/su, '$1$2');
  const exact = exactly(words, evidence, most);
  return (exact.length > 0 ? exact : nearly(words, evidence, most)).map((span) => recollectionOf(span, evidence));
}

function exactly(words: string, { occurrences, passages }: Evidence, most: number): Span[] {
  return occurrences.find(words, most).flatMap((unit) => {
    const proof = prove(words, passages, unit);
    const stretches = proof.proved ? proof.parts().flat() : [];
    const [first, last] = [stretches[0], stretches.at(-1)];
    return first && last ? [{ first: first.unit, start: first.start, last: last.unit, end: last.end }] : [];
  });
}

function nearly(words: string, evidence: Evidence, most: number): Span[] {
  const { words: asked } = parseQuery(words);
  const telling = asked.filter(({ weight }) => weight === 1);
  const forms = new Set((telling.length > 0 ? telling : asked).map(({ folded }) => formOf(folded)));
  if (forms.size === 0) return [];
  // Words that stand everywhere tell a passage only where all of them are close together.
  const needed = telling.length > 0 ? forms.size * least : forms.size;
  const longest = telling.length > 0 ? Infinity : 2 * words.length;
  const found = evidence.units.flatMap(({ id }, unit) => {
    const { text, starts } = textOf(unit, lastTogether(unit, evidence), evidence);
    const { count, range } = wordsIn(text, forms);
    const length = range.end - range.start;
    if (id === null || count < needed || length > longest) return [];
    const at = (offset: number) => starts.findLastIndex((start) => start <= offset);
    const [first, last] = [at(range.start), at(range.end - 1)];
    const span = {
      first: unit + first,
      start: range.start - starts[first]!,
      last: unit + last,
      end: range.end - starts[last]!,
    };
    return [{ span, count, score: count / forms.size - Math.min(0.5, length / farthest) }];
  });
  const mostFound = Math.max(...found.map(({ count }) => count));
  const best: Span[] = [];
  for (const { span, count } of found.sort((a, b) => b.score - a.score || a.span.first - b.span.first))
    if (
      best.length < most &&
      count >= mostFound * besideBest &&
      !best.some(({ first, last }) => first <= span.last && span.first <= last)
    )
      best.push(span);
  return best;
}

/** The last of the units that are looked at together from one on: lines of verse are, blocks stand for themselves. */
function lastTogether(unit: number, { units, passages }: Evidence): number {
  const { end } = passages.unitsOf(passages.runAt(unit));
  let last = unit;
  while (last + 1 < Math.min(end, unit + linesTogether) && isLine(units[last]!) && isLine(units[last + 1]!)) last++;
  return last;
}

function isLine({ id }: { id: string | null }): boolean {
  return id?.startsWith('l') ?? false;
}

/** The text of units that follow each other, and where in it each of them starts. */
function textOf(first: number, last: number, { units }: Evidence): { text: string; starts: number[] } {
  const starts = [0];
  let { text } = units[first]!;
  for (let unit = first + 1; unit <= last; unit++) {
    text += units[unit]!.passage === units[unit - 1]!.passage ? '\n' : '\n\n';
    starts.push(text.length);
    text += units[unit]!.text;
  }
  return { text, starts };
}

function recollectionOf({ first, start, last, end }: Span, evidence: Evidence): Recollection {
  const { text, starts } = textOf(first, last, evidence);
  const range = { start, end: starts.at(-1)! + end };
  return { excerpt: evidence.excerptAt(first), anchor: evidence.units[first]!.id!, text, range };
}

/** How many of some words a text has, and the shortest stretch of it that has as many. */
function wordsIn(text: string, forms: ReadonlySet<string>): { count: number; range: Range } {
  const found = [...placesOfWords(text)].flatMap(({ start, end }) => {
    const form = formOf(foldWord(text.slice(start, end)));
    return forms.has(form) ? [{ form, start, end }] : [];
  });
  const count = new Set(found.map(({ form }) => form)).size;
  let range: Range = { start: 0, end: text.length };
  // The window slides: its end moves on to a word, its start up to where it would lose one.
  const counts = new Map<string, number>();
  for (let first = 0, last = 0; last < found.length; last++) {
    counts.set(found[last]!.form, (counts.get(found[last]!.form) ?? 0) + 1);
    while (counts.get(found[first]!.form)! > 1) counts.set(found[first]!.form, counts.get(found[first++]!.form)! - 1);
    const [start, end] = [found[first]!.start, found[last]!.end];
    if (counts.size === count && end - start < range.end - range.start) range = { start, end };
  }
  return { count, range };
}

const known = new Map<string, string>();

/** A word without its inflection. A library has few words, many times. */
function formOf(folded: string): string {
  const form = known.get(folded) ?? stem(folded);
  known.set(folded, form);
  return form;
}
