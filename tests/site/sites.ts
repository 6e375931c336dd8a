import { resolve } from 'node:path';

/** A site that the tests build once and read. */
export interface Site {
  name: string;
  /** Folder of its Markdown, from the project's root. */
  content: string;
  /** Folder that it is published to, from the project's root. */
  out: string;
  /** Path that it is built under, with `/` at both ends. */
  base: string;
}

export const root = resolve(import.meta.dirname, '../..');

/** A small library of invented works, which changes only with the tests. */
export const fixture = site('fixture', 'tests/site/content');

/** The same library where a forge would serve it. */
export const fixtureUnderBase: Site = { ...site('fixture', fixture.content, '/gloss/'), name: 'fixture-under-base' };

/** A library in which every field that takes text takes markup and scripts, as text. */
export const hostile = site('hostile', 'tests/site/hostile');

/** Too long, too many, too few: what the pages must bear at every width. */
export const extremes = site('extremes', 'tests/site/extremes');

/** The library that the project publishes. */
export const shelf = site('shelf', 'content');

export const sites = [fixture, fixtureUnderBase, hostile, extremes, shelf];

/** A site at the root of its host, or where `BASE` puts all of them, as in `BASE=/gloss/`. */
function site(name: string, content: string, base = process.env['BASE'] ?? '/'): Site {
  return { name, content, out: `.cache/test${base}${name}`, base };
}
