/** Choices that look like chance and are the same in every run. */
export interface Random {
  /** A whole number from 0 up to, without, `limit`. */
  below: (limit: number) => number;
  sample: (items: string[], count: number) => string[];
  /** One of the items, the first far more often than the last, as words and subjects are. */
  frequent: (items: string[]) => string;
}

/** Mulberry32: a generator of 32 bits, ample for text. */
export function randomFrom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    sample: (items, count) => Array.from({ length: count }, () => items[below(items.length)]!),
    frequent: (items) => items[Math.floor(items.length * next() ** 1.5)]!,
  };
}
