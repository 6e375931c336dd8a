/** So many go at once, since handing them to a thread costs more than a small one takes there. */
const size = 32;

/** Hands items to threads in batches, in their order. */
export class Batches<Item> {
  readonly #hand: (items: Item[]) => Promise<void>;
  readonly #most: number;
  #items: Item[] = [];
  readonly #handed: Promise<void>[] = [];

  /**
   * `hand` gives a batch to a thread, and resolves when the thread is done with it. So many items may wait, in batches;
   * more would fill the memory.
   */
  constructor(most: number, hand: (items: Item[]) => Promise<void>) {
    this.#hand = hand;
    this.#most = most / size;
  }

  /** Adds an item; resolves when there is room for the next, and rejects when a thread has failed. */
  async add(item: Item): Promise<void> {
    this.#items.push(item);
    if (this.#items.length === size) this.#close();
    if (this.#handed.length > this.#most) await this.#handed.shift();
  }

  /** Resolves when the threads are done with all; rejects when one has failed. */
  async end(): Promise<void> {
    this.#close();
    await Promise.all(this.#handed);
  }

  #close(): void {
    const batch = this.#hand(this.#items);
    this.#items = [];
    // Whoever waits is told of a failure; until then it must not end the process.
    batch.catch(() => undefined);
    this.#handed.push(batch);
  }
}
