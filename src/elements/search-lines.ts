import { searchable, textFragment } from '../text/fragment.ts';
import { foldWord, type Query } from '../text/query.ts';
import {
  isNote,
  wordsOf,
  type Kind,
  type NotePart,
  type PageText,
  type Part,
  type Passage,
} from './search-passages.ts';
import type { Hit, RankedPassage } from './search-ranking.ts';

/** A line as a concordance has it: words of a page in what stands around them, and their address. */
export interface ContextLine {
  kind: Kind;
  url: string;
  /** Where it stands in its page: `line 24`; '' where nothing is numbered. */
  place: string;
  pieces: Piece[];
}

export interface Piece {
  text: string;
  isMarked: boolean;
}

/** So many tokens are shown: two lines or three. */
const length = 30;

/** The lines to show of a passage; unless notes alone are wanted, before a note the words that it is on. */
export function contextLines(
  text: PageText,
  { passage, hits, isNotesOnly }: RankedPassage,
  query: Query,
): ContextLine[] {
  const whole = textPart(passage);
  const lines: ContextLine[] = [];
  for (const hit of hits) {
    const focus = hit.focus.map(({ at }) => at);
    const marked = markedIn(text, hit, query);
    if (!isNotesOnly && isNote(hit.part) && hits.every(({ part }) => isNote(part))) {
      const lemma = lemmaIn(text, whole, hit.part);
      lines.push(lineOf(text, passage, whole, lemma, new Set(lemma)));
    }
    lines.push(lineOf(text, passage, isNote(hit.part) ? hit.part : whole, focus, marked));
  }
  return lines.filter(
    ({ url }, index) => lines.findIndex((other) => withoutWords(other.url) === withoutWords(url)) === index,
  );
}

function withoutWords(url: string): string {
  return url.split(':~:')[0]!;
}

function textPart({ lines }: Passage): Part {
  return { id: lines[0]!.id, start: lines[0]!.start, end: lines.at(-1)!.end };
}

/** Tokens to mark: the words that tell, and small words of the query in what is shown for them or beside it. */
function markedIn({ tokens }: PageText, { matches, focus, part }: Hit, { words }: Query): Set<number> {
  const telling = matches.filter(({ term }) => term.word.weight === 1);
  const marked = new Set([...focus, ...telling].map(({ at }) => at));
  const asked = new Set(words.map(({ folded }) => folded));
  const isAsked = (at: number) => asked.has(foldWord(tokens[at]!)) || foldWord(tokens[at]!) === '';
  for (const at of [...marked]) {
    for (let next = at + 1; next < part.end && !marked.has(next) && isAsked(next); next++) marked.add(next);
    for (let last = at - 1; last >= part.start && !marked.has(last) && isAsked(last); last--) marked.add(last);
  }
  return new Set([...marked].filter((at) => foldWord(tokens[at]!) !== ''));
}

/** Where the words of a note's lemma stand in the text. A long lemma is abbreviated, and found by its beginning. */
function lemmaIn({ tokens }: PageText, { start, end }: Part, note: NotePart): number[] {
  const words = tokens.slice(note.start, note.lemmaEnd);
  const cut = words.findIndex((word) => word.includes('…'));
  const lemma = (cut > 0 ? words.slice(0, cut) : words).map(foldWord).filter((word) => word !== '');
  for (let at = start; at < end; at++) {
    const found: number[] = [];
    for (let next = at; next < end && found.length < lemma.length; next++) {
      const word = foldWord(tokens[next]!);
      if (word === '') continue;
      if (word !== lemma[found.length]) break;
      found.push(next);
    }
    if (found.length > 0 && found.length === lemma.length) return found;
  }
  return [];
}

function lineOf(
  text: PageText,
  passage: Passage,
  part: Part | NotePart,
  focus: number[],
  marked: Set<number>,
): ContextLine {
  const first = focus.length > 0 ? Math.min(...focus) : part.start;
  const last = Math.max(first, ...focus.filter((at) => at < first + length));
  const from = isNote(part) ? part.lemmaEnd : part.start;
  const start = Math.max(from, first - Math.floor((length - (last - first)) / 2));
  const end = Math.min(part.end, start + length);
  const line = isNote(part) ? part : (passage.lines.find((each) => each.start <= first && first < each.end) ?? part);
  const pieces = piecesOf(text, passage, start, end, marked);
  if (start > from) pieces.unshift({ text: '… ', isMarked: false });
  if (end < part.end) pieces.push({ text: ' …', isMarked: false });
  return {
    kind: isNote(part) ? 'note' : text.kind,
    url: `${text.url}#${line.id}${fragmentOf(text, part, first, marked)}`,
    place: placeOf(line.id),
    pieces,
  };
}

/** The text directive for the first run of marked words from a token on; '' where nothing is marked. */
function fragmentOf(text: PageText, part: Part, first: number, marked: Set<number>): string {
  if (!marked.has(first)) return '';
  let end = first + 1;
  while (marked.has(end) && end < part.end) end++;
  const before = wordsOf(text, part.start, first);
  const gap = before !== '' && !isTied(text, first) ? ' ' : '';
  const words = wordsOf(text, first, end).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const whole = before + gap + wordsOf(text, first, part.end);
  const start = whole.indexOf(words, before.length);
  return textFragment(
    whole,
    start,
    start + words.length,
    (text.searchable ??= searchable(wordsOf(text, 0, text.tokens.length))),
  );
}

/** Whether no space stands before a token. */
function isTied({ tokens }: PageText, at: number): boolean {
  return (tokens[at - 1]?.endsWith('\u2060') ?? false) || (tokens[at]?.startsWith('\u2060') ?? false);
}

/** The tokens as they read, with marked words apart and a stroke where a line of verse ends. */
function piecesOf(text: PageText, { lines }: Passage, start: number, end: number, marked: Set<number>): Piece[] {
  const ends = new Set(lines.slice(1).map((line) => line.start));
  const pieces: Piece[] = [];
  const add = (words: string, isMarked: boolean) => {
    const last = pieces.at(-1);
    if (last?.isMarked === isMarked) last.text += words;
    else if (words !== '') pieces.push({ text: words, isMarked });
  };
  for (let at = start; at < end; at++) {
    const gap = at === start || isTied(text, at) ? '' : ends.has(at) ? ' / ' : ' ';
    add(gap, gap === ' ' && marked.has(at) && (pieces.at(-1)?.isMarked ?? false));
    const [, before = '', word = '', after = ''] =
      /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(wordsOf(text, at, at + 1)) ?? [];
    add(before, false);
    add(word, marked.has(at));
    add(after, false);
  }
  return pieces;
}

function placeOf(id: string): string {
  const [, letter, number] = /^([pld])(\d\S*)$/.exec(id) ?? [];
  return number ? `${{ p: 'paragraph', l: 'line', d: 'stage direction' }[letter!]} ${number}` : '';
}
