/** What the files of Pagefind's index are made of. */
export type Value = number | string | Value[];

const unsigned = 0;
const negative = 1;
const text = 3;
const array = 4;

/**
 * Reads CBOR (RFC 8949), of which Pagefind writes numbers, texts and lists, from one value to the next. Throws a
 * RangeError for anything else.
 */
export class CborReader {
  /** Where the next value begins. */
  at: number;
  #argument = 0;
  readonly #view: DataView;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
  }

  /** The next value, whole. */
  next(): Value {
    const type = this.#head();
    const count = this.#argument;
    if (type === unsigned) return count;
    if (type === negative) return -1 - count;
    if (type === text) return this.#text(count);
    const values: Value[] = [];
    for (let left = count; left > 0; left--) values.push(this.next());
    return values;
  }

  /** The next value, which must be a number. */
  number(): number {
    // Most are steps from one word to the next, in one byte.
    const short = this.#bytes[this.at]!;
    if (short < 24) {
      this.at++;
      return short;
    }
    const type = this.#head();
    if (type === unsigned) return this.#argument;
    if (type === negative) return -1 - this.#argument;
    throw new RangeError(`Unexpected CBOR of type ${type}, expected a number`);
  }

  /** Enters a list, of which the values follow, and gives their number. */
  enter(): number {
    const type = this.#head();
    if (type !== array) throw new RangeError(`Unexpected CBOR of type ${type}, expected a list`);
    return this.#argument;
  }

  /** Passes over the next value without making it. */
  skip(): void {
    for (let left = 1; left > 0; left--) {
      if (this.#bytes[this.at]! < 24) {
        this.at++;
        continue;
      }
      const type = this.#head();
      if (type === text) this.at += this.#argument;
      else if (type === array) left += this.#argument;
    }
  }

  /** The type of the next value; what goes with it, a number or a length, is the argument. */
  #head(): number {
    const head = this.#view.getUint8(this.at++);
    const type = head >> 5;
    if (type !== unsigned && type !== negative && type !== text && type !== array)
      throw new RangeError(`Unexpected CBOR of type ${type}`);
    this.#argument = this.#count(head & 31);
    return type;
  }

  /** The number that follows the type: below 24 at once, else in one, two or four bytes. */
  #count(short: number): number {
    if (short < 24) return short;
    if (short > 26) throw new RangeError(`Unexpected CBOR of length ${short}`);
    const size = 1 << (short - 24);
    this.at += size;
    const start = this.at - size;
    if (size === 1) return this.#view.getUint8(start);
    return size === 2 ? this.#view.getUint16(start) : this.#view.getUint32(start);
  }

  #text(length: number): string {
    this.at += length;
    return decoder.decode(this.#bytes.subarray(this.at - length, this.at));
  }
}

const decoder = new TextDecoder();
