import { writeFileSync } from 'node:fs';

/** One phase of a build: seconds since the process started, and what the process did meanwhile, in all of its threads. */
export interface Measured {
  name: string;
  from: number;
  to: number;
  /** Seconds of CPU. Phases go on beside each other, so that what one used is counted for others too. */
  cpu: number;
  /** The most memory that the process had held when it ended, in bytes. */
  memory: number;
}

/** Keeps what each phase that a build marks in its timeline comes to; the function that is returned writes it to a file. */
export function observePhases(): (file: string) => void {
  const begun = new Map<string, number>();
  const found: Measured[] = [];
  const [mark, measure] = [performance.mark.bind(performance), performance.measure.bind(performance)];
  // At once, and not by an observer: what has been used is asked for as the phase begins and ends.
  performance.mark = (name, ...rest) => {
    begun.set(name, cpu());
    return mark(name, ...rest);
  };
  performance.measure = (name, ...rest) => {
    const measured = measure(name, ...rest);
    const [from, to] = [measured.startTime / 1000, (measured.startTime + measured.duration) / 1000];
    found.push({ name, from, to, cpu: cpu() - (begun.get(name) ?? 0), memory: process.resourceUsage().maxRSS * 1024 });
    return measured;
  };
  return (file) => writeFileSync(file, JSON.stringify(found.sort((a, b) => a.from - b.from)));
}

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
