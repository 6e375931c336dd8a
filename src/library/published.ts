import { addressOf } from '../markdown/address.ts';
import type { Place } from '../markdown/fault.ts';
import { traceOf } from '../text/fingerprint.ts';
import type { Entry } from './ledger.ts';
import type { Excerpt, Page } from './library.ts';
import { unitsOf } from './units.ts';

/** Something that the site publishes under an address which must last. */
export interface Published {
  /** Address of the page without the base. */
  address: string;
  /** '' for the page itself. */
  id: string;
  text: string;
  place: Place;
}

/** The page itself and, of an excerpt, its blocks and lines and its notes: all that the ledger covers. */
export function publishedOf(page: Page): Published[] {
  const address = addressOf(page.path, '/');
  const own = { address, id: '', text: page.title, place: { line: 1, column: 1 } };
  return page.kind === 'excerpt' ? [own, ...blocksOf(page, address), ...notesOf(page, address)] : [own];
}

/** What the ledger keeps of it. */
export function entryOf({ address, id, text }: Published): Entry {
  return { address, id, ...traceOf(text) };
}

function blocksOf({ passages }: Excerpt, address: string): Published[] {
  return unitsOf(passages).flatMap(({ id, text, place }) => (id === null ? [] : [{ address, id, text, place }]));
}

function notesOf({ document }: Excerpt, address: string): Published[] {
  return document.notes.map(({ label, lemma, place }) => ({ address, id: `fn-${label}`, text: lemma, place }));
}
