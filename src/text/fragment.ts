import type { Range } from './range.ts';

/** Longer quotations are named by their first and last words, as are those that run over the end of a line or block. */
const longestExact = 300;
/** So many words at least, and at most, name either end of a long quotation; at most as many are added as context. */
const [fewestWords, mostWords] = [3, 8];

/** What a directive names: the words, or where `last` is not empty only their ends, and what stands around them. */
interface Form {
  prefix: Range;
  first: Range;
  last: Range;
  suffix: Range;
}

/**
 * The fragment `:~:text=[prefix-,]start[,end][,-suffix]` that leads a browser to the characters of `text` from `start`
 * up to `end`: the shortest with no other match in `page`, the text of the whole page as `searchable` gives it. After
 * the generator of the W3C's polyfill (GoogleChromeLabs/text-fragments-polyfill).
 */
export function textFragment(text: string, start: number, end: number, page = searchable(text)): string {
  const words = {
    start: start + /^\s*/u.exec(text.slice(start, end))![0].length,
    end: start + text.slice(start, end).trimEnd().length,
  };
  if (words.start >= words.end) return '';
  let form: Form | undefined;
  for (form of formsOf(text, words)) if (isAlone(form, text, words, page)) break;
  return `:~:text=${written(form!, text)}`;
}

/** A text as browsers compare it: without case, accents and the kind of space. */
export function searchable(text: string): string {
  // Most pages have no letter beyond these; to look for accents in them costs more than all the rest.
  const plain = /^[ -~\s\u2010-\u2027\u2060]*$/u.test(text) ? text : text.normalize('NFD').replace(/\p{M}+/gu, '');
  return plain.toLowerCase().replace(/\s{2,}|[^\S ]/gu, ' ');
}

/** Forms of a directive, the shortest first: the words alone, then with more and more of what stands around them. */
function* formsOf(text: string, words: Range): Generator<Form> {
  const [none, after] = [emptyAt(words.start), emptyAt(words.end)];
  const inside = text.slice(words.start, words.end);
  let core = { first: words, last: after };
  if (inside.length > longestExact || inside.includes('\n')) {
    const from = endsAfter(text, words.start, words.end);
    const to = startsBefore(text, words.end, words.start);
    for (let count = fewestWords; count <= mostWords; count++) {
      const at = (ends: number[]) => ends[Math.min(count, ends.length) - 1]!;
      core = { first: { start: words.start, end: at(from) }, last: { start: at(to), end: words.end } };
      yield { prefix: none, ...core, suffix: after };
    }
  } else yield { prefix: none, ...core, suffix: after };

  const left = startsBefore(text, words.start);
  const right = endsAfter(text, words.end);
  for (let count = 0; count < mostWords; count++) {
    const prefix = left[count] === undefined ? undefined : { start: left[count]!, end: words.start };
    const suffix = right[count] === undefined ? undefined : { start: words.end, end: right[count]! };
    if (prefix) yield { prefix, ...core, suffix: after };
    if (suffix) yield { prefix: none, ...core, suffix };
    if (prefix && suffix) yield { prefix, ...core, suffix };
  }
}

/** Whether a form matches once in a page and, where it names only the ends, no less than the words that are meant. */
function isAlone({ prefix, first, last, suffix }: Form, text: string, words: Range, page: string): boolean {
  const isWhole = last.start === last.end;
  const around = searchable(text.slice(prefix.start, isWhole ? suffix.end : first.end));
  const place = find(page, around, 0);
  if (place < 0 || find(page, around, place + 1) >= 0) return false;
  if (isWhole) return true;
  const meant = searchable(text.slice(words.start, words.end));
  const ending = searchable(text.slice(last.start, last.end));
  return find(meant, ending, searchable(text.slice(first.start, first.end)).length) === meant.length - ending.length;
}

/** The next place of some words as a browser finds them: whole, though a mark at either end is a boundary of its own. */
function find(page: string, words: string, from: number): number {
  let at = page.indexOf(words, from);
  while (at >= 0 && (isInside(page, at) || isInside(page, at + words.length))) at = page.indexOf(words, at + 1);
  return at;
}

function isInside(page: string, at: number): boolean {
  return at > 0 && at < page.length && /^[\p{L}\p{N}]{2}/u.test(page.slice(at - 1, at + 1));
}

/** Where the words before an offset start, nearest first, on the same line and not before `least`. */
function startsBefore(text: string, offset: number, least = 0): number[] {
  const from = Math.max(least, text.lastIndexOf('\n', offset - 1) + 1);
  return [...text.slice(from, offset).matchAll(/\S*[\p{L}\p{N}]\S*/gu)]
    .map(({ index }) => from + index)
    .reverse()
    .slice(0, mostWords);
}

/** Where the words after an offset end, nearest first, on the same line and not after `most`. */
function endsAfter(text: string, offset: number, most = text.length): number[] {
  const line = text.indexOf('\n', offset);
  const to = line < 0 ? most : Math.min(line, most);
  return [...text.slice(offset, to).matchAll(/\S*[\p{L}\p{N}]\S*/gu)]
    .map(({ 0: word, index }) => offset + index + word.length)
    .slice(0, mostWords);
}

function emptyAt(offset: number): Range {
  return { start: offset, end: offset };
}

/** Percent-encoded whole: `-`, `,` and `&` part a directive, and encodeURIComponent leaves the hyphen. */
function written({ prefix, first, last, suffix }: Form, text: string): string {
  const encoded = ({ start, end }: Range) =>
    encodeURIComponent(text.slice(start, end).trim()).replace(
      /[-!'()*~]/g,
      (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const parts = [
    encoded(prefix) && `${encoded(prefix)}-`,
    encoded(first),
    encoded(last),
    encoded(suffix) && `-${encoded(suffix)}`,
  ];
  return parts.filter((part) => part !== '').join(',');
}
