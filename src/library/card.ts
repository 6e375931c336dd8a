import { sentences } from '../text/sentence.ts';
import { href } from './address.ts';
import type { Essay, Excerpt, Gloss, Library, Theme } from './library.ts';

/** What a picture says of a page where a link to it is shown, with words from the passage. */
export interface Card {
  /** What the page is, set above the rest. */
  kind: 'Passage' | 'Essay' | 'Theme' | '';
  /** Set large, but for a passage, whose words are. */
  title: string;
  /** The question of a theme. */
  question?: string;
  words?: Words;
  /** Where the words are from. */
  source: string;
}

/** Words of a passage, its lines parted by line feeds; those from `start` up to `end`, if any, have a note. */
export interface Words {
  text: string;
  start: number;
  end: number;
}

/** Pages that have a card of their own. */
export type Carded = Essay | Excerpt | Theme;

/** The card of every other page. */
export const siteCard: Card = {
  kind: '',
  title: 'Gloss',
  question: 'Books read closely, in public, with the evidence beside the argument.',
  source: '',
};

/** Whether cards are drawn; `CARDS=0` does without, where nobody shares links. */
export const hasCards = process.env['CARDS'] !== '0';

/** Path of a page's card inside the site: `cards/themes/guilt.png`; without a page, of the card that all others share. */
export function cardPath(page?: Carded): string {
  return page ? `cards/${page.path.replace(/\.md$/, '.png')}` : 'cards/gloss.png';
}

/** Address of a page's card. */
export function cardUrl(page?: Carded): string {
  return href(`/${cardPath(page)}`);
}

/** All cards of a library by their paths inside the site. */
export function cardsOf({ excerpts, essays, themes }: Library): Map<string, Card> {
  const pages = [...excerpts, ...essays, ...themes];
  return new Map([[cardPath(), siteCard], ...pages.map((page): [string, Card] => [cardPath(page), cardOf(page)])]);
}

/** Characters of a passage that fill its own card, and those that have room under a title. */
const [mostAlone, mostUnderTitle] = [215, 120];
/** Characters of a line of verse. */
const longestLine = 80;
/** Lines of verse on a card. */
const [mostLines, mostLinesUnderTitle] = [5, 2];

/** The card of a page: a passage shows words that essays quote, or that have most notes; others, what they quote first. */
export function cardOf(page: Carded): Card {
  switch (page.kind) {
    case 'excerpt':
      return { kind: 'Passage', title: page.title, ...wordsOfExcerpt(page), source: sourceOf(page) };
    case 'essay': {
      const quoted = page.quotations.filter(({ proved, excerpt }) => proved && excerpt);
      const chosen = quoted.find(({ quotation }) => quotation.kind === 'block') ?? quoted[0];
      const words = chosen && shortened(chosen.quotation.text, 0, 0, mostUnderTitle, mostLinesUnderTitle);
      return { kind: 'Essay', title: page.title, ...withWords(words), source: chosen ? sourceOf(chosen.excerpt!) : '' };
    }
    case 'theme':
      return { kind: 'Theme', title: page.title, question: page.data.question, ...evidenceOf(page) };
  }
}

/** What the card says, for those who do not see it. */
export function textOfCard({ title, question, words, source }: Card): string {
  const quoted = words && `“${words.text.replaceAll(/\s+/g, ' ')}”`;
  return [title, question, quoted, source].filter(Boolean).join(' — ');
}

/** The words of the notes that stand where essays quote most, and among those where most notes stand. */
function wordsOfExcerpt({ notes, passages, quotedIn }: Excerpt): { words?: Words } {
  const quoted = (gloss: Gloss) => quotedIn.filter(({ anchors }) => anchors.includes(gloss.anchor)).length;
  const [gloss] = notes.toSorted((a, b) => quoted(b) - quoted(a) || b.passage.notes.length - a.passage.notes.length);
  if (gloss) return withWords(aroundLemma(gloss, mostAlone, mostLines));
  const text = passages.find(({ kind }) => kind !== 'omission' && kind !== 'break')?.text ?? '';
  return withWords(shortened(text, 0, 0, mostAlone, mostLines));
}

/** The words that a theme quotes first, in their sentence; else those of the first note on it. */
function evidenceOf({ quotations, occurrences }: Theme): Pick<Card, 'words' | 'source'> {
  for (const { quotation, excerpt, anchors } of quotations) {
    const passage = excerpt?.passages.find(
      ({ id, lines }) => id === anchors[0] || lines?.some((line) => line.id === anchors[0]),
    );
    const start = passage?.text.indexOf(quotation.text) ?? -1;
    if (!excerpt || !passage || start < 0) continue;
    const end = start + quotation.text.length;
    return {
      ...withWords(shortened(passage.text, start, end, mostUnderTitle, mostLinesUnderTitle)),
      source: sourceOf(excerpt),
    };
  }
  const [gloss] = occurrences;
  if (!gloss) return { source: '' };
  return { ...withWords(aroundLemma(gloss, mostUnderTitle, mostLinesUnderTitle)), source: sourceOf(gloss.excerpt) };
}

function withWords(words: Words | undefined): { words?: Words } {
  return words && words.text !== '' ? { words } : {};
}

function sourceOf({ work, place }: Excerpt): string {
  return `${work.data.author.name}, ${work.title}, ${place}`;
}

function aroundLemma({ note, passage }: Gloss, most: number, lines: number): Words {
  return shortened(passage.text, note.start, note.end, most, lines);
}

/**
 * At most about `most` characters of a passage, or `lines` of verse, in whole words: those from `start` up to `end`, what
 * stands before them in their sentence, and what follows, each as far as there is room.
 */
function shortened(text: string, start: number, end: number, most: number, lines: number): Words {
  if (text.includes('\n')) return someLines(text, start, end, most, lines);
  const last = Math.min(end, start + most);
  const sentence = sentences(text).findLast((part) => part.start <= start)?.start ?? 0;
  const from = last - sentence <= most ? sentence : Math.min(start, wordAfter(text, last - most));
  const to = text.length - from <= most ? text.length : endBetween(text, Math.max(last, from + most / 2), from + most);
  const before = from > sentence ? '… ' : '';
  const after = to < text.length && !/[.?!”’]\s*$/.test(text.slice(from, to)) ? ' …' : '';
  return marked(before + text.slice(from, to).trimEnd() + after, start - from + before.length, end - start);
}

function someLines(text: string, start: number, end: number, most: number, lines: number): Words {
  const all = text.split('\n');
  const line = text.slice(0, start).split('\n').length - 1;
  // So long a line is a paragraph.
  if (all.some(({ length }) => length > longestLine)) return shortened(all[line]!, 0, 0, most, lines);
  const first = Math.max(0, Math.min(line, all.length - lines));
  const from = all.slice(0, first).reduce((sum, { length }) => sum + length + 1, 0);
  return marked(all.slice(first, first + lines).join('\n'), start - from, end - start);
}

function marked(text: string, start: number, length: number): Words {
  return { text, start, end: Math.min(text.length, start + length) };
}

/** Where the first word begins that begins at `from` or after. */
function wordAfter(text: string, from: number): number {
  const space = text.slice(from).search(/\s/);
  return space < 0 ? from : from + space + 1;
}

/** The end of the last sentence, else of the last word, from `least` up to `most`; `most` itself in a word without end. */
function endBetween(text: string, least: number, most: number): number {
  const sentence = sentences(text).findLast(({ end }) => end >= least && end <= most)?.end;
  const word = text.slice(0, most + 1).search(/[\s,;:—–]+[^\s,;:—–]*$/);
  return sentence ?? (word >= least ? word : most);
}
