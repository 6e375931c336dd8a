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
export const fixture: Site = { name: 'fixture', content: 'tests/site/content', out: '.cache/test/fixture', base: '/' };

/** The same library where a forge would serve it. */
export const fixtureUnderBase: Site = {
  ...fixture,
  name: 'fixture-under-base',
  out: '.cache/test/fixture-under-base',
  base: '/gloss/',
};

/** A library in which every field that takes text takes markup and scripts, as text. */
export const hostile: Site = { name: 'hostile', content: 'tests/site/hostile', out: '.cache/test/hostile', base: '/' };

/** Too long, too many, too few: what the pages must bear at every width. */
export const extremes: Site = {
  name: 'extremes',
  content: 'tests/site/extremes',
  out: '.cache/test/extremes',
  base: '/',
};

/** The library that the project publishes. */
export const shelf: Site = { name: 'shelf', content: 'content', out: '.cache/test/shelf', base: '/' };

export const sites = [fixture, fixtureUnderBase, hostile, extremes, shelf];
