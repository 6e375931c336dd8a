import { compile } from '../markdown/compile.ts';
import type { Fault } from '../markdown/fault.ts';
import { buildLibrary } from './build.ts';
import { sorted } from './faults.ts';
import { readFiles } from './files.ts';
import type { Library } from './library.ts';
import { reportOf } from './report.ts';

export interface Checked {
  faults: Fault[];
  /** What people read of the faults, '' where there are none. */
  report: string;
  library: Library;
  /** The texts of the files by their path inside `content/`. */
  sources: Map<string, string>;
}

/** Checks the folder `content` whole. */
export async function checkContent(content: string): Promise<Checked> {
  const files = await readFiles(content);
  const documents = [...files.sources].map(([path, source]) => compile(source, path, { base: '/' }));
  const library = buildLibrary(documents, { base: '/', drafts: true, pictures: new Set(files.pictures.keys()) });
  const faults = sorted([...files.faults, ...library.faults]);
  return { faults, report: faults.length > 0 ? reportOf(faults) : '', library, sources: files.sources };
}
