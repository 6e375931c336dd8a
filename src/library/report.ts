import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { type Fault, type FaultCode, faultCodes } from '../markdown/fault.ts';
import { type Advice, type AdviceCode, adviceCodes } from './advice.ts';

/**
 * The report of faults, and of advice, as people read it: by file, each with its place, its code, and what to do about
 * it. Faults are errors in it, advice is a warning.
 */
export function reportOf(faults: Fault[], advice: Advice[] = []): string {
  const files = new Map<string, VFile>();
  for (const said of [...faults, ...advice]) {
    const { file: path, line, column, code, message } = said;
    const file = files.get(path) ?? new VFile({ path });
    files.set(path, file);
    const mend = code in faultCodes ? faultCodes[code as FaultCode] : adviceCodes[code as AdviceCode];
    const entry = file.message(`${message} ${mend}`, { place: { line, column }, ruleId: code, source: 'gloss' });
    entry.fatal = code in faultCodes;
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
