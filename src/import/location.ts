import { placeName } from '../library/place.ts';
import { type LocatorKey, locatorKeys } from '../library/schemas.ts';
import type { Division } from './divide.ts';
import type { RankedHeading } from './html-heading.ts';
import type { Section } from './section.ts';

/** Where a division stands in the work. */
export interface Location {
  locator: Section['locator'];
  title: string;
  number?: number;
  /** The number stood alone, without a label. */
  isBare: boolean;
  written: string;
}

const ranks: Record<LocatorKey, number> = {
  book: 0,
  part: 1,
  act: 2,
  scene: 3,
  chapter: 4,
  stave: 4,
  letter: 4,
  canto: 4,
};

/**
 * Where each division stands. Where an edition marks up its parts, they say so by the headings around them, `above` giving
 * those of other files; elsewhere by the headings before them.
 */
export function locationsOf(divisions: Division[], above: (id: string) => RankedHeading[]): Map<Division, Location> {
  const running = new Map<LocatorKey, number>();
  return new Map(divisions.map((division) => [division, locationOf(division)]));

  function locationOf(division: Division): Location {
    const around = division.above?.flatMap(({ headings }) => headings);
    const outside = division.parent === undefined ? [] : above(division.parent);
    const place = around ? new Map<LocatorKey, number>() : running;
    if (around) locate([...outside, ...around], division.marks, place);
    const found = locate(division.headings, division.marks, place);
    // A book of a poem is known by the poem's title too.
    const title = around?.findLast((heading) => heading.number === undefined)?.title;
    if (title === undefined || !division.marks.has('poem') || found.number === undefined) return found;
    return {
      ...found,
      locator: { ...found.locator, title },
      title: found.title || `${title}, ${placeName(found.locator)}`,
    };
  }
}

/** Where a division stands, by its headings and those before it; `place` is moved on to it. */
export function locate(headings: RankedHeading[], marks: Set<string>, place: Map<LocatorKey, number>): Location {
  let title = '';
  let last: { label: LocatorKey; heading: RankedHeading } | undefined;
  for (const heading of headings) {
    if (heading.number === undefined) {
      if (/^scene$/i.test(heading.title)) continue;
      if (last || heading === headings.at(-1)) title = [title, heading.title].filter(Boolean).join(': ');
      continue;
    }
    const label = heading.label ?? labelOf(marks, place, heading);
    for (const key of [...place.keys()]) if (ranks[key] >= ranks[label]) place.delete(key);
    place.set(label, heading.number);
    last = { label, heading };
    title = heading.title;
  }
  const locator: Section['locator'] = {};
  for (const key of locatorKeys) {
    const number = place.get(key);
    // What has a title alone is no part of the chapter before it.
    if (number !== undefined && (last || ranks[key] < 3)) locator[key] = number;
  }
  const isContainer = last && ranks[last.label] < 2;
  if (title !== '' && (!last || (isContainer && title !== last.heading.title))) locator.title = title;
  const bare = last !== undefined && last.heading.label === undefined;
  return {
    locator,
    title,
    isBare: bare,
    written: bare ? (last?.heading.written ?? '') : '',
    ...(last && { number: last.heading.number! }),
  };
}

/** What a number without a label counts. */
function labelOf(marks: Set<string>, place: Map<LocatorKey, number>, heading: RankedHeading): LocatorKey {
  if (marks.has('scene') || (place.has('act') && !marks.has('chapter') && heading.level > 2)) return 'scene';
  if (marks.has('part') && !marks.has('chapter')) return 'part';
  return (marks.has('division') || marks.has('volume')) && !marks.has('chapter') ? 'book' : 'chapter';
}
