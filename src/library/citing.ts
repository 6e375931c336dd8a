import type { Citing } from './library.ts';

const names = {
  essay: ['an essay', 'essays'],
  theme: ['a theme', 'themes'],
  term: ['a term', 'terms'],
  work: ['an introduction', 'introductions'],
  list: ['a reading list', 'reading lists'],
  excerpt: ['a note', 'notes'],
} as const;

const list = new Intl.ListFormat('en-GB');

/** Where a passage is quoted, in words: `2 essays and a note`. Each page, and each note of an excerpt, counts once. */
export function quotersName(citing: readonly Citing[]): string {
  const kinds = Map.groupBy(citing, ({ page }) => page.kind);
  const parts = [...kinds].map(([kind, found]) => {
    const count = new Set(found.map(({ page, note }) => (kind === 'excerpt' ? note : page))).size;
    const [one, many] = names[kind];
    return count === 1 ? one : `${count} ${many}`;
  });
  return list.format(parts);
}
