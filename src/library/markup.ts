import { escape } from '../text/escape.ts';
import { href } from './address.ts';
import { editionName } from './edition.ts';
import type { LocatedQuotation } from './library.ts';

/**
 * The prose of a page in parts: markup, and between two stretches of it the index of a note that stands there.
 * `compile` leaves `<div data-note>` where a note belongs.
 */
export function partsOf(html: string): (string | number)[] {
  return html
    .split(/<div data-note="(\d+)"><\/div>/)
    .map((part, index) => (index % 2 === 0 ? part.trim() : Number(part)))
    .filter((part) => part !== '');
}

/** Where markup is to be shown, and what it keeps there. */
interface Setting {
  /** Ids of quotations; left out where a note is shown on another page, on which they may be taken. */
  ids?: boolean;
  /** Signs of what is proved and what is not, which only the site’s style sheet shows. */
  signs?: boolean;
}

const attributes = '(?:\\s[\\w-]+="[^"]*")*';
const marked = new RegExp(`<(a|figure)(${attributes}) data-quotation="(\\d+)"(${attributes})>([^]*?)</\\1>`, 'g');

/**
 * Gives the quotations in a stretch of markup, which `compile` marks with `data-quotation`, their own ids, the
 * addresses of the words they quote, and the sign that they were proved or not. `quotations` are those of the page, or
 * of the note that the markup is from.
 */
export function withQuotations(
  html: string,
  quotations: readonly LocatedQuotation[],
  { ids = true, signs = true }: Setting = {},
): string {
  return html.replaceAll(marked, (_, tag: string, before: string, index: string, after: string, inside: string) => {
    const found = quotations.find(({ id }) => id === `q${Number(index) + 1}`);
    const id = ids && found ? ` id="${found.id}"` : '';
    if (inside === '') return found && signs ? unproved(id) : '';
    if (!found) return `<${tag}${before}${after}>${inside}</${tag}>`;
    const sign = signs ? signOf(found) : '';
    if (tag === 'figure') return `<figure${id}${before}${after}>${captioned(addressed(inside, found), sign)}</figure>`;
    const link = `<a${id} class="quotation" href="${escape(found.url)}"${after}>`;
    return found.proved ? `${link}${inside}${sign}</a>` : `${link}${inside}</a>${sign}`;
  });
}

/** The same markup without any trace of what `compile` says of its quotations. */
export function plainMarkup(html: string): string {
  return html.replaceAll(/<a data-quotation="\d+"><\/a>| data-quotation="\d+"/g, '');
}

/** Without a text of its own, so that what is quoted and what follows are one run. */
function signOf({ proved, excerpt }: LocatedQuotation): string {
  if (!proved || !excerpt) return unproved('');
  const against = editionName(excerpt.work) ?? 'the passage';
  return `<span class="proof" role="img" title="checked against ${escape(against)}"></span>`;
}

function unproved(id: string): string {
  const name = 'not checked: its source is not in this library';
  return `<a${id} class="unproved" href="${href('/about/proof/')}#unproved" aria-label="${name}" title="${name}"></a>`;
}

/** Leads the attribution to the words; on paper it gives the address of their passage alone. */
function addressed(figure: string, { page, proved, quotation, url }: LocatedQuotation): string {
  const passage = page.document.links[quotation.link]?.href;
  if (!proved || passage === undefined) return figure;
  const address = escape(passage);
  return figure.replace(`<a href="${address}"`, () => `<a href="${escape(url)}" data-address="${address}"`);
}

function captioned(figure: string, sign: string): string {
  if (sign === '') return figure;
  if (figure.includes('</figcaption>')) return figure.replace('</figcaption>', () => ` ${sign}</figcaption>`);
  return `${figure}<figcaption>${sign}</figcaption>\n`;
}
