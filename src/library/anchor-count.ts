import { type Entry, isLive, partsOf } from './ledger.ts';

/** What was published of a kind of anchor, and what became of it. */
export interface AnchorCount {
  kind: keyof typeof kinds;
  published: number;
  kept: number;
  moved: number;
  merged: number;
  withdrawn: number;
}

/** What an anchor names, by what its id begins with. */
const kinds = { Pages: '', Paragraphs: 'p', Lines: 'l', 'Stage directions': 'd', Notes: 'fn-' };

/** Counts the anchors of a ledger, of each kind that it has. */
export function countAnchors(entries: readonly Entry[]): AnchorCount[] {
  const byStart = Map.groupBy(entries, ({ id }) => startOf(id));
  return Object.entries(kinds).flatMap(([kind, start]) => {
    const own = byStart.get(start);
    return own ? [countOf(kind as AnchorCount['kind'], own)] : [];
  });
}

function startOf(id: string): string {
  return id.startsWith('fn-') ? 'fn-' : partsOf(id).letter;
}

function countOf(kind: AnchorCount['kind'], entries: readonly Entry[]): AnchorCount {
  return {
    kind,
    published: entries.length,
    kept: entries.filter(isLive).length,
    moved: entries.filter(({ moved }) => moved !== undefined).length,
    merged: entries.filter(({ merged }) => merged !== undefined).length,
    withdrawn: entries.filter(({ withdrawn }) => withdrawn !== undefined).length,
  };
}
