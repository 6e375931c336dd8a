import { renameSync, writeFileSync } from 'node:fs';
import { compile } from '../markdown/compile.ts';

/** A document to compile, and the file that is to hold it as JSON. */
export interface Compilable {
  source: string;
  path: string;
  base: string;
  file: string;
}

/** Documents, and how many of them somebody has begun with: a number that threads share. */
export interface Share {
  documents: Compilable[];
  begun: Int32Array;
}

/** A share of documents with which nobody has begun. */
export function shareOf(documents: Compilable[]): Share {
  return { documents, begun: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
}

/** Whether there are documents in it with which nobody has begun. */
export function isLeft({ documents, begun }: Share): boolean {
  return Atomics.load(begun, 0) < documents.length;
}

/**
 * Compiles the documents of a share into their files, each of which is there whole or not at all. Several threads may do
 * so at once: each takes the next document that is left.
 */
export function compileInto({ documents, begun }: Share): void {
  for (let next; (next = documents[Atomics.add(begun, 0, 1)]);) {
    const { source, path, base, file } = next;
    const part = `${file}.${process.pid}`;
    writeFileSync(part, JSON.stringify(compile(source, path, { base })));
    renameSync(part, file);
  }
}
