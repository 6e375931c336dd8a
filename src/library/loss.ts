import { addressOf } from '../markdown/address.ts';
import type { Fault, Place } from '../markdown/fault.ts';
import { countWords } from '../text/words.ts';
import { faultIn } from './faults.ts';
import { type Entry, compareIds, nameOf, openingOf, partsOf } from './ledger.ts';
import type { Excerpt, Page } from './library.ts';
import type { Published } from './published.ts';
import type { Lost } from './settle.ts';
import { unitsOf } from './units.ts';

/** So many new anchors of a page are named in the fault of their not being recorded. */
const named = 6;
const top = { line: 1, column: 1 };

/** The fault of a block or line whose published words are gone; `unrecorded` is what is new in the whole library. */
export function lossFault(excerpt: Excerpt, { entry, into, instead }: Lost, unrecorded: readonly Entry[]): Fault {
  const elsewhere = unrecorded.find((other) => isSame(other, entry) && countWords(entry.opening) > 3);
  const place = placeOf(excerpt, into ?? instead) ?? placeNear(excerpt, entry.id);
  if (into !== undefined) {
    const to = `${addressOf(excerpt.path, '/')}#${into}`;
    return faultIn(
      excerpt.document,
      'anchor-vanished',
      `Unexpected end of ${shown(entry)}, whose words are now in \`#${into}\`. ${run('merged', entry, to)}`,
      place,
    );
  }
  if (elsewhere) {
    const to = nameOf(elsewhere);
    return faultIn(
      excerpt.document,
      'anchor-vanished',
      `Unexpected end of ${shown(entry)}, whose words are now at \`${to}\`. ${run('moved', entry, to)}`,
      place,
    );
  }
  if (instead === undefined)
    return faultIn(excerpt.document, 'anchor-vanished', `Expected ${shown(entry)}, which is published.`, place);
  return faultIn(
    excerpt.document,
    'anchor-changed',
    `Unexpected words in the place of ${shown(entry)}, too unlike to be the same.`,
    place,
  );
}

/** The fault of a published note whose label is no longer there. */
export function lostNoteFault(excerpt: Excerpt, entry: Entry, unrecorded: readonly Entry[]): Fault {
  const renamed = unrecorded.find(
    (other) => other.address === entry.address && isSame(other, entry) && other.id.startsWith('fn-'),
  );
  if (!renamed)
    return faultIn(
      excerpt.document,
      'anchor-vanished',
      `Expected the note on ${shown(entry)}, which is published.`,
      top,
    );
  const note = excerpt.document.notes.find(({ label }) => `fn-${label}` === renamed.id);
  const message = `Unexpected label \`${labelOf(renamed)}\`, expected \`${labelOf(entry)}\`, under which the note is published.`;
  return faultIn(excerpt.document, 'anchor-vanished', message, note?.place ?? top);
}

/** The fault of a published label that now stands on other words. */
export function changedFault(page: Page, recorded: Entry, place: Place): Fault {
  const message = `Unexpected lemma under the label \`${labelOf(recorded)}\`, expected words of ${shown(recorded)}: the label is published.`;
  return faultIn(page.document, 'anchor-changed', message, place);
}

/** The fault of an address that was given up and is used again. */
export function reusedFault(page: Page, published: Published): Fault {
  const message = `Unexpected use of \`${nameOf(published)}\`, which the ledger has as moved, merged or withdrawn; expected another ${published.id === '' ? 'file name' : 'label'}.`;
  return faultIn(page.document, 'anchor-reused', message, published.place);
}

/** The fault of a page with anchors that the ledger does not have. */
export function unrecordedFault(page: Page, missing: readonly Published[]): Fault {
  const names = missing.map(({ id }) => (id === '' ? 'the page itself' : `\`#${id}\``));
  const more = names.length > named ? ` and ${names.length - named} more` : '';
  const message = `Unexpected anchors that are not in the ledger: ${names.slice(0, named).join(', ')}${more}.`;
  return faultIn(page.document, 'anchor-unrecorded', message, missing[0]!.place);
}

/** An entry as a message names it: its address and its first words. */
export function shown(entry: Entry): string {
  return `\`${nameOf(entry)}\`, “${openingOf(entry)}”`;
}

function run(fate: string, entry: Entry, to: string): string {
  return `If so, run \`npm run permalinks -- ${fate} ${nameOf(entry)} ${to}\`.`;
}

function isSame(one: Entry, other: Entry): boolean {
  return one.fingerprint === other.fingerprint && one.opening === other.opening;
}

function labelOf({ id }: Entry): string {
  return id.replace(/^fn-/, '');
}

function placeOf(excerpt: Excerpt, id: string | undefined): Place | undefined {
  return id === undefined ? undefined : unitsOf(excerpt.passages).find((unit) => unit.id === id)?.place;
}

/** Where the words of an id would stand: at the first unit of its kind that comes after it, or the last of them. */
function placeNear(excerpt: Excerpt, id: string): Place {
  const alike = unitsOf(excerpt.passages).filter(
    (unit) => unit.id !== null && partsOf(unit.id).letter === partsOf(id).letter,
  );
  return (alike.find((unit) => compareIds(unit.id!, id) > 0) ?? alike.at(-1))?.place ?? top;
}
