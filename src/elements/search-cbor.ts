/** What the files of Pagefind's index are made of. */
export type Value = number | string | Value[];

const unsigned = 0;
const negative = 1;
const text = 3;
const array = 4;

/** Reads CBOR (RFC 8949), of which Pagefind writes numbers, texts and lists. Throws a RangeError for anything else. */
export function decode(bytes: Uint8Array): Value {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  let at = 0;
  return next();

  function next(): Value {
    const head = view.getUint8(at++);
    const count = argument(head & 31);
    switch (head >> 5) {
      case unsigned:
        return count;
      case negative:
        return -1 - count;
      case text:
        at += count;
        return decoder.decode(bytes.subarray(at - count, at));
      case array: {
        const values: Value[] = [];
        for (let index = 0; index < count; index++) values.push(next());
        return values;
      }
      default:
        throw new RangeError(`Unexpected CBOR of type ${head >> 5}`);
    }
  }

  /** The number that follows the type: below 24 at once, else in one, two or four bytes. */
  function argument(short: number): number {
    if (short < 24) return short;
    if (short > 26) throw new RangeError(`Unexpected CBOR of length ${short}`);
    const size = 1 << (short - 24);
    at += size;
    return size === 1 ? view.getUint8(at - 1) : size === 2 ? view.getUint16(at - 2) : view.getUint32(at - 4);
  }
}
