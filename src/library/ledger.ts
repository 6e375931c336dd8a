import { z } from 'zod';
import type { Fault, FaultCode } from '../markdown/fault.ts';
import type { Trace } from '../text/fingerprint.ts';
import { countWords } from '../text/words.ts';

/** One published anchor: a block, a line or a note of an excerpt; or, where `id` is '', a whole page. */
export interface Entry extends Trace {
  /** Address of the page without the base: `/works/frankenstein/chapter-5/`. */
  address: string;
  id: string;
  /** Where its words have gone, or why they were withdrawn: at most one of the three. */
  moved?: string | undefined;
  merged?: string | undefined;
  withdrawn?: string | undefined;
}

/** The ledger as it was read, and what is wrong with it. */
export interface Ledger {
  entries: Entry[];
  /** The same by the addresses of their pages and their ids. */
  pages: Map<string, Map<string, Entry>>;
  /** The line of each entry in the file. */
  lines: number[];
  faults: Fault[];
}

const where = z.string().regex(/^\/[^#]*\/(?:#.+)?$/);
const entry = z
  .strictObject({
    address: z.string().regex(/^\/[^#]*\/$/),
    id: z.string(),
    fingerprint: z.string().regex(/^[\w-]*$/),
    opening: z.string(),
    moved: where.optional(),
    merged: where.optional(),
    withdrawn: z.string().min(1).optional(),
  })
  .refine(
    ({ moved, merged, withdrawn }) => [moved, merged, withdrawn].filter((fate) => fate !== undefined).length <= 1,
  );

/** Path of the ledger inside `content/`. */
export const ledgerPath = 'permalinks.json';

/** Reads the ledger. Never throws: one that is missing, broken off or in conflict is a fault, and holds nothing. */
export function readLedger(text: string | undefined): Ledger {
  if (text === undefined)
    return broken(
      'ledger-missing',
      1,
      'Unexpected library without `content/permalinks.json`, expected its published anchors there.',
    );
  const lines = text.split('\n');
  const conflict = /^(?:<{7}|={7}|>{7})/m.exec(text);
  if (conflict) {
    const line = text.slice(0, conflict.index).split('\n').length;
    return broken('ledger-malformed', line, 'Unexpected mark of a merge conflict, expected an anchor.');
  }
  const places = lines.flatMap((line, index) => (line.includes('{') ? [index + 1] : []));
  const values = parse(text);
  if (!Array.isArray(values)) {
    const bad = lines.findIndex((line) => !isSound(line));
    const last = lines.findLastIndex((line) => line.trim() !== '');
    return broken(
      'ledger-malformed',
      Math.max(bad < 0 ? last : bad, 0) + 1,
      'Unexpected text that is not JSON or breaks off, expected a list with one anchor a line.',
    );
  }
  const ledger: Ledger = { entries: [], pages: new Map(), lines: [], faults: [] };
  for (const [index, value] of values.entries()) {
    const line = places.length === values.length ? places[index]! : 1;
    const { success, data } = entry.safeParse(value);
    const page = data && (ledger.pages.get(data.address) ?? new Map<string, Entry>());
    const first = page?.get(data!.id);
    if (!success)
      ledger.faults.push(
        ledgerFault(
          'ledger-malformed',
          line,
          'Unexpected entry, expected `address`, `id`, `fingerprint` and `opening`.',
        ),
      );
    else if (first)
      ledger.faults.push(
        ledgerFault(
          'ledger-duplicate',
          line,
          `Unexpected second entry for \`${nameOf(data)}\`, the first is on line ${ledger.lines[ledger.entries.indexOf(first)]}.`,
        ),
      );
    else {
      ledger.pages.set(data.address, page!.set(data.id, data));
      ledger.entries.push(data);
      ledger.lines.push(line);
    }
  }
  return ledger;
}

/** The text of the ledger: sorted, one line an anchor, so that two branches that add anchors merge without conflict. */
export function writeLedger(entries: readonly Entry[]): string {
  const lines = entries.toSorted(compareEntries).map((entry) => JSON.stringify(entry));
  return `[\n${lines.join(',\n')}\n]\n`;
}

/** The address of an entry: `/works/frankenstein/chapter-5/#p3`. */
export function nameOf({ address, id }: Pick<Entry, 'address' | 'id'>): string {
  return id === '' ? address : `${address}#${id}`;
}

/** The entry of an address as `nameOf` writes it. */
export function entryAt({ pages }: Pick<Ledger, 'pages'>, name: string): Entry | undefined {
  const [address = '', id = ''] = name.split('#');
  return pages.get(address)?.get(id);
}

/** The first words of an entry, with ` …` where there were more. */
export function openingOf({ fingerprint, opening }: Entry): string {
  return fingerprint.length > countWords(opening) ? `${opening} …` : opening;
}

/** Whether its words are still at the address of an entry, as far as the ledger knows. */
export function isLive({ moved, merged, withdrawn }: Entry): boolean {
  return moved === undefined && merged === undefined && withdrawn === undefined;
}

/** Orders entries by page; within it the page itself, then paragraphs, lines and directions by number, then notes. */
export function compareEntries(a: Entry, b: Entry): number {
  return compareTexts(a.address, b.address) || compareIds(a.id, b.id);
}

/** Orders ids as a reader counts: `p2`, `p6`, `p6a`, `p10`; `l15`, `l15-2`, `l16`. */
export function compareIds(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  const rank = (letter: string) => ['', 'p', 'l', 'd'].indexOf(letter) + 1 || 9;
  return (
    rank(one.letter) - rank(other.letter) ||
    one.number - other.number ||
    one.suffix.length - other.suffix.length ||
    compareTexts(one.suffix, other.suffix) ||
    one.part - other.part ||
    compareTexts(a, b)
  );
}

/** Whether an id is that of a block or a line, not of a note. */
export function isBlockId(id: string): boolean {
  return /^[pld]\d/.test(id);
}

/** An id in its parts: `l15a-2` is letter `l`, number 15, suffix `a`, part 2. */
export function partsOf(id: string): { letter: string; number: number; suffix: string; part: number } {
  const [, letter = id, number = 0, suffix = '', part = 1] = /^([pld])(\d+)([a-z]*)(?:-(\d+))?$/.exec(id) ?? [];
  return { letter, number: Number(number), suffix, part: Number(part) };
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a line of the ledger can be read on its own. */
function isSound(line: string): boolean {
  const bare = line.trim().replace(/,$/, '');
  return ['', '[', ']', '[]'].includes(bare) || parse(bare) !== undefined;
}

function broken(code: FaultCode, line: number, message: string): Ledger {
  return { entries: [], pages: new Map(), lines: [], faults: [ledgerFault(code, line, message)] };
}

/** A fault of the ledger itself, on one of its lines. */
export function ledgerFault(code: FaultCode, line: number, message: string): Fault {
  return { code, file: `content/${ledgerPath}`, line, column: 1, message };
}
