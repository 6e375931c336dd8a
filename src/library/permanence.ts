import { addressOf } from '../markdown/address.ts';
import type { Document } from '../markdown/document.ts';
import type { Fault, FaultCode } from '../markdown/fault.ts';
import { folded } from '../text/fold.ts';
import { words } from '../text/words.ts';
import { type Entry, type Ledger, isLive, ledgerFault, nameOf } from './ledger.ts';
import type { Excerpt, Library, Page } from './library.ts';
import { changedFault, lossFault, lostNoteFault, reusedFault, shown, unrecordedFault } from './loss.ts';
import { type Published, entryOf, publishedOf } from './published.ts';
import { type RetiredPage, placeIn, retiredOf, whereabouts } from './retired.ts';
import { settle } from './settle.ts';

/** How a library stands to what it has published. */
export interface Permanence {
  /** Every anchor that the ledger has. */
  published: readonly Entry[];
  /** How many published anchors are where they were. */
  kept: number;
  /** What the ledger does not have yet. */
  unrecorded: Entry[];
  /** Pages that have gone and whose addresses are kept. */
  retired: RetiredPage[];
  faults: Fault[];
  /** Faults of what is not recorded: expected while one writes, so no more than warnings in dev. */
  pending: Fault[];
}

/**
 * Holds a library to its ledger: gives every block the id under which its words were published, leaves word of what
 * became of ids that have gone, and reports what was lost, changed or not recorded. Excerpts are changed in place.
 */
export function keep(library: Library, documents: readonly Document[], ledger: Ledger, base: string): Permanence {
  const absent = ledger.faults.filter(({ code }) => code === 'ledger-missing');
  const result: Permanence = {
    published: ledger.entries,
    kept: 0,
    unrecorded: [],
    retired: [],
    faults: [],
    pending: [...absent],
  };
  if (absent.length === 0) result.faults.push(...ledger.faults);
  if (ledger.faults.some(({ code }) => code === 'ledger-malformed') && ledger.entries.length === 0) return result;
  const named = new Map(ledger.entries.map((entry) => [nameOf(entry), entry]));
  const byAddress = Map.groupBy(ledger.entries, ({ address }) => address);
  const files = new Map(documents.map((document) => [addressOf(document.path, '/'), document]));
  const losses: (() => Fault)[] = [];

  for (const page of library.pages.values()) {
    if (isDraft(page)) continue;
    if (page.kind === 'excerpt') settleExcerpt(page, byAddress.get(addressOf(page.path, '/')) ?? []);
    const missing = publishedOf(page).filter((published) => !isRecorded(published, page));
    if (missing.length === 0) continue;
    result.unrecorded.push(...missing.map(entryOf));
    if (absent.length === 0) result.pending.push(unrecordedFault(page, missing));
  }
  for (const [address, entries] of byAddress) {
    const file = files.get(address);
    if (!file || file.data['draft'] === true) leave(address, entries);
  }
  for (const entry of ledger.entries) {
    if (isLive(entry) || whereabouts(entry, named)) continue;
    const message = `Unexpected end of the trail of \`${nameOf(entry)}\`, expected \`${entry.moved ?? entry.merged}\` to be published.`;
    fault(entry, 'ledger-target-missing', message);
  }
  result.faults.push(...losses.map((loss) => loss()));
  return result;

  function settleExcerpt(excerpt: Excerpt, entries: Entry[]): void {
    const { passages, lost } = settle(excerpt.passages, entries);
    excerpt.passages = passages;
    const gone = entries.filter((entry) => !isLive(entry) && entry.id !== '');
    excerpt.retired = gone.map((entry) => ({ ...retiredOf(entry, named, base), after: placeIn(passages, entry.id) }));
    losses.push(...lost.map((loss) => () => lossFault(excerpt, loss, result.unrecorded)));
    const labels = new Set(excerpt.document.notes.map(({ label }) => `fn-${label}`));
    const notes = entries.filter((entry) => entry.id.startsWith('fn-') && isLive(entry) && !labels.has(entry.id));
    losses.push(...notes.map((entry) => () => lostNoteFault(excerpt, entry, result.unrecorded)));
  }

  function isRecorded(published: Published, page: Page): boolean {
    const recorded = named.get(nameOf(published));
    if (!recorded) return false;
    if (!isLive(recorded)) result.faults.push(reusedFault(page, published));
    else if (recorded.id.startsWith('fn-') && !sharesWord(entryOf(published), recorded))
      result.faults.push(changedFault(page, recorded, published.place));
    else result.kept++;
    return true;
  }

  /** Keeps the address of a page that has gone, or reports that nothing says what became of it. */
  function leave(address: string, entries: Entry[]): void {
    const page = entries.find(({ id }) => id === '') ?? entries[0]!;
    const live = isLive(page) ? [page] : entries.filter(isLive);
    const code = isLive(page) ? 'page-vanished' : 'anchor-vanished';
    for (const entry of live) fault(entry, code, `Expected ${shown(entry)}, which is published.`);
    if (live.length > 0) return;
    result.retired.push({
      url: `${base.replace(/\/$/, '')}${address}`,
      page: retiredOf(page, named, base),
      anchors: entries.filter((entry) => entry !== page).map((entry) => retiredOf(entry, named, base)),
    });
  }

  function fault(entry: Entry, code: FaultCode, message: string): void {
    result.faults.push(ledgerFault(code, ledger.lines.get(entry) ?? 1, message));
  }
}

function isDraft(page: Page): boolean {
  return page.kind === 'essay' && page.data.draft === true;
}

/** Whether two lemmas have a word in common, as far as the ledger has them. */
function sharesWord(one: Entry, other: Entry): boolean {
  const wordsOf = ({ opening }: Entry) => words(folded(opening).toLowerCase());
  return one.opening === other.opening || wordsOf(one).some((word) => wordsOf(other).includes(word));
}
