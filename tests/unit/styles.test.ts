import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const folder = resolve(import.meta.dirname, '../../src/styles');

test('every sheet that says the order of the layers says the same, whichever of them loads first', () => {
  const orders = globSync('*.{css,scss}', { cwd: folder }).flatMap((name) =>
    [...readFileSync(resolve(folder, name), 'utf8').matchAll(/^@layer ([\w, ]+);$/gm)].map(([, order]) => order),
  );
  expect(orders.length).toBeGreaterThan(1);
  expect([...new Set(orders)]).toEqual(['tokens, base, page, prose, feature, print']);
});
