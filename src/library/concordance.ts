import lemmatizer from 'wink-lemmatizer';
import { type Context, contextOf } from '../text/context.ts';
import { foldWord } from '../text/query.ts';
import { isStopWord } from '../text/stop-words.ts';
import type { Excerpt, Library } from './library.ts';
import { placeAbbreviated } from './place.ts';

/** A word of the works with the lines that it stands in, as the works run. */
export interface Entry {
  /** In the form of a dictionary: `hand` for hands, `weep` for wept. */
  lemma: string;
  /** The first letter of it, without accents: `a` to `z`. */
  letter: string;
  lines: Line[];
  /** How many lines a large library leaves out. */
  more: number;
}

export interface Line extends Context {
  /** Address of the paragraph or line. */
  url: string;
  /** The work and the place in it: *Frankenstein*, ch. 5. */
  work: string;
  place: string;
}

/** In a library larger than this only the words that notes gloss are listed, each with so many lines. */
const [largeLibrary, mostLines] = [500, 20];
/** Words on either side of a line of the concordance. */
const reach = 7;

const known = new WeakMap<Library, Entry[]>();

/** The significant words of the works, in alphabetical order, each with every line it stands in. */
export function concordanceOf(library: Library): Entry[] {
  const entries = known.get(library) ?? build(library);
  known.set(library, entries);
  return entries;
}

/** The letters under which the concordance has words, in order. */
export function lettersOf(library: Library): string[] {
  return [...new Set(concordanceOf(library).map(({ letter }) => letter))];
}

function build({ excerpts }: Library): Entry[] {
  const isLarge = excerpts.length > largeLibrary;
  const entries = new Map<string, Entry>();
  for (const excerpt of excerpts)
    for (const { text, url, ranges } of isLarge ? glossed(excerpt) : texts(excerpt))
      for (const { 0: word, index } of text.matchAll(wordPattern)) {
        if (!ranges.some(([start, end]) => index >= start && index < end)) continue;
        const lemma = lemmaOf(word);
        const letter = foldWord(lemma)[0] ?? '';
        if (lemma === '' || !/[a-z]/.test(letter)) continue;
        const entry = entries.get(lemma) ?? { lemma, letter, lines: [], more: 0 };
        entries.set(lemma, entry);
        if (isLarge && entry.lines.length >= mostLines) entry.more++;
        else entry.lines.push(lineOf(excerpt, text, url, index, word));
      }
  const key = ({ lemma }: Entry) => foldWord(lemma);
  return [...entries.values()].sort((a, b) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.lemma < b.lemma ? -1 : 1,
  );
}

/** A word without the apostrophe-s of its owner; hyphens and other apostrophes belong to it. */
const wordPattern = /\p{L}[\p{L}\p{M}]*(?:[-’'](?![sS]\b)\p{L}[\p{L}\p{M}]*)*/gu;

interface Stretch {
  text: string;
  url: string;
  /** The characters of it to list words of. */
  ranges: [start: number, end: number][];
}

/** The paragraphs and lines of an excerpt, each whole. */
function texts({ passages, url }: Excerpt): Stretch[] {
  return passages
    .flatMap(({ id, text, lines }) => (id === null && lines ? lines : [{ id, text }]))
    .flatMap(({ id, text }) => (id === null ? [] : [{ text, url: `${url}#${id}`, ranges: [[0, text.length]] }]));
}

/** The paragraphs and stanzas of an excerpt that notes gloss, for the words of their lemmas. */
function glossed({ notes, url }: Excerpt): Stretch[] {
  return notes.map(({ note, passage, anchor }) => ({
    text: passage.text,
    url: `${url}#${anchor}`,
    ranges: [[note.start, note.end]],
  }));
}

const lemmas = new Map<string, string>();
/** Plurals that the lemmatiser leaves as they are. */
const irregular: Record<string, string> = { men: 'man', women: 'woman', gentlemen: 'gentleman' };

/** The form under which a word is listed; '' for one that tells nothing by itself. */
function lemmaOf(written: string): string {
  const word = written.toLowerCase();
  const found = lemmas.get(word);
  if (found !== undefined) return found;
  const folded = foldWord(word);
  const noun = irregular[word] ?? lemmatizer.noun(word);
  const lemma = folded.length < 3 || isStopWord(folded) ? '' : noun === word ? lemmatizer.verb(word) : noun;
  const kept = isStopWord(foldWord(lemma)) ? '' : lemma;
  lemmas.set(word, kept);
  return kept;
}

function lineOf(excerpt: Excerpt, text: string, url: string, index: number, word: string): Line {
  return {
    ...contextOf(text, index, index + word.length, reach),
    url,
    work: excerpt.work.title,
    place: placeAbbreviated(excerpt.data.locator),
  };
}
