import { words } from '../text/words.ts';
import { foldWord } from '../text/query.ts';
import { distinctStretches } from '../text/stretches.ts';
import type { Library } from './library.ts';

/** How a name begins, and never a shout: a capital, then small letters. */
const capitalised = /^\p{Lu}\p{Ll}+$/u;

/**
 * The names that a reader may misspell, each once and in alphabetical order: words of titles, of authors' names, of
 * themes and terms, and in the texts those that are only ever written with a capital.
 */
export function namesOf({ works, excerpts, essays, themes, terms }: Library): string[] {
  const titles = [...works, ...excerpts, ...themes, ...terms].map(({ title }) => title);
  const authors = works.map(({ data }) => data.author.name);
  const texts = excerpts.flatMap(({ passages, notes }) => [...passages, ...notes.map(({ note }) => note)]);
  const all = [...texts, ...essays.map(({ document }) => document)].map(({ text }) => text);
  const written = new Set(Array.from(distinctStretches(all)).flatMap(words));
  const small = new Set([...written].filter((word) => !capitalised.test(word)).map(foldWord));
  const names = [...written].filter((word) => capitalised.test(word) && !small.has(foldWord(word)));
  const known = [...titles, ...authors].flatMap(words).concat(names.map((word) => word.replace(/’s$/, '')));
  const byFold = new Map(known.filter((word) => word.length > 3).map((word) => [foldWord(word), word]));
  return [...byFold.values()].sort((one, other) => (one < other ? -1 : 1));
}
