import { words } from '../text/words.ts';
import { foldWord } from '../text/query.ts';
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
  // A large library has the same stretches between spaces many times, and looking for words in each would take seconds.
  const stretches = new Set<string>();
  for (const { text } of [...texts, ...essays.map(({ document }) => document)])
    for (const stretch of text.split(' ')) stretches.add(stretch);
  const written = new Set(Array.from(stretches).flatMap(words));
  const small = new Set([...written].filter((word) => !capitalised.test(word)).map(foldWord));
  const names = [...written].filter((word) => capitalised.test(word) && !small.has(foldWord(word)));
  const all = [...titles, ...authors].flatMap(words).concat(names.map((word) => word.replace(/’s$/, '')));
  const byFold = new Map(all.filter((word) => word.length > 3).map((word) => [foldWord(word), word]));
  return [...byFold.values()].sort((one, other) => (one < other ? -1 : 1));
}
