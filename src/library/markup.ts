import { escape } from '../text/escape.ts';
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

/**
 * Gives the quotations in a stretch of markup, which `compile` marks with `data-quotation`, their own ids and the
 * addresses of the words they quote. `quotations` are those of the page, or of the note that the markup is from;
 * `elsewhere`, where the note is shown on another page, leaves out the ids, which may be taken there.
 */
export function withQuotations(html: string, quotations: LocatedQuotation[], elsewhere = false): string {
  return html.replaceAll(
    /<(a|figure)((?:\s[\w-]+="[^"]*")*) data-quotation="(\d+)"/g,
    (_, tag: string, rest: string, index: string) => {
      const found = quotations.find(({ id }) => id === `q${Number(index) + 1}`);
      if (!found) return `<${tag}${rest}`;
      const attributes = tag === 'a' ? ` class="quotation" href="${escape(found.url)}"` : rest;
      return `<${tag}${elsewhere ? '' : ` id="${found.id}"`}${attributes}`;
    },
  );
}
