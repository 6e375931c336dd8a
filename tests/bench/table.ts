import type { Cost } from './measure.ts';
import type { Phase } from './phases.ts';

/** One way of building, at one size. */
export interface Result extends Cost {
  name: string;
  documents: number;
  /** Only of our own builds. */
  phases?: Phase[];
}

/** The run whose time is the median, whole, so that its phases add up to it. */
export function median(runs: Result[]): Result {
  return runs.toSorted((a, b) => a.wall - b.wall)[(runs.length - 1) >> 1]!;
}

/** The results as tables in Markdown: every way against plain Astro, and the phases of our own builds. */
export function tableOf(results: Result[]): string {
  const sizes = [...new Set(results.map(({ documents }) => documents))];
  return sizes.map((size) => sizeTable(results.filter(({ documents }) => documents === size))).join('\n');
}

function sizeTable(results: Result[]): string {
  const { documents } = results[0]!;
  const plain = results.find(({ name }) => name.startsWith('Astro'))?.wall;
  const rows = results.map(({ name, wall, cpu, memory }) => [
    name,
    wall.toFixed(1),
    cpu.toFixed(1),
    ((1000 * wall) / documents).toFixed(1),
    (memory / 1e9).toFixed(2),
    plain === undefined ? '' : (wall / plain).toFixed(2),
  ]);
  const phases = results
    .filter(({ phases }) => phases !== undefined && phases.length > 0)
    .map(({ name, phases }) => `- ${name}: ${phases!.map(phaseOf).join(', ')}`);
  const head = ['', 'seconds', 'CPU', 'ms a document', 'peak GB', 'against Astro'];
  return `### ${documents.toLocaleString('en-GB')} documents

${[head, head.map((name) => (name ? '--:' : '---')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

Seconds (CPU) of each phase:

${phases.join('\n')}
`;
}

function phaseOf({ name, wall, cpu }: Phase): string {
  return `${name} ${wall.toFixed(1)} (${cpu.toFixed(1)})`;
}
