import { readFileSync } from 'node:fs';
import { compile } from '../markdown/compile.ts';
import type { Document } from '../markdown/document.ts';
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

/** What was compiled last, by the path of its file: while a watch goes on, a save leaves nearly all of it as it was. */
let compiled = new Map<string, { source: string; document: Document }>();

function documentsOf(sources: Map<string, string>): Document[] {
  compiled = new Map(
    Array.from(sources, ([path, source]) => {
      const before = compiled.get(path);
      if (before?.source === source) return [path, before];
      return [path, { source, document: compile(source, path, { base: '/' }) }];
    }),
  );
  return Array.from(compiled.values(), ({ document }) => document);
}

/** Checks the folder `content` whole; `ledger` says whether what is published is held to the ledger. */
export function checkContent(content: string, { ledger = true } = {}): Checked {
  const files = readFiles(content);
  const documents = documentsOf(files.sources);
  const published = readLedger(files.ledger && readFileSync(files.ledger.file, 'utf8'));
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
