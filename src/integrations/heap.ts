import { setFlagsFromString } from 'node:v8';

/** Megabytes that a document and what is made of it take in the heap while pages are rendered. */
const perDocument = 0.11;
/** Megabytes that the heap may grow to. */
const most = 2_600;

/**
 * Has V8 look for garbage seldom while a library of so many documents is built, as far as memory allows. The library
 * stays in memory while its pages are rendered, and V8 would go through all of it whenever a third more had been
 * allocated, or 64 MB of buffers outside of the heap: thirty times for 5,000 documents, a tenth of all work.
 */
export function growFreely(documents: number): void {
  const percent = Math.max(10, Math.min(150, (most / (documents * perDocument) - 1) * 100));
  setFlagsFromString(`--heap-growing-percent=${Math.round(percent)}`);
  setFlagsFromString('--external-memory-accounted-in-global-limit');
  setFlagsFromString('--external-memory-max-growing-factor=3');
  // What a page is rendered from is dead when it is rendered. V8 takes what it finds alive in between for long-lived,
  // allocates more of its kind among the old, and so keeps whole pages until it goes through all of the heap.
  setFlagsFromString('--no-allocation-site-pretenuring');
}
