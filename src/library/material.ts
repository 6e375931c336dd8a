import { hash } from 'node:crypto';
import { resolvePath } from '../markdown/address.ts';
import type { Essay, Excerpt, LocatedQuotation, Page, Work } from './library.ts';
import type { Shelf } from './shelf.ts';

/**
 * A digest of all that the page of an excerpt and its files are made of: its own source, those of the pages that it
 * names or that quote it, and what the library has found out about them. Undefined where that could be anything.
 *
 * @param digestOf A digest of the source of a page.
 */
export function materialOf(excerpt: Excerpt, digestOf: (page: Page) => string | undefined): string | undefined {
  const { work, previous, next, themes, terms, quotedIn, quotations, retired } = excerpt;
  // Where the words of a lost passage have gone may be anywhere in the library.
  if (retired.length > 0) return undefined;
  const pages = new Set<Page | undefined>([excerpt, work, previous, next, ...themes, ...terms]);
  for (const { page } of quotedIn) pages.add(page).add(page.kind === 'excerpt' ? page.work : undefined);
  for (const quotation of quotations) pages.add(quotation.excerpt?.work);
  const material = [
    // A page that is not there says something too: the first excerpt of a work has none before it.
    Array.from(pages, (page) => page && [page.url, digestOf(page)]),
    ids(excerpt),
    quotedIn.map(({ url, anchors }) => [url, anchors]),
    proofs(quotations),
  ];
  return hash('sha256', JSON.stringify(material));
}

/**
 * The same for an essay: its own source and drawing, the sources of the pages that it links to and quotes, and those of
 * the essays to read next.
 *
 * @param shelf All works, since an essay may give away the ending of one that it never links to; and all pictures.
 */
export function materialOfEssay(
  essay: Essay,
  { works, pictures }: Pick<Shelf, 'works' | 'pictures'>,
  digestOf: (page: Page) => string | undefined,
): string {
  const { data, path, quotations, related, themes, terms } = essay;
  const excerpts = new Set([...essay.excerpts, ...quotations.flatMap(({ excerpt }) => excerpt ?? [])]);
  const spoiled = works.filter(({ slug }) => data.spoilers?.includes(slug));
  const named = [...essay.works, ...Array.from(excerpts, ({ work }) => work), ...spoiled];
  const pages = new Set<Page>([essay, ...named, ...excerpts, ...themes, ...terms, ...related]);
  const material = [
    Array.from(pages, (page) => [page.url, digestOf(page)]),
    Array.from(excerpts, ids),
    proofs(quotations),
    data.illustration && pictures.get(resolvePath(path, data.illustration.src) ?? '')?.svg,
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

/** Ids are the ledger's, and may change where no source does. */
function ids({ passages }: Excerpt): unknown {
  return passages.map(({ id, lines }) => [id, lines?.map((line) => line.id)]);
}

function proofs(quotations: LocatedQuotation[]): unknown {
  return quotations.map(({ url, proved }) => [url, proved]);
}
