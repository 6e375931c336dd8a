import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultCodes } from '../markdown/fault.ts';

/** Around the table in the guide. */
const [start, end] = ['<!-- faults: written by `npm run faults` -->', '<!-- /faults -->'];

/** The guide with the table of all faults in its place; throws where it has no place for one. */
export function withFaultTable(guide: string, cases: string): string {
  const [from, to] = [guide.indexOf(start), guide.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The guide has no ${start} … ${end}.`);
  return `${guide.slice(0, from + start.length)}\n\n${faultTable(cases)}\n${guide.slice(to)}`;
}

/** Every code with what a report says of it, taken from its case in the folder `cases`, and how to mend it. */
function faultTable(cases: string): string {
  const rows = Object.entries(faultCodes).map(([code, mend]) => [`\`${code}\``, exampleOf(code, mend, cases), mend]);
  const table = [['code', 'for example', 'what to do'], ['---', '---', '---'], ...rows.map((row) => row.map(cell))];
  return table.map((row) => `| ${row.join(' | ')} |\n`).join('');
}

/** What the first report of a code says, without what to do about it; '' for the few codes that have no case. */
function exampleOf(code: string, mend: string, cases: string): string {
  const path = join(cases, code, 'expected.txt');
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const line = lines.find((one) => new RegExp(` ${code} +gloss$`).test(one)) ?? '';
  const message = /^ *\d+:\d+ +error +(.*?) +\S+ +gloss$/.exec(line)?.[1] ?? '';
  return message.replace(mend, '').trim();
}

/** Text in a cell: a stroke would end it, and outside code an angle bracket would begin markup. */
function cell(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 0 ? part.replaceAll('<', '&lt;') : part))
    .join('')
    .replaceAll('|', '\\|');
}
