import type { Document } from '../markdown/document.ts';
import { sorted } from './faults.ts';
import { join } from './graph.ts';
import type { Library } from './library.ts';
import type { Ledger } from './ledger.ts';
import { linkFaults } from './links.ts';
import { keep } from './permanence.ts';
import { proveQuotations } from './proof.ts';
import { quotedOf } from './rights.ts';
import { shelve } from './shelve.ts';

export interface BuildOptions {
  /** Path that the site is served under: `/`, `/gloss/`. */
  base: string;
  /** Whether essays marked `draft` are on the shelf. */
  drafts?: boolean;
  /** Paths inside `content/` of the pictures that are there; not checked where absent. */
  pictures?: ReadonlySet<string>;
  /** What is published; `strict` makes faults of what is not recorded yet. Without it, ids are those of the edition. */
  ledger?: Ledger & { strict: boolean };
}

/**
 * Joins documents into a library: works with their excerpts, blocks with their ids, notes with their themes, essays
 * with what they quote. Never throws: whatever is wrong with the content, within a document or between two, is in
 * `faults`, in the order of files and places.
 */
export function buildLibrary(documents: Document[], options: BuildOptions): Library {
  const library = shelve(documents, options);
  if (options.ledger) {
    library.permanence = keep(library, documents, options.ledger, options.base);
    library.faults.push(...library.permanence.faults, ...(options.ledger.strict ? library.permanence.pending : []));
  }
  const { quotations, faults } = proveQuotations(library);
  library.faults.push(...linkFaults(documents, library, options), ...faults);
  join(library, quotations);
  for (const work of library.works) {
    work.quoted = quotedOf(work, library);
    library.faults.push(...work.quoted.faults);
  }
  library.faults = sorted(library.faults);
  return library;
}
