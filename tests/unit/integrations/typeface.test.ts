import { readFileSync, globSync } from 'node:fs';
import { expect, test } from 'vitest';

import { characters } from '../../../src/integrations/typeface.ts';

test('the cut face has every character of the shelf', () => {
  const used = new Set(globSync('content/**/*.md').flatMap((file) => [...readFileSync(file, 'utf8').normalize('NFC')]));
  used.delete('\n');
  expect([...used].filter((character) => !characters.includes(character))).toEqual([]);
});
