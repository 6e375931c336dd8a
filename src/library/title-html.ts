import { markTitles } from '../text/title.ts';
import type { Page } from './library.ts';

/** The title of a page as markup, in which the titles of works stand in italics. */
export function titleHtml(page: Page): string {
  const works = page.kind === 'work' ? [page] : page.kind === 'essay' ? page.works : [];
  return markTitles(
    page.title,
    works.map(({ title }) => title),
  );
}
