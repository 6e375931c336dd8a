import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { Materials, reusableIn } from '../../../src/integrations/materials.ts';

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'gloss-materials-'));
});
afterEach(() => rmSync(cache, { recursive: true }));

/** Builds a site of files that are made of this, and gives those that are as in the last site. */
function build(made: Record<string, string>): string[] {
  const reusable = reusableIn(cache);
  const materials = new Materials(reusable);
  for (const [path, material] of Object.entries(made)) materials.add(path, material);
  materials.keep(reusable);
  renameSync(reusable.nextMaterials, reusable.materials);
  return ['macbeth.bib', 'macbeth.ris'].filter((path) => materials.areSame(path));
}

test('what is made of the same is as in the last site', () => {
  expect(build({ 'macbeth.bib': 'one', 'macbeth.ris': 'one' })).toEqual([]);
  expect(build({ 'macbeth.bib': 'one', 'macbeth.ris': 'one' })).toEqual(['macbeth.bib', 'macbeth.ris']);
  expect(build({ 'macbeth.bib': 'two', 'macbeth.ris': 'one' })).toEqual(['macbeth.ris']);
  expect(build({ 'macbeth.bib': 'two', 'macbeth.ris': 'two' })).toEqual(['macbeth.bib']);
});

test('what does not say what it is made of may be anything', () => {
  build({ 'macbeth.bib': 'one' });
  expect(build({ 'macbeth.bib': 'one' })).toEqual(['macbeth.bib']);
});
