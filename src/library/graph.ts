import type { Link } from '../markdown/document.ts';
import type { Essay, Excerpt, Gloss, Library, List, ListItem, LocatedQuotation, Page, Term, Theme } from './library.ts';

/** Ties the pages of a library to one another, both ways; `quotations` are those of each page, in its order. */
export function join(library: Library, quotations: ReadonlyMap<Page, LocatedQuotation[]>): void {
  for (const page of library.pages.values()) {
    page.quotations = quotations.get(page) ?? [];
    library.quotations.push(...page.quotations);
  }
  for (const excerpt of library.excerpts) gloss(excerpt, library);
  for (const essay of library.essays) discuss(essay, library);
  cite(library);
  for (const list of library.lists) list.items = itemsOf(list, library);
  for (const work of library.works) {
    work.themes = distinct(work.excerpts.flatMap(({ themes }) => themes));
    work.terms = distinct(work.excerpts.flatMap(({ terms }) => terms));
    work.essays = library.essays.filter(({ works }) => works.includes(work));
  }
  for (const essay of library.essays) essay.related = relatedTo(essay, library.essays);
}

/** The notes of an excerpt in its order; each is an occurrence of the themes and terms that it links to. */
function gloss(excerpt: Excerpt, library: Library): void {
  const { document, quotations } = excerpt;
  excerpt.notes = document.notes.flatMap((note): Gloss[] => {
    const passage = excerpt.passages[note.block];
    if (!passage) return [];
    const anchor = passage.id ?? passage.lines?.[Math.max(0, note.line)]?.id ?? '';
    const links = note.links.map((link) => document.links[link]!);
    const pages = distinct(links.flatMap((link) => library.pages.get(link.target) ?? []));
    const entry: Gloss = {
      note,
      excerpt,
      passage,
      anchor,
      url: `${excerpt.url}#fn-${note.label}`,
      themes: pages.filter((page): page is Theme => page.kind === 'theme'),
      terms: pages.filter((page): page is Term => page.kind === 'term'),
      links: distinct(links.map(({ href }) => href)),
      quotations: note.quotations.flatMap((quotation) => quotations[quotation] ?? []),
    };
    for (const page of [...entry.themes, ...entry.terms]) page.occurrences.push(entry);
    return [entry];
  });
  excerpt.themes = distinct(excerpt.notes.flatMap(({ themes }) => themes));
  excerpt.terms = distinct(excerpt.notes.flatMap(({ terms }) => terms));
}

/** What an essay is about: the pages that it links to, in the order in which it comes to them. */
function discuss(essay: Essay, library: Library): void {
  const pages = distinct(essay.document.links.flatMap(({ target }) => library.pages.get(target) ?? []));
  essay.excerpts = pages.filter((page): page is Excerpt => page.kind === 'excerpt');
  essay.works = distinct(
    pages.flatMap((page) => (page.kind === 'work' ? [page] : page.kind === 'excerpt' ? [page.work] : [])),
  );
  essay.themes = pages.filter((page): page is Theme => page.kind === 'theme');
  essay.terms = pages.filter((page): page is Term => page.kind === 'term');
  for (const page of [...essay.themes, ...essay.terms]) page.essays.push(essay);
}

/** Tells each excerpt who quotes it: essays first, which argue from it, and notes last. */
function cite({ essays, themes, terms, works, lists, excerpts }: Library): void {
  for (const page of [...essays, ...themes, ...terms, ...works, ...lists, ...excerpts])
    for (const { excerpt, at, anchors, quotation } of page.quotations) {
      const { text, sentence } = quotation;
      const note = page.document.notes[quotation.note];
      excerpt?.quotedIn.push({ page, ...(note && { note }), url: at, anchors, text, sentence });
    }
}

function itemsOf(list: List, library: Library): ListItem[] {
  return list.document.items.flatMap(({ link, html, text }) => {
    const { target, anchor, href } = list.document.links[link] ?? ({} as Partial<Link>);
    const excerpt = library.pages.get(target ?? '');
    return excerpt?.kind === 'excerpt' && anchor && href ? [{ excerpt, anchor, url: href, html, text }] : [];
  });
}

/** So many essays are proposed to be read next. */
const mostRelated = 3;

/** What to read after an essay: those that share themes, terms or works with it, by how much; then the newest. */
function relatedTo(essay: Essay, essays: Essay[]): Essay[] {
  const shared = new Map<Essay, number>();
  const count = (others: Essay[], weight: number) => {
    for (const other of others) if (other !== essay) shared.set(other, (shared.get(other) ?? 0) + weight);
  };
  for (const theme of essay.themes) count(theme.essays, 2);
  for (const work of essay.works) count(work.essays, 2);
  for (const term of essay.terms) count(term.essays, 1);
  const nearest = [...shared].sort(([a, x], [b, y]) => y - x || (a.title < b.title ? -1 : 1)).map(([other]) => other);
  return distinct([...nearest, ...essays.slice(0, mostRelated + 1)])
    .filter((other) => other !== essay)
    .slice(0, mostRelated);
}

function distinct<T>(items: T[]): T[] {
  return [...new Set(items)];
}
