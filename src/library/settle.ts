import { align } from '../text/alignment.ts';
import { traceOf } from '../text/fingerprint.ts';
import { type Entry, compareIds, isBlockId, isLive, partsOf } from './ledger.ts';
import type { Passage } from './numbering.ts';
import { type NumberedUnit, unitsOf } from './units.ts';

/** An excerpt's passages under the ids that the ledger gives their words, and the published ids whose words are gone. */
export interface Settled {
  passages: Passage[];
  lost: Lost[];
}

/** A published id whose words are gone: taken in by the block `into`, or replaced by the block `instead`, if either. */
export interface Lost {
  entry: Entry;
  into?: string;
  instead?: string;
}

/**
 * Gives each block and line the id that the ledger has for its words, wherever they now stand. What is new takes the
 * number that the edition gives it, unless other words ever had it; else a letter after the one before it: `p6a`.
 * `entries` are those of the excerpt's page by their ids, retired ones too.
 */
export function settle(passages: Passage[], entries: ReadonlyMap<string, Entry>): Settled {
  const units = unitsOf(passages).filter((unit) => unit.id !== null);
  if (isUnchanged(units, entries)) return { passages, lost: [] };
  const ids: string[] = [];
  const lost: Lost[] = [];
  for (const letter of ['p', 'l', 'd']) {
    const own = [...units.keys()].filter((index) => partsOf(units[index]!.id!).letter === letter);
    const settled = settleKind(
      own.map((index) => units[index]!),
      [...entries.values()].filter(({ id }) => partsOf(id).letter === letter),
    );
    for (const [at, index] of own.entries()) ids[index] = settled.ids[at]!;
    lost.push(...settled.lost);
  }
  let index = 0;
  const next = (id: string | null) => (id === null ? null : ids[index++]!);
  const renamed = passages.map(({ lines, ...passage }) => ({
    ...passage,
    id: next(passage.id),
    ...(lines && { lines: lines.map((line) => ({ ...line, id: next(line.id) })) }),
  }));
  return { passages: renamed, lost };
}

/** Whether the edition's numbers are the published ids, each with its words: as it is nearly always. */
function isUnchanged(units: NumberedUnit[], entries: ReadonlyMap<string, Entry>): boolean {
  let live = 0;
  for (const entry of entries.values()) if (isLive(entry) && isBlockId(entry.id)) live++;
  return live === units.length && units.every((unit) => isOn(unit, entries.get(unit.id!)));
}

/** Whether an id is on the words with which it is published. */
function isOn({ fingerprint }: NumberedUnit, entry: Entry | undefined): boolean {
  return entry !== undefined && isLive(entry) && entry.fingerprint === fingerprint;
}

/** The same for the paragraphs, the lines or the directions of an excerpt. */
function settleKind(units: NumberedUnit[], entries: Entry[]): { ids: string[]; lost: Lost[] } {
  const live = entries.filter(isLive).sort((a, b) => compareIds(a.id, b.id));
  const taken = new Set(entries.map(({ id }) => id));
  const numbers = units.map(({ id }) => id!);
  const fates = align(
    live,
    units.map(({ text }) => traceOf(text)),
  );
  const ids: (string | undefined)[] = numbers.map(() => undefined);
  for (const [index, fate] of fates.entries()) if ('kept' in fate) ids[fate.kept] = live[index]!.id;
  for (const index of ids.keys()) {
    const id = (ids[index] ??= newId(index, numbers, ids, taken));
    taken.add(id);
  }
  const lost = fates.flatMap((fate, index): Lost[] => {
    if ('kept' in fate) return [];
    const entry = live[index]!;
    if ('merged' in fate) return [{ entry, into: ids[fate.merged]! }];
    return [fate.instead === undefined ? { entry } : { entry, instead: ids[fate.instead]! }];
  });
  return { ids: ids.map((id) => id!), lost };
}

/** An id that no words ever had, for the unit at `index`; `numbers` are the ids by the edition. */
function newId(index: number, numbers: string[], ids: (string | undefined)[], taken: Set<string>): string {
  const own = partsOf(numbers[index]!);
  const previous = ids[index - 1];
  if (own.part > 1 && previous) return free(taken, (count) => `${previous.replace(/-\d+$/, '')}-${count + 1}`);
  const next = ids.slice(index + 1).find((id) => id !== undefined);
  const last = previous === undefined ? undefined : partsOf(previous).number;
  // Within a run numbers go on from the one before, which need not be the one that counting has reached.
  const goesOn = last !== undefined && own.number <= partsOf(numbers[index - 1]!).number + 1;
  const number = goesOn ? last + 1 : own.number;
  const plain = `${own.letter}${number}`;
  if (!taken.has(plain) && (next === undefined || number < partsOf(next).number)) return plain;
  const base = goesOn ? last : next === undefined ? number : Math.max(0, partsOf(next).number - 1);
  return free(taken, (count) => `${own.letter}${base}${letters(count)}`);
}

function free(taken: Set<string>, id: (count: number) => string): string {
  let count = 1;
  while (taken.has(id(count))) count++;
  return id(count);
}

/** 1 → a, 26 → z, 27 → aa. */
function letters(count: number): string {
  const rest = Math.floor((count - 1) / 26);
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(97 + ((count - 1) % 26))}`;
}
