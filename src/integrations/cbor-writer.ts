import type { Value } from '../text/cbor.ts';

/** A value in CBOR (RFC 8949), of which Pagefind's files have numbers, texts and lists. */
export function cborOf(value: Value): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  return Buffer.concat([listHead(value.length), ...value.map(cborOf)]);
}

/** The beginning of a list of so many values. */
export function listHead(count: number): Buffer {
  return head(4, count);
}

/** A type with its number: below 24 in the same byte, else in one, two or four bytes that follow. */
function head(type: number, count: number): Buffer {
  const size = count < 24 ? 0 : count < 0x100 ? 1 : count < 0x10000 ? 2 : 4;
  const bytes = Buffer.alloc(1 + size, (type << 5) | (size === 0 ? count : 24 + Math.log2(size)));
  if (size > 0) bytes.writeUIntBE(count, 1, size);
  return bytes;
}
