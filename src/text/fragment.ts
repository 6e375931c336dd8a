/** Longer quotations are named by their first and last words, as are those that run over the end of a line or block. */
const longestExact = 300;
/** So many words at least, and at most, name either end of a long quotation. */
const [fewestWords, mostWords] = [3, 8];

/** The parts of a text directive, each as it stands in the text; '' for none. */
interface Directive {
  prefix: string;
  start: string;
  end: string;
  suffix: string;
}

/**
 * The fragment `:~:text=[prefix-,]start[,end][,-suffix]` that leads a browser to the characters of `text` from `start`
 * up to `end`: the shortest with no other match in `page`, the text of the whole page as `searchable` gives it. After
 * the generator of the W3C's polyfill (GoogleChromeLabs/text-fragments-polyfill).
 */
export function textFragment(text: string, start: number, end: number, page = searchable(text)): string {
  const words = text.slice(start, end).trim();
  if (words === '') return '';
  const all = [...candidates(words, text.slice(0, start), text.slice(end))];
  const directive = all.find((candidate) => isAlone(candidate, words, page)) ?? all.at(-1)!;
  return `:~:text=${written(directive)}`;
}

/** A text as browsers compare it: without case, accents and the kind of space. */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ');
}

/** Directives for the words, the shortest first: alone, then with more and more of what stands around them. */
function* candidates(words: string, before: string, after: string): Generator<Directive> {
  const lines = words.split('\n');
  const first = lines[0]!.split(/\s+/u);
  const last = lines.at(-1)!.trim().split(/\s+/u);
  const isLong = words.length > longestExact || lines.length > 1;
  const wordsBefore = wordsOf(before.slice(before.lastIndexOf('\n') + 1));
  const wordsAfter = wordsOf(after.split('\n')[0]!);
  const ends = (count: number) => ({ start: first.slice(0, count).join(' '), end: last.slice(-count).join(' ') });
  const around = (left: number, right: number) => ({
    prefix: left > 0 ? wordsBefore.slice(-left).join(' ') : '',
    suffix: wordsAfter.slice(0, right).join(' '),
  });

  const core = isLong ? ends(mostWords) : { start: first.join(' '), end: '' };
  if (isLong) for (let count = fewestWords; count < mostWords; count++) yield { ...ends(count), ...around(0, 0) };
  yield { ...core, ...around(0, 0) };
  for (let count = 1; count <= mostWords; count++) {
    yield { ...core, ...around(count, 0) };
    yield { ...core, ...around(0, count) };
  }
  yield { ...core, ...around(mostWords, mostWords) };
}

/** Whether a directive matches once in a page and, where it spans, no less than the words that are meant. */
function isAlone({ prefix, start, end, suffix }: Directive, words: string, page: string): boolean {
  const around = [prefix, start, end === '' ? suffix : ''].filter((part) => part !== '').join(' ');
  if ([...page.matchAll(pattern(around))].length !== 1) return false;
  const meant = searchable(words);
  const last = pattern(end);
  last.lastIndex = searchable(start).length;
  return end === '' || last.exec(meant)?.index === meant.length - searchable(end).length;
}

function wordsOf(text: string): string[] {
  return text
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** Browsers match whole words; a mark at either end is a boundary of its own. */
function pattern(words: string): RegExp {
  const text = searchable(words);
  const escaped = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', ' ?');
  return new RegExp(
    `${/^[\p{L}\p{N}]/u.test(text) ? notLetterBefore : ''}${escaped}${/[\p{L}\p{N}]$/u.test(text) ? notLetterAfter : ''}`,
    'gu',
  );
}
const notLetterBefore = '(?<![\\p{L}\\p{N}])';
const notLetterAfter = '(?![\\p{L}\\p{N}])';

/** Percent-encoded whole: `-`, `,` and `&` part the directive, so encodeURIComponent's hyphen is encoded too. */
function written({ prefix, start, end, suffix }: Directive): string {
  const parts = [prefix && `${encoded(prefix)}-`, encoded(start), end && encoded(end), suffix && `-${encoded(suffix)}`];
  return parts.filter((part) => part !== '').join(',');
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[-!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
