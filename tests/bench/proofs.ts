import { markdownTable } from './markdown-table.ts';
import { measure } from './measure.ts';

/** What it costs to prove the quotations of one library. */
export interface ProofCost {
  documents: number;
  quotations: number;
  /** Words of the excerpts. */
  words: number;
  /** Quotations that are not proved. */
  faults: number;
  /** Seconds. */
  cpu: number;
  /** The most that the process held, its library with it, in bytes. */
  memory: number;
}

/** Documents, words of an excerpt at most, and how many quotations of a thousand are wrong. */
const libraries = [
  [1_250, 900, 0],
  [2_500, 900, 0],
  [5_000, 900, 0],
  [5_000, 900, 10],
  [5_000, 1e9, 0],
];

/** A table of what proofs cost, each library in a process of its own, the median of so many runs. */
export async function proofTable(root: string, runs: number): Promise<string> {
  const rows: string[][] = [];
  for (const library of libraries) {
    const costs: ProofCost[] = [];
    for (let run = 0; run < runs; run++) {
      const { output } = await measure({ arguments: ['tests/bench/proof.ts', ...library.map(String)], folder: root });
      costs.push(JSON.parse(output) as ProofCost);
    }
    const { documents, quotations, words, faults, cpu, memory } = costs.sort((a, b) => a.cpu - b.cpu)[(runs - 1) >> 1]!;
    const count = (number: number) => number.toLocaleString('en-GB');
    rows.push([...[documents, quotations, words, faults].map(count), cpu.toFixed(2), (memory / 1e6).toFixed(0)]);
  }
  const head = ['documents', 'quotations', 'words', 'not proved', 'CPU seconds', 'peak MB'];
  return `### Proofs\n\n${markdownTable(head, rows)}`;
}
