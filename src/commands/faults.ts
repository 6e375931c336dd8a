import { readFile, writeFile } from 'node:fs/promises';
import { withFaultTable } from './fault-table.ts';

const guide = 'CONTRIBUTING.md';
await writeFile(guide, withFaultTable(await readFile(guide, 'utf8'), 'tests/cases'));
