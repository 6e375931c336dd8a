import { type Locator, locatorKeys } from './schemas.ts';

/** Where an excerpt stands, in words: `chapter 5`, `act 5, scene 1`, or the title of a poem. */
export function placeName(locator: Locator): string {
  const parts = locatorKeys.flatMap((key) => (locator[key] === undefined ? [] : [`${key} ${locator[key]}`]));
  return parts.join(', ') || (locator.title ?? '');
}

const short: Record<string, string> = {
  chapter: 'ch.',
  book: 'bk',
  part: 'pt',
  stave: 'stave',
  letter: 'letter',
  canto: 'canto',
};

/** The same as scholars abbreviate it: `ch. 5`, `5.1`, or the title of a poem. */
export function placeAbbreviated(locator: Locator): string {
  if (locator.act !== undefined) return [locator.act, locator.scene].filter((n) => n !== undefined).join('.');
  const parts = locatorKeys.flatMap((key) =>
    locator[key] === undefined ? [] : [`${short[key] ?? key} ${locator[key]}`],
  );
  return parts.join(', ') || (locator.title ?? '');
}

/** Orders excerpts as they stand in the work. */
export function comparePlaces(a: Locator, b: Locator): number {
  for (const key of locatorKeys) {
    const difference = (a[key] ?? 0) - (b[key] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
