import type { SearchIndex } from './search-index.ts';
import type { PageText, Passage } from './search-passages.ts';
import type { Hit } from './search-ranking.ts';

/** What results are narrowed to: slugs by the name of a filter. Any of those of one will do; every filter must. */
export type Filters = Record<string, string[]>;

export const filterNames = ['kind', 'work', 'author', 'theme', 'term', 'form'] as const;

/** A value as the index has it: the slug, and after a space the name where there is one. */
export interface FilterValue {
  slug: string;
  name: string;
}

export function valueOf(stored: string): FilterValue {
  const [slug = '', ...name] = stored.split(' ');
  return { slug, name: name.length > 0 ? name.join(' ') : slug };
}

/** Whether somebody who writes this in an address means the value: its slug, or its name. */
export function isMeant({ slug, name }: FilterValue, written: string): boolean {
  return written === slug || written.toLowerCase() === name.toLowerCase();
}

/** The pages that the filters let through; undefined where there are none. Values that nothing has are passed over. */
export async function filteredPages(index: SearchIndex, filters: Filters): Promise<Set<number> | undefined> {
  let kept: Set<number> | undefined;
  for (const name of filterNames) {
    const written = filters[name] ?? [];
    if (written.length === 0) continue;
    const values = [...(await index.filter(name))].filter(([stored]) =>
      written.some((value) => isMeant(valueOf(stored), value)),
    );
    if (values.length === 0) continue;
    const pages = new Set(values.flatMap(([, numbers]) => [...numbers]));
    kept = kept ? kept.intersection(pages) : pages;
  }
  return kept;
}

/** Of each filter its values, with how many of the pages have each; without those that none has. */
export async function countsOf(index: SearchIndex, pages: number[]): Promise<Map<string, [FilterValue, number][]>> {
  const counts = new Map<string, [FilterValue, number][]>();
  for (const name of filterNames) {
    const values = Array.from(await index.filter(name), ([stored, numbers]): [FilterValue, number] => [
      valueOf(stored),
      pages.filter((page) => numbers.has(page)).length,
    ]);
    counts.set(name, values.filter(([, count]) => count > 0));
  }
  return counts;
}

/** Whether a hit is of a kind that is wanted and, in an excerpt, speaks to a theme and a term that are. */
export function isWanted(hit: Hit, { notes }: Passage, { kind }: PageText, filters: Filters): boolean {
  if (kind !== 'text') return true;
  const kinds = filters['kind'] ?? [];
  if (kinds.length > 0 && !kinds.includes(hit.isNote ? 'note' : 'passage')) return false;
  const speakers = hit.isNote ? notes.filter((note) => note === hit.part) : notes;
  return (['theme', 'term'] as const).every((name) => {
    const wanted = filters[name] ?? [];
    const tags = speakers.flatMap((note) => note.tags);
    return wanted.length === 0 || wanted.some((slug) => tags.includes(`${name}s/${slug}`));
  });
}
