import { readdirSync, readFileSync } from 'node:fs';

/** What Linux says of a process. */
export interface ProcessStatus {
  /** Seconds of CPU that it has used itself. */
  cpu: number;
  /** The most memory that it has held so far, in bytes. */
  peak: number;
}

/** Clock ticks a second: 100 on every Linux that Node runs on. */
const ticks = 100;

/** A process and its descendants, as they are now; empty where there is no `/proc`. */
export function processTree(root: number): Map<number, ProcessStatus> {
  const children = new Map<number, number[]>();
  const found = new Map<number, ProcessStatus>();
  const read = new Map<number, string[]>();
  for (const name of list('/proc')) {
    const pid = Number(name);
    // The name of the program, in brackets, may hold spaces; the fields after it do not.
    const fields = pid > 0 ? text(`/proc/${pid}/stat`).split(') ').at(-1)!.split(' ') : [];
    if (fields.length < 15) continue;
    read.set(pid, fields);
    const parent = Number(fields[1]);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const visit = (pid: number) => {
    const fields = read.get(pid);
    if (!fields) return;
    const [user, system] = fields.slice(11, 13).map(Number);
    const peak = Number(/VmHWM:\s*(\d+)/.exec(text(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;
    found.set(pid, { cpu: (user! + system!) / ticks, peak });
    for (const child of children.get(pid) ?? []) visit(child);
  };
  visit(root);
  return found;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function text(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
