import type { Answer } from './search-engine.ts';
import type { SearchIndex } from './search-index.ts';
import { isNote, type PageText, type Passage } from './search-passages.ts';
import type { Hit } from './search-ranking.ts';

/** What results are narrowed to: slugs by the name of a filter. Any of those of one will do; every filter must. */
export type Filters = Record<string, string[]>;

export const filterNames = ['kind', 'work', 'author', 'theme', 'term', 'form'] as const;

/** A value as the index has it: the slug, and after a space the name where there is one. */
export interface FilterValue {
  slug: string;
  name: string;
}

function valueOf(stored: string): FilterValue {
  const [slug = '', ...name] = stored.split(' ');
  return { slug, name: name.length > 0 ? name.join(' ') : slug };
}

/** Whether somebody who writes this in an address means the value: its slug, or its name. */
export function isMeant({ slug, name }: FilterValue, written: string): boolean {
  return written === slug || written.toLowerCase() === name.toLowerCase();
}

/** Filters as they are written, as slugs of the index. Values that nothing has are passed over. */
export async function meantFilters(index: SearchIndex, filters: Filters): Promise<Filters> {
  const meant: Filters = {};
  for (const name of filterNames) {
    const written = filters[name] ?? [];
    if (written.length === 0) continue;
    const values = Array.from(await index.filter(name), ([stored]) => valueOf(stored));
    const slugs = values.filter((value) => written.some((one) => isMeant(value, one))).map(({ slug }) => slug);
    if (slugs.length > 0) meant[name] = slugs;
  }
  return meant;
}

/** The pages that filters, as they are meant, let through; undefined where there are none. */
export async function filteredPages(index: SearchIndex, filters: Filters): Promise<Set<number> | undefined> {
  let kept: Set<number> | undefined;
  for (const name of filterNames) {
    const slugs = filters[name] ?? [];
    if (slugs.length === 0) continue;
    const values = [...(await index.filter(name))].filter(([stored]) => slugs.includes(valueOf(stored).slug));
    const pages = new Set(values.flatMap(([, numbers]) => [...numbers]));
    kept = kept ? kept.intersection(pages) : pages;
  }
  return kept;
}

/** Of each filter its values, with how many pages each would leave beside what the other filters let through. */
export type Counts = Map<string, [FilterValue, number][]>;

export async function countsOf(index: SearchIndex, { unfiltered, options }: Answer): Promise<Counts> {
  const counts: Counts = new Map();
  for (const name of filterNames) {
    const kept = await filteredPages(index, { ...options.filters, [name]: [] });
    const pages = new Set(kept ? unfiltered.filter((page) => kept.has(page)) : unfiltered);
    const values = Array.from(await index.filter(name), ([stored, numbers]): [FilterValue, number] => [
      valueOf(stored),
      pages.intersection(numbers).size,
    ]);
    counts.set(name, values);
  }
  return counts;
}

/** Whether a hit is of a kind that is wanted and, in an excerpt, speaks to a theme and a term that are. */
export function isWanted(hit: Hit, { notes }: Passage, { kind }: PageText, filters: Filters): boolean {
  if (kind !== 'text') return true;
  const kinds = filters['kind'] ?? [];
  if (kinds.length > 0 && !kinds.includes(isNote(hit.part) ? 'note' : 'passage')) return false;
  const speakers = isNote(hit.part) ? notes.filter((note) => note === hit.part) : notes;
  return (['theme', 'term'] as const).every((name) => {
    const wanted = filters[name] ?? [];
    const tags = speakers.flatMap((note) => note.tags);
    return wanted.length === 0 || wanted.some((slug) => tags.includes(`${name}s/${slug}`));
  });
}
