import { escape } from './escape.ts';

/** The markup of a title in which the titles of works stand in italics. */
export function markTitles(title: string, works: string[]): string {
  // The longest first, since one title may begin another.
  const names = [...works].sort((a, b) => b.length - a.length).map((name) => RegExp.escape(name));
  if (names.length === 0) return escape(title);
  return title
    .split(new RegExp(`(?<![\\p{L}\\p{N}])(${names.join('|')})(?![\\p{L}\\p{N}])`, 'u'))
    .map((text, index) => (index % 2 === 1 ? `<cite>${escape(text)}</cite>` : escape(text)))
    .join('');
}
