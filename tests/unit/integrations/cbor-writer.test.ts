import { expect, test } from 'vitest';
import { cborOf } from '../../../src/integrations/cbor-writer.ts';
import { CborReader, type Value } from '../../../src/text/cbor.ts';

test('what is written in CBOR is read again, at every length that a number may have', () => {
  const value: Value = [0, 23, 24, 255, 256, 65_535, 65_536, -1, -24, -25, -257, '', 'é'.repeat(300), [[]]];
  expect(new CborReader(cborOf(value)).next()).toEqual(value);
  expect(cborOf([24, -25, 'é']).toString('hex')).toBe('831818381862c3a9');
});
