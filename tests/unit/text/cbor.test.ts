import { expect, it } from 'vitest';
import { CborReader } from '../../../src/text/cbor.ts';

const bytes = new Uint8Array([
  0x85, 0x17, 0x18, 0xff, 0x39, 0x01, 0x00, 0x62, 0xc3, 0xa9, 0x82, 0x1a, 0, 1, 0, 0, 0x60,
]);

it('numbers, texts and lists are read from CBOR', () => {
  expect(new CborReader(bytes).next()).toEqual([23, 255, -257, 'é', [65_536, '']]);
});

it('values of CBOR are passed over and come back to', () => {
  const reader = new CborReader(bytes);
  expect(reader.enter()).toBe(5);
  for (let index = 0; index < 4; index++) reader.skip();
  const { at } = reader;
  reader.skip();
  expect(reader.at).toBe(bytes.length);
  expect(new CborReader(bytes, at).next()).toEqual([65_536, '']);
});

it('what Pagefind does not write is no CBOR of its', () => {
  for (const foreign of [[0xf6], [0x1b], [0x82, 0x01]])
    expect(() => new CborReader(new Uint8Array(foreign)).next()).toThrow(RangeError);
  expect(() => new CborReader(new Uint8Array([0x01])).enter()).toThrow(RangeError);
});
