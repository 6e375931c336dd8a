import { escape } from '../text/escape.ts';
import type { Work } from './library.ts';

/** The edition that a work is quoted from, briefly: `Standard Ebooks, 2014`; undefined where none is named. */
export function editionName({ data: { edition } }: Work): string | undefined {
  return edition && `${edition.publisher}, ${edition.year}`;
}

/** The same in full, as markup: its title in italics, by whom and when, linked to where it can be read. */
export function editionHtml({ data: { edition } }: Work): string | undefined {
  if (!edition) return undefined;
  const title = `<cite>${escape(edition.title)}</cite>`;
  return [
    edition.url === undefined ? title : `<a href="${escape(edition.url)}">${title}</a>`,
    edition.editor && `edited by ${escape(edition.editor)}`,
    edition.translator && `translated by ${escape(edition.translator)}`,
    escape(edition.publisher),
    edition.year,
  ]
    .filter(Boolean)
    .join(', ');
}
