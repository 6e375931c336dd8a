import { addressOf } from '../markdown/address.ts';
import type { Place } from '../markdown/fault.ts';
import { traceOf } from '../text/fingerprint.ts';
import type { Entry } from './ledger.ts';
import type { Excerpt, Page } from './library.ts';
import { unitsOf } from './units.ts';

/** Something that the site publishes under an address which must last: an entry of the ledger, and its place. */
export interface Published {
  entry: Entry;
  place: Place;
}

/** The page itself and, of an excerpt, its blocks and lines and its notes: all that the ledger covers. */
export function publishedOf(page: Page): Published[] {
  const address = addressOf(page.path, '/');
  const top = { line: 1, column: 1 };
  const own = { entry: { address, id: '', ...traceOf(page.title) }, place: top };
  return page.kind === 'excerpt' ? [own, ...blocksOf(page, address), ...notesOf(page, address)] : [own];
}

function blocksOf({ passages }: Excerpt, address: string): Published[] {
  return unitsOf(passages).flatMap(({ id, text, place }) =>
    id === null ? [] : [{ entry: { address, id, ...traceOf(text) }, place }],
  );
}

function notesOf({ document }: Excerpt, address: string): Published[] {
  return document.notes.map(({ label, lemma, place }) => ({
    entry: { address, id: `fn-${label}`, ...traceOf(lemma) },
    place,
  }));
}
