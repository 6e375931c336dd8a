import { type Entry, type Ledger, compareIds, entryAt, isLive, nameOf, openingOf, partsOf } from './ledger.ts';
import type { Passage } from './numbering.ts';
import { unitsOf } from './units.ts';

/** A published anchor or page whose words are no longer there, and what its address says instead. */
export interface Retired {
  /** '' for the page itself. */
  id: string;
  /** Its first words, as they were published. */
  opening: string;
  fate: 'moved' | 'merged' | 'withdrawn';
  /** Where the words are now, with the base; absent where they were withdrawn. */
  url?: string;
  /** Why they were withdrawn. */
  reason?: string;
}

/** A retired anchor of a page that is still there. */
export interface RetiredAnchor extends Retired {
  /** The index of the passage after which it stood; -1 before the first. */
  after: number;
}

/** A page that has gone from the library and whose address is kept. */
export interface RetiredPage {
  /** Address with the base. */
  url: string;
  page: Retired;
  anchors: Retired[];
}

/** Where the words of an entry are, after every move; or why they were withdrawn; undefined where the trail is lost. */
export function whereabouts(entry: Entry, ledger: Ledger): { name: string } | { reason: string } | undefined {
  const seen = new Set<Entry>();
  let at: Entry | undefined = entry;
  while (at && !isLive(at) && !seen.has(at)) {
    if (at.withdrawn !== undefined) return { reason: at.withdrawn };
    seen.add(at);
    at = entryAt(ledger, at.moved ?? at.merged ?? '');
  }
  return at && !seen.has(at) ? { name: nameOf(at) } : undefined;
}

/** What a retired entry says of itself on the page. */
export function retiredOf(entry: Entry, ledger: Ledger, base: string): Retired {
  const { id, moved, merged } = entry;
  const opening = openingOf(entry);
  const found = whereabouts(entry, ledger);
  const fate = moved !== undefined ? 'moved' : merged !== undefined ? 'merged' : 'withdrawn';
  if (!found) return { id, opening, fate };
  if ('reason' in found) return { id, opening, fate: 'withdrawn', reason: found.reason };
  return { id, opening, fate, url: `${base.replace(/\/$/, '')}${found.name}` };
}

/** The index of the passage after which a retired id stands in the order of ids; -1 before the first. */
export function placeIn(passages: readonly Passage[], id: string): number {
  const { letter } = partsOf(id);
  const units = unitsOf(passages).filter((unit) => unit.id !== null && partsOf(unit.id).letter === letter);
  if (units.length === 0) return passages.length - 1;
  const before = units.filter((unit) => compareIds(unit.id!, id) < 0).sort((a, b) => compareIds(a.id!, b.id!));
  return before.at(-1)?.passage ?? -1;
}
