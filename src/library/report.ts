import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { type Fault, faultCodes } from '../markdown/fault.ts';

/** The report of faults as people read it: by file, each with its place, its code, and what to do about it. */
export function reportOf(faults: Fault[]): string {
  const files = new Map<string, VFile>();
  for (const { file: path, line, column, code, message } of faults) {
    const file = files.get(path) ?? new VFile({ path });
    files.set(path, file);
    const error = file.message(`${message} ${faultCodes[code]}`, {
      place: { line, column },
      ruleId: code,
      source: 'gloss',
    });
    error.fatal = true;
  }
  return reporter([...files.values()], { color: false });
}

/** An error that carries the whole report, with the place of its first fault for the dev server's overlay. */
export class ContentError extends Error {
  override name = 'ContentError';
  loc: { file: string; line: number; column: number };

  constructor(faults: Fault[], root: string) {
    super(reportOf(faults));
    const [first] = faults;
    this.loc = { file: `${root}/${first?.file ?? ''}`, line: first?.line ?? 1, column: first?.column ?? 1 };
    this.stack = `${this.name}: ${this.message}`;
  }
}
