import { renameSync, writeFileSync } from 'node:fs';
import { compile } from '../markdown/compile.ts';

/** A document to compile, and the file that is to hold it as JSON. */
export interface Compilable {
  source: string;
  path: string;
  base: string;
  file: string;
}

/** Compiles documents into their files, each of which is there whole or not at all. */
export function compileInto(documents: Compilable[]): void {
  for (const { source, path, base, file } of documents) {
    const part = `${file}.${process.pid}`;
    writeFileSync(part, JSON.stringify(compile(source, path, { base })));
    renameSync(part, file);
  }
}
