import type { Excerpt, Gloss, Term, Theme, Work } from './library.ts';

/** So many notes are listed on one page of a theme or term; an excerpt is never split. */
const mostOnPage = 200;

const known = new WeakMap<Gloss[], Gloss[][]>();

/** The occurrences of a theme or term, page by page; one page, perhaps empty, where they are few. */
export function partsOf({ occurrences }: Theme | Term): Gloss[][] {
  const parts = known.get(occurrences) ?? split(occurrences);
  known.set(occurrences, parts);
  return parts;
}

function split(occurrences: Gloss[]): Gloss[][] {
  const parts: Gloss[][] = [[]];
  for (const glosses of Map.groupBy(occurrences, ({ excerpt }) => excerpt).values()) {
    const last = parts.at(-1)!;
    if (last.length > 0 && last.length + glosses.length > mostOnPage) parts.push([...glosses]);
    else last.push(...glosses);
  }
  return parts;
}

/** The pages after the first of those themes or terms, as routes ask for them, by parameters that are text. */
export function furtherPages<Kind extends Theme | Term>(pages: Kind[]) {
  return pages.flatMap((page) =>
    partsOf(page)
      .map((_, part) => ({ params: { [page.kind]: page.slug, part: String(part + 1) }, props: { page, part } }))
      .slice(1),
  );
}

/** Address of a page of occurrences; the first is the page of the theme or term itself. */
export function partUrl({ url }: Theme | Term, part: number): string {
  return part === 0 ? url : `${url}${part + 1}/`;
}

/** Id of the place where the occurrences in a work, or in one of its excerpts, begin. */
export function placeId(page: Work | Excerpt): string {
  return page.kind === 'work' ? `in-${page.slug}` : `in-${page.work.slug}-${page.slug}`;
}

/** Address of that place for a theme or term. */
export function placeUrl(page: Theme | Term, place: Work | Excerpt): string {
  const isThere = ({ excerpt }: Gloss) => excerpt === place || excerpt.work === place;
  const part = partsOf(page).findIndex((glosses) => glosses.some(isThere));
  return `${partUrl(page, Math.max(0, part))}#${placeId(place)}`;
}

/** Occurrences in the order of the text; those whose lemmas end at one word are readings of it, and stand together. */
export function readingsOf(glosses: Gloss[]): Gloss[][] {
  const readings: Gloss[][] = [];
  for (const gloss of glosses) {
    const last = readings.at(-1)?.[0];
    if (last?.passage === gloss.passage && last.note.end === gloss.note.end) readings.at(-1)!.push(gloss);
    else readings.push([gloss]);
  }
  return readings;
}

/** The critical lens through which a note reads, if it names one. */
export function lensOf({ terms }: Gloss): Term | undefined {
  return terms.find(({ data }) => data.kind === 'lens');
}
