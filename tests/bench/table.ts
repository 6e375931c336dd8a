import { markdownTable } from './markdown-table.ts';
import type { Cost } from './measure.ts';
import type { Measured } from './phases.ts';

/** One way of building, at one size. */
export interface Result extends Cost {
  name: string;
  documents: number;
  /** Only of our own builds. */
  phases?: Measured[];
}

/** The run whose time is the median, whole, so that its phases add up to it. */
export function median(runs: Result[]): Result {
  return runs.toSorted((a, b) => a.wall - b.wall)[(runs.length - 1) >> 1]!;
}

/**
 * The results as tables in Markdown: every way against plain Astro, and how its milliseconds a document grow over those
 * of the size before; then the phases of our own builds.
 */
export function tableOf(results: Result[]): string {
  const sizes = [...new Set(results.map(({ documents }) => documents))];
  return sizes
    .map((size, index) => {
      const before = results.filter(({ documents }) => documents === sizes[index - 1]);
      return sizeTable(
        results.filter(({ documents }) => documents === size),
        before,
      );
    })
    .join('\n');
}

function sizeTable(results: Result[], before: Result[]): string {
  const { documents } = results[0]!;
  const plain = results.find(({ name }) => name.startsWith('Astro'))?.wall;
  const rows = results.map((result) => {
    const smaller = before.find(({ name }) => name === result.name);
    return [
      result.name,
      result.wall.toFixed(1),
      result.cpu.toFixed(1),
      perDocument(result).toFixed(1),
      smaller ? (perDocument(result) / perDocument(smaller)).toFixed(2) : '',
      (result.memory / 1e9).toFixed(2),
      plain === undefined ? '' : (result.wall / plain).toFixed(2),
    ];
  });
  const head = ['', 'seconds', 'CPU', 'ms a document', 'growth', 'peak GB', 'against Astro'];
  const phases = results.filter((result) => result.phases?.length);
  return `### ${documents.toLocaleString('en-GB')} documents

${markdownTable(head, rows)}${phases.map(phaseTable).join('')}
`;
}

function phaseTable({ name, documents, phases = [] }: Result): string {
  const rows = phases.map(({ name, from, to, cpu, memory }) => [
    name,
    `${from.toFixed(1)}–${to.toFixed(1)}`,
    (to - from).toFixed(1),
    ((1000 * (to - from)) / documents).toFixed(2),
    cpu.toFixed(1),
    (memory / 1e9).toFixed(2),
  ]);
  const head = [name, 'from–to', 'seconds', 'ms a document', 'CPU meanwhile', 'peak GB so far'];
  return `\n${markdownTable(head, rows)}`;
}

function perDocument({ wall, documents }: Result): number {
  return (1000 * wall) / documents;
}
