import { type Fate, align } from '../text/alignment.ts';
import { type Trace, traceOf } from '../text/fingerprint.ts';
import { type Entry, compareIds, isLive, partsOf } from './ledger.ts';
import type { Passage } from './numbering.ts';
import { unitsOf } from './units.ts';

/** An excerpt's passages under the ids that the ledger gives their words, and the published ids whose words are gone. */
export interface Settled {
  passages: Passage[];
  lost: Lost[];
}

export interface Lost {
  entry: Entry;
  /** What became of it, with the id it points to: that of the block which took its words in, or stands in its place. */
  fate: 'merged' | 'changed' | 'gone';
  id?: string;
}

/**
 * Gives each block and line the id that the ledger has for its words, wherever they now stand. What is new takes the
 * number that the edition gives it, if no other words ever had it; else a letter after the one before it: `p6a`.
 * `entries` are those of the excerpt's page, whatever became of them.
 */
export function settle(passages: Passage[], entries: readonly Entry[]): Settled {
  const units = unitsOf(passages).filter(({ id }) => id !== null);
  const ids = units.map(({ id }) => id!);
  const lost: Lost[] = [];
  if (entries.some(({ id }) => partsOf(id).number > 0))
    for (const letter of ['p', 'l', 'd']) {
      const own = [...units.keys()].filter((index) => partsOf(ids[index]!).letter === letter);
      const old = entries.filter(({ id }) => partsOf(id).letter === letter).sort((a, b) => compareIds(a.id, b.id));
      const live = old.filter(isLive);
      const fates = align(live, own.map((index) => traceOf(units[index]!.text)));
    }
  return { passages, lost };
}
