import { CborReader } from '../text/cbor.ts';
import { type Places, readPlaces } from './search-places.ts';

/** A file of the index: words in their order, each with its places. Read as far as the words that are asked for. */
export class Words {
  readonly #reader: CborReader;
  readonly #bytes: Uint8Array;
  readonly #fields: string[];
  /** How many words have not been read. */
  #left: number;
  /** Of those that have, their places, or where in the file these stand. */
  readonly #known = new Map<string, Places | number>();

  constructor(bytes: Uint8Array, fields: string[]) {
    this.#bytes = bytes;
    this.#fields = fields;
    this.#reader = new CborReader(bytes);
    this.#reader.enter();
    this.#left = this.#reader.enter();
  }

  /** The places of a word; undefined where the file has none. */
  places(word: string): Places | undefined {
    let known = this.#known.get(word);
    // The places of a word that stands everywhere are nearly the whole file: to pass over them first costs as much.
    while (known === undefined && this.#left > 0) known = this.#next(word);
    const places = typeof known === 'number' ? this.#placesAt(new CborReader(this.#bytes, known)) : known;
    if (places) this.#known.set(word, places);
    return places;
  }

  /** Its words that begin so. */
  wordsFrom(beginning: string): string[] {
    while (this.#left > 0) this.#next();
    return [...this.#known.keys()].filter((word) => word.startsWith(beginning));
  }

  /** Reads one more word; its places too if it is the one that is sought, which gives them. */
  #next(sought?: string): Places | undefined {
    this.#left--;
    this.#reader.enter();
    const word = this.#reader.next() as string;
    if (word === sought) return this.#placesAt(this.#reader);
    this.#known.set(word, this.#reader.at);
    this.#reader.skip();
    this.#reader.skip();
    return undefined;
  }

  #placesAt(reader: CborReader): Places {
    return readPlaces(reader, this.#bytes.length - reader.at, this.#fields);
  }
}
