import { addressOf } from '../markdown/address.ts';
import { type AnchorCount, countAnchors } from './anchor-count.ts';
import type { Document } from '../markdown/document.ts';
import type { Fault, FaultCode } from '../markdown/fault.ts';
import { openingOf } from '../text/fingerprint.ts';
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
  /** How many anchors the ledger has: itself it is as large as a tenth of the library, which stays in memory. */
  published: AnchorCount[];
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
    published: countAnchors(ledger.entries),
    kept: 0,
    unrecorded: [],
    retired: [],
    faults: [],
    pending: [...absent],
  };
  if (absent.length === 0) result.faults.push(...ledger.faults);
  if (ledger.faults.some(({ code }) => code === 'ledger-malformed') && ledger.entries.length === 0) return result;
  const files = new Map(documents.map((document) => [addressOf(document.path, '/'), document]));
  const losses: (() => Fault)[] = [];

  for (const page of library.pages.values()) {
    if (isDraft(page)) continue;
    const entries = ledger.pages.get(addressOf(page.path, '/')) ?? new Map<string, Entry>();
    if (page.kind === 'excerpt') settleExcerpt(page, entries);
    const missing = publishedOf(page).filter((published) => !isRecorded(published, entries.get(published.id), page));
    if (missing.length === 0) continue;
    result.unrecorded.push(...missing.map(entryOf));
    if (absent.length === 0) result.pending.push(unrecordedFault(page, missing));
  }
  for (const [address, entries] of ledger.pages) {
    const file = files.get(address);
    if (!file || file.data['draft'] === true) leave(address, [...entries.values()]);
  }
  for (const entry of ledger.entries) {
    if (isLive(entry) || whereabouts(entry, ledger)) continue;
    const message = `Unexpected end of the trail of \`${nameOf(entry)}\`, expected \`${entry.moved ?? entry.merged}\` to be published.`;
    fault(entry, 'ledger-target-missing', message);
  }
  result.faults.push(...losses.map((loss) => loss()));
  return result;

  function settleExcerpt(excerpt: Excerpt, published: ReadonlyMap<string, Entry>): void {
    const { passages, lost } = settle(excerpt.passages, published);
    excerpt.passages = passages;
    const entries = [...published.values()];
    const gone = entries.filter((entry) => !isLive(entry) && entry.id !== '');
    excerpt.retired = gone.map((entry) => ({ ...retiredOf(entry, ledger, base), after: placeIn(passages, entry.id) }));
    losses.push(...lost.map((loss) => () => lossFault(excerpt, loss, result.unrecorded)));
    const labels = new Set(excerpt.document.notes.map(({ label }) => `fn-${label}`));
    const notes = entries.filter((entry) => entry.id.startsWith('fn-') && isLive(entry) && !labels.has(entry.id));
    losses.push(...notes.map((entry) => () => lostNoteFault(excerpt, entry, result.unrecorded)));
  }

  function isRecorded(published: Published, recorded: Entry | undefined, page: Page): boolean {
    if (!recorded) return false;
    if (!isLive(recorded)) result.faults.push(reusedFault(page, published));
    else if (recorded.id.startsWith('fn-') && !sharesWord(published.text, recorded))
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
      page: retiredOf(page, ledger, base),
      anchors: entries.filter((entry) => entry !== page).map((entry) => retiredOf(entry, ledger, base)),
    });
  }

  function fault(entry: Entry, code: FaultCode, message: string): void {
    result.faults.push(ledgerFault(code, ledger.lines[ledger.entries.indexOf(entry)]!, message));
  }
}

function isDraft(page: Page): boolean {
  return page.kind === 'essay' && page.data.draft === true;
}

/** Whether a lemma has a word in common with one that is published, as far as the ledger has that. */
function sharesWord(lemma: string, { opening }: Entry): boolean {
  const own = openingOf(lemma);
  const wordsOf = (text: string) => words(folded(text).toLowerCase());
  return own === opening || wordsOf(own).some((word) => wordsOf(opening).includes(word));
}
