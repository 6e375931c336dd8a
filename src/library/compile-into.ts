import { rename, writeFile } from 'node:fs/promises';
import { compile } from '../markdown/compile.ts';

/** A document to compile, and the file that is to hold it as JSON. */
export interface Compilable {
  source: string;
  path: string;
  base: string;
  file: string;
}

/** Compiles a document into its file, which is there whole or not at all. */
export async function compileInto({ source, path, base, file }: Compilable): Promise<void> {
  const part = `${file}.${process.pid}`;
  await writeFile(part, JSON.stringify(compile(source, path, { base })));
  await rename(part, file);
}
