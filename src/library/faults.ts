import type { Document } from '../markdown/document.ts';
import type { Fault, FaultCode, Place } from '../markdown/fault.ts';

/** A fault of a document, at a place in it. */
export function faultIn(document: Document, code: FaultCode, message: string, { line, column }: Place): Fault {
  return { code, file: `content/${document.path}`, line, column, message };
}

/** Faults in the order of files and places, each once. */
export function sorted(faults: Fault[]): Fault[] {
  const seen = new Set<string>();
  return faults
    .filter((fault) => {
      const key = JSON.stringify([fault.file, fault.line, fault.column, fault.code, fault.message]);
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
}
