import { renameSync, writeFileSync } from 'node:fs';
import { compile } from '../markdown/compile.ts';

/** A document to compile, and the file that is to hold it as JSON. */
export interface Compilable {
  source: string;
  path: string;
  base: string;
  file: string;
}

/** Compiles a document into its file, which is there whole or not at all. */
export function compileInto({ source, path, base, file }: Compilable): void {
  const part = `${file}.${process.pid}`;
  writeFileSync(part, JSON.stringify(compile(source, path, { base })));
  renameSync(part, file);
}
