import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Document } from '../markdown/document.ts';
import type { Files } from './files.ts';
import { type Ledger, readLedger } from './ledger.ts';

/** What lies in `content/` beside documents, as the data store keeps it. */
export interface Surroundings {
  pictures: Files['pictures'];
  ledger?: Files['ledger'];
  faults: Files['faults'];
}

/** What the data store keeps of a document: the file that holds it. Astro puts its whole store into a module. */
export interface Stored {
  file: string;
}

/** The id under which the surroundings stand among the documents. */
export const surroundingsId = 'content';

/**
 * Astro loads the loader and the pages as two graphs of modules in one process; this is where they meet: what the
 * loader has begun and the pages wait for. Between the two, Astro goes on.
 */
const meeting = globalThis as {
  glossCompilation?: Promise<void>;
  glossHelp?: (() => void) | undefined;
  glossLoads?: number;
};

/** Says that documents are being compiled; `help` has who waits for it take part. */
export function begin(compilation: Promise<void>, help?: () => void): void {
  meeting.glossLoads = loads() + 1;
  meeting.glossHelp = help;
  const before = meeting.glossCompilation;
  meeting.glossCompilation = Promise.all([before, compilation]).then(() => undefined);
  // Whoever waits is told of a failure; where nobody waits yet, it must not end the process.
  meeting.glossCompilation.catch(() => undefined);
}

/** How often the content has been loaded. */
export function loads(): number {
  return meeting.glossLoads ?? 0;
}

/** Resolves when every document that the loader has seen is in its file; until then, this thread compiles too. */
export async function ended(): Promise<void> {
  const help = meeting.glossHelp;
  meeting.glossHelp = undefined;
  help?.();
  await meeting.glossCompilation;
}

/** What was read last, by its file: in dev a save leaves nearly all of it as it was. */
let documents = new Map<string, Document>();
const files = new WeakMap<Document, string>();

/** The documents in files, which are read once: a file is named by what it holds. */
export function documentsIn(paths: string[]): Document[] {
  documents = new Map(paths.map((path) => [path, documents.get(path) ?? read(path)]));
  return [...documents.values()];
}

/** The name of the file of a document, which is a digest of its source and of the code that compiles it. */
export function fileOf(document: Document): string | undefined {
  return files.get(document);
}

let recalled: { version: string; ledger: Ledger } | undefined;

/** The ledger; kept where it is asked for again, and then read only when it has changed. */
export function ledgerIn(stored: Surroundings['ledger'], isKept: boolean): Ledger {
  if (!stored) return readLedger(undefined);
  if (recalled?.version === stored.version) return recalled.ledger;
  const ledger = readLedger(readFileSync(stored.file, 'utf8'));
  if (isKept) recalled = { version: stored.version, ledger };
  return ledger;
}

function read(path: string): Document {
  const document = JSON.parse(readFileSync(path, 'utf8')) as Document;
  // Most blocks have no markup: kept once, their words take half of the memory.
  for (const block of document.blocks) if (block.html === block.text) block.html = block.text;
  files.set(document, basename(path));
  return document;
}
