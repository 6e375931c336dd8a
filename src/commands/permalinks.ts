import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { checkContent } from '../library/check.ts';
import { type Entry, ledgerPath, nameOf, writeLedger } from '../library/ledger.ts';
import { shown } from '../library/loss.ts';
import { reportOf } from '../library/report.ts';
import { RetirementError, retire } from '../library/retire.ts';

const usage = `npm run permalinks                                     records what is new
npm run permalinks -- moved <address> <to>             its words are now there
npm run permalinks -- merged <address> <to>            its words are now part of those
npm run permalinks -- withdrawn <address> "<why>"      its words are gone
An address is that of a page, /essays/x/, or of an anchor, /works/x/y/#p3.`;

/** Faults that recording mends. */
const mended = new Set(['ledger-missing', 'anchor-unrecorded']);

const content = process.env['CONTENT'] ?? 'content';
const { faults, library, ledger } = checkContent(content);
const [fate, from = '', to = ''] = process.argv.slice(2);
const isRetirement = fate === 'moved' || fate === 'merged' || fate === 'withdrawn';
const inTheWay = faults.filter(
  ({ code, file }) => !mended.has(code) && (!isRetirement || (file.endsWith(ledgerPath) && code.startsWith('ledger-'))),
);

if (fate !== undefined && !isRetirement) fail(usage);
else if (inTheWay.length > 0) fail(`${reportOf(inTheWay)}\n\nNothing is recorded before these are mended.`);
else
  try {
    await save(
      isRetirement
        ? retire(ledger.entries, { fate, from, to }, library)
        : [...ledger.entries, ...(library.permanence?.unrecorded ?? [])],
    );
  } catch (error) {
    if (!(error instanceof RetirementError)) throw error;
    fail(`${error.message}\n\n${usage}`);
  }

/** Shows what changes, asks where there is somebody to ask, and writes the ledger. */
async function save(entries: Entry[]): Promise<void> {
  const before = new Map(ledger.entries.map((entry) => [nameOf(entry), entry]));
  const changes = entries.filter((entry) => before.get(nameOf(entry)) !== entry);
  for (const entry of changes) console.log(`${before.has(nameOf(entry)) ? '~' : '+'} ${shown(entry)}${fateOf(entry)}`);
  if (changes.length === 0) console.log(`Every anchor is recorded: ${entries.length} in ${join(content, ledgerPath)}.`);
  else if (await agreed()) {
    await writeFile(join(content, ledgerPath), writeLedger(entries));
    console.log(`${changes.length} of ${entries.length} anchors written to ${join(content, ledgerPath)}. Commit it.`);
  }
}

function fateOf({ moved, merged, withdrawn }: Entry): string {
  if (moved !== undefined) return `: moved to ${moved}`;
  if (merged !== undefined) return `: merged into ${merged}`;
  return withdrawn === undefined ? '' : `: withdrawn, ${withdrawn}`;
}

async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY) return true;
  const asking = createInterface(process.stdin, process.stdout);
  const answer = await asking.question('These addresses are then permanent. Write them? [Y/n] ');
  asking.close();
  return !/^n/i.test(answer.trim());
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
