import type { Essay, Excerpt, Work } from './library.ts';
import { placeAbbreviated } from './place.ts';

/** An item of CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html), as far as we have need of it. */
export interface CslItem {
  id: string;
  type: 'book' | 'chapter' | 'webpage';
  title: string;
  'container-title'?: string;
  author: CslName[];
  editor?: CslName[];
  translator?: CslName[];
  issued: CslDate;
  /** When the work first appeared, where the edition is later. */
  'original-date'?: CslDate;
  publisher?: string;
  language: string;
  keyword?: string;
  abstract?: string;
  /** Which part of the book the page has. */
  note?: string;
  URL: string;
  accessed?: { literal: string };
}

export type CslName = { family: string; given: string } | { literal: string };
export interface CslDate {
  'date-parts': [number[]];
}

/**
 * The item that cites a page: an essay is a page of the site; of an excerpt, the book is cited, as all four styles ask,
 * and the place in it is left to the citation in the text. A poem or titled chapter is a part with a title of its own.
 *
 * @param url The page's address with its host.
 */
export function itemOf(page: Essay | Excerpt, url: string): CslItem {
  return page.kind === 'essay' ? essayItem(page, url) : excerptItem(page, url);
}

function essayItem({ slug, title, data, themes }: Essay, url: string): CslItem {
  return {
    id: slug,
    type: 'webpage',
    title,
    'container-title': 'Gloss',
    author: [{ literal: data.author }],
    issued: dateOf(data.published),
    abstract: data.description,
    language: 'en-GB',
    ...keywords(themes),
    URL: url,
  };
}

function excerptItem(excerpt: Excerpt, url: string): CslItem {
  const { work, slug, data, themes } = excerpt;
  const { edition } = work.data;
  const poem = data.locator.title;
  const book = edition?.title ?? work.title;
  return {
    id: `${work.slug}-${slug}`,
    type: poem === undefined ? 'book' : 'chapter',
    title: poem ?? book,
    ...(poem !== undefined && { 'container-title': book }),
    author: [authorOf(work)],
    ...(edition?.editor !== undefined && { editor: [nameOf(edition.editor)] }),
    ...(edition?.translator !== undefined && { translator: [nameOf(edition.translator)] }),
    issued: yearOf(edition?.year ?? work.data.year),
    ...(edition && edition.year !== work.data.year && { 'original-date': yearOf(work.data.year) }),
    ...(edition && { publisher: edition.publisher }),
    language: 'en',
    ...keywords(themes),
    ...(poem === undefined && { note: placeAbbreviated(data.locator) }),
    URL: url,
  };
}

/** The author by the name to sort by: `Shelley, Mary`. */
export function authorOf({ data: { author } }: Work): CslName {
  const [family = '', given] = author.sort.split(/,\s*/);
  return given === undefined ? { literal: author.name } : { family, given };
}

/** A name in its usual order; the last word is taken for the family name. */
function nameOf(name: string): CslName {
  const words = name.split(' ');
  const family = words.pop() ?? '';
  return words.length === 0 ? { literal: name } : { family, given: words.join(' ') };
}

function keywords(pages: { title: string }[]) {
  return pages.length > 0 ? { keyword: pages.map(({ title }) => title).join(', ') } : {};
}

function yearOf(year: number): CslDate {
  return { 'date-parts': [[year]] };
}

function dateOf(date: string): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] };
}
