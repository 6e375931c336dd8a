import type { Compilation, Place } from './compilation.ts';

/** The build and Astro's loader are two graphs of modules in one process; here they meet. */
const meeting = globalThis as { glossAhead?: { key: string; compilation: Compilation } | undefined };

/** Keeps what was begun before the loader asks for it. */
export function keepAhead(place: Place, compilation: Compilation): void {
  meeting.glossAhead = { key: JSON.stringify(place), compilation };
}

/** What was begun ahead of this place; once, since content may change. */
export function begunAhead(place: Place): Compilation | undefined {
  const { key, compilation } = meeting.glossAhead ?? {};
  meeting.glossAhead = undefined;
  return key === JSON.stringify(place) ? compilation : undefined;
}
