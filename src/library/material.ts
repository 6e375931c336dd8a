import { hash } from 'node:crypto';
import type { Excerpt, LocatedQuotation, Page, Work } from './library.ts';

/**
 * A digest of all that the page of an excerpt and its files are made of: its own source, those of the pages that it
 * names or that quote it, and what the library has found out about them. Undefined where that could be anything.
 *
 * @param digestOf A digest of the source of a page.
 */
export function materialOf(excerpt: Excerpt, digestOf: (page: Page) => string | undefined): string | undefined {
  const { work, previous, next, themes, terms, quotedIn, quotations, passages, retired } = excerpt;
  // Where the words of a lost passage have gone may be anywhere in the library.
  if (retired.length > 0) return undefined;
  const pages = new Set<Page | undefined>([excerpt, work, previous, next, ...themes, ...terms]);
  for (const { page } of quotedIn) pages.add(page).add(page.kind === 'excerpt' ? page.work : undefined);
  for (const quotation of quotations) pages.add(quotation.excerpt?.work);
  const material = [
    // A page that is not there says something too: the first excerpt of a work has none before it.
    Array.from(pages, (page) => page && [page.url, digestOf(page)]),
    // Ids are the ledger's, and may change where no source does.
    passages.map(({ id, lines }) => [id, lines?.map((line) => line.id)]),
    quotedIn.map(({ url, anchors }) => [url, anchors]),
    proofs(quotations),
  ];
  return hash('sha256', JSON.stringify(material));
}

/**
 * The same for a work as a book, whose chapters are its excerpts and the essays about it. Undefined where it has
 * pictures too, which may change and keep their names.
 *
 * @param materialOf What an excerpt is made of.
 */
export function materialOfBook(
  work: Work,
  digestOf: (page: Page) => string | undefined,
  materialOf: (excerpt: Excerpt) => string | undefined,
): string | undefined {
  const prose = [work, ...work.essays];
  const excerpts = work.excerpts.map(materialOf);
  if (excerpts.includes(undefined) || prose.some(({ document }) => document.html.includes('<img'))) return undefined;
  const material = [excerpts, prose.map((page) => [page.url, digestOf(page), proofs(page.quotations)])];
  return hash('sha256', JSON.stringify(material));
}

function proofs(quotations: LocatedQuotation[]): unknown {
  return quotations.map(({ url, proved }) => [url, proved]);
}
