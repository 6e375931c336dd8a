import { compile } from '../markdown/compile.ts';
import type { Fault } from '../markdown/fault.ts';
import { buildLibrary } from './build.ts';
import { sorted } from './faults.ts';
import { readFiles } from './files.ts';
import { type Ledger, readLedger } from './ledger.ts';
import type { Library } from './library.ts';
import { reportOf } from './report.ts';

export interface Checked {
  faults: Fault[];
  /** What people read of the faults, '' where there are none. */
  report: string;
  library: Library;
  /** What is published, and what the ledger has of it. */
  ledger: Ledger;
  /** The texts of the files by their path inside `content/`. */
  sources: Map<string, string>;
}

/** Checks the folder `content` whole; `ledger` says whether what is published is held to the ledger. */
export function checkContent(content: string, { ledger = true } = {}): Checked {
  const files = readFiles(content);
  const documents = [...files.sources].map(([path, source]) => compile(source, path, { base: '/' }));
  const published = readLedger(files.ledger);
  const library = buildLibrary(documents, {
    base: '/',
    drafts: true,
    pictures: new Set(files.pictures.keys()),
    ...(ledger && { ledger: { ...published, strict: true } }),
  });
  const faults = sorted([...files.faults, ...library.faults]);
  return {
    faults,
    report: faults.length > 0 ? reportOf(faults) : '',
    library,
    ledger: published,
    sources: files.sources,
  };
}
