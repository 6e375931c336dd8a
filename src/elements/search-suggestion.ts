import { distance } from '../text/distance.ts';
import { foldWord, type QueryWord } from '../text/query.ts';

let known: Promise<string[]> | undefined;

/**
 * The query with words that stand nowhere replaced by the nearest names of the library; undefined where none is near.
 * Loads the names on first use; where they cannot be had, nothing is suggested.
 */
export async function suggestion(base: string, query: string, absent: QueryWord[]): Promise<string | undefined> {
  known ??= fetch(`${base}search/names.json`).then((response) => response.json() as Promise<string[]>);
  const names = await known.catch(() => (known = undefined));
  if (!names) return undefined;
  let suggested = query;
  for (const { typed, folded } of absent) {
    const name = nearest(folded, names);
    if (name !== undefined) suggested = suggested.replace(typed, name);
  }
  return suggested === query ? undefined : suggested;
}

/** One letter may be wrong in four, two in six, three in nine: who misses more means another word. */
function nearest(word: string, names: string[]): string | undefined {
  let best: string | undefined;
  let limit = Math.floor(word.length / 3);
  for (const name of names) {
    const folded = foldWord(name);
    if (Math.abs(folded.length - word.length) > limit) continue;
    const letters = distance(word, folded);
    if (letters < limit || (letters === limit && best === undefined)) [best, limit] = [name, letters];
  }
  return best;
}
