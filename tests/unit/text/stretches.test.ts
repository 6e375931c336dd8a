import fc from 'fast-check';
import { expect, test } from 'vitest';

import { distinctStretches } from '../../../src/text/stretches.ts';

test('stretches between spaces come once, in order', () => {
  expect([...distinctStretches(['to be, or not to be', '', '  or  to\nsleep '])]).toEqual([
    'to',
    'be,',
    'or',
    'not',
    'be',
    'to\nsleep',
  ]);
});

test('two stretches with one hash are both found, each time', () => {
  // 32 bits of FNV-1a are the same for these two.
  const [one, other] = ['costarring', 'liquid'];
  expect([...distinctStretches([`${one} ${other} ${one}`, other])]).toEqual([one, other]);
});

test('whatever the texts, it finds what taking them apart finds', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '\n', '👁'), maxLength: 30 });
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const expected = new Set(texts.flatMap((each) => each.split(' ')).filter(Boolean));
      expect([...distinctStretches(texts)]).toEqual([...expected]);
    }),
  );
});
