import { locatorKeys } from '../library/schemas.ts';
import type { Section } from './section.ts';

/** A name for a file: lower-case letters, digits and hyphens. */
export function slugOf(text: string): string {
  return text
    .replace(/æ/gi, 'ae')
    .replace(/œ/gi, 'oe')
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The name of an excerpt's file: `chapter-5`, `act-5-scene-1`, `ode-to-a-nightingale`. */
export function slugOfSection({ locator }: Pick<Section, 'locator'>): string {
  const parts = locatorKeys.flatMap((key) => (locator[key] === undefined ? [] : [`${key}-${locator[key]}`]));
  return [...parts, slugOf(locator.title ?? '')].filter(Boolean).join('-');
}
