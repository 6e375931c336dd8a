import { addressOf } from '../markdown/address.ts';
import { align } from '../text/alignment.ts';
import { type Entry, compareIds, isBlockId, isLive, nameOf, partsOf } from './ledger.ts';
import type { Library } from './library.ts';
import { entryOf, publishedOf } from './published.ts';

/** What became of an address, as a command says it: moved or merged `to` another one, or withdrawn because of `to`. */
export interface Retirement {
  fate: 'moved' | 'merged' | 'withdrawn';
  from: string;
  to: string;
}

/** An address that cannot be retired as the command says, with what was expected instead. */
export class RetirementError extends Error {
  override name = 'RetirementError';
}

/**
 * The ledger after an address is retired. A page takes its anchors with it: to those of the new page that have their
 * words, which keep their ids if the new page has no ids yet, or to where the page says why it was withdrawn. Throws a
 * RetirementError where an address is not published, or was retired before.
 */
export function retire(entries: readonly Entry[], { fate, from, to }: Retirement, library: Library): Entry[] {
  const entry = entries.find((other) => nameOf(other) === from);
  if (!entry) throw new RetirementError(`Unexpected address \`${from}\`, expected one that the ledger has.`);
  if (!isLive(entry))
    throw new RetirementError(`Unexpected address \`${from}\`, which was retired before; expected one that is not.`);
  const isPage = entry.id === '';
  const own = isPage ? entries.filter((other) => other.address === entry.address && isLive(other)) : [entry];
  if (fate === 'withdrawn') {
    if (to.trim() === '') throw new RetirementError('Expected the reason in quotation marks after the address.');
    return entries.map((other) => (own.includes(other) ? { ...other, withdrawn: to } : other));
  }
  const known = new Map(
    [...entries.filter(isLive), ...(library.permanence?.unrecorded ?? [])].map((other) => [nameOf(other), other]),
  );
  const target = known.get(to);
  if (!target || to === from)
    throw new RetirementError(
      `Unexpected target \`${to}\`, expected another address of the site, such as \`/works/x/y/#p3\`.`,
    );
  if (isPage && target.id !== '')
    throw new RetirementError(`Unexpected target \`${to}\`, expected the address of a page, which ends in \`/\`.`);
  const goals = isPage ? goalsOf(own, target.address, entries, library) : new Map([[entry, target]]);
  const added = [...goals.values()].filter((goal) => !entries.some((other) => nameOf(other) === nameOf(goal)));
  return [
    ...entries.map((other) => {
      const goal = goals.get(other);
      return goal ? { ...other, [other.id === '' || !isPage ? fate : 'moved']: nameOf(goal) } : other;
    }),
    ...added,
  ];
}

/** For each entry of a page, the entry of another page that has its words; those whose words are not there have none. */
function goalsOf(own: Entry[], address: string, entries: readonly Entry[], library: Library): Map<Entry, Entry> {
  const page = [...library.pages.values()].find(({ path }) => addressOf(path, '/') === address);
  const published = page ? publishedOf(page).map(entryOf) : [];
  const isNew = !entries.some((other) => other.address === address);
  const goals = new Map<Entry, Entry>();
  for (const letter of ['p', 'l', 'd']) {
    const old = own.filter(({ id }) => partsOf(id).letter === letter).sort((a, b) => compareIds(a.id, b.id));
    const current = published.filter(({ id }) => partsOf(id).letter === letter);
    for (const [index, fate] of align(old, current).entries())
      if ('kept' in fate) goals.set(old[index]!, { ...current[fate.kept]!, ...(isNew && { id: old[index]!.id }) });
  }
  for (const entry of own) {
    const same = published.find(({ id }) => id === entry.id && !isBlockId(id));
    if (same) goals.set(entry, same);
  }
  return goals;
}
