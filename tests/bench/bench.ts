import { existsSync } from 'node:fs';
import { glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeCorpus } from './corpus.ts';
import { measure } from './measure.ts';
import { buildPeer, installPeers, peers } from './peers.ts';
import type { Measured } from './phases.ts';
import { proofTable } from './proofs.ts';
import { median, type Result, tableOf } from './table.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,5000' },
    big: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
    alone: { type: 'boolean', default: false },
  },
});
const root = resolve(import.meta.dirname, '../..');
const cache = join(root, '.cache/bench');
const sizes = [...values.sizes.split(',').map(Number), ...(values.big ? [20_000] : [])];
const results: Result[] = [];

await mkdir(cache, { recursive: true });
if (!values.alone) await installPeers(join(cache, 'peers'));
for (const documents of sizes) await compare(documents);
const processor = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;
const readers = ['tests/bench/reader.ts', ...(values.alone ? ['--alone'] : [])];
await measure({ arguments: readers, folder: root });
const table = [
  tableOf(results),
  await proofTable(root, Number(values.runs)),
  await readFile(join(cache, 'reader/results.md'), 'utf8'),
].join('\n');
await writeFile(
  join(cache, 'results.json'),
  JSON.stringify({ processor, node: process.version, results }, undefined, 2),
);
await writeFile(join(cache, 'results.md'), table);
console.log(`${processor}, Node ${process.version}\n\n${table}`);

/** Builds one corpus in every way; the ways take turns, so that whatever else the machine does troubles them alike. */
async function compare(documents: number) {
  const content = await corpusOf(documents);
  const ways: Record<string, () => Promise<Omit<Result, 'name' | 'documents'>>> = {};
  if (!values.alone) {
    ways['Bare unified, Pagefind'] = () => floor(content);
    for (const peer of peers) ways[peer.name] = () => buildPeer(peer, join(cache, 'peers'), content);
  }
  ways['Gloss'] = async () => {
    for (const folder of [site(documents), `.cache/${site(documents)}`])
      await rm(join(root, folder), { recursive: true, force: true });
    return gloss(content, documents);
  };
  ways['Gloss, nothing changed'] = () => gloss(content, documents);
  ways['Gloss, a note changed'] = () => withNoteChanged(content, () => gloss(content, documents));
  const runs = Array.from({ length: Number(values.runs) }, () => new Map<string, Result>());
  for (const run of runs)
    for (const [name, way] of Object.entries(ways)) {
      const result = { name, documents, ...(await way()) };
      console.error(`${documents} documents, ${name}: ${result.wall.toFixed(2)} s, ${result.cpu.toFixed(2)} s of CPU`);
      run.set(name, result);
    }
  for (const name of Object.keys(ways)) results.push(median(runs.map((run) => run.get(name)!)));
}

/** A corpus stays from one run of the bench to the next; one that was cut short has another name. */
async function corpusOf(documents: number): Promise<string> {
  const folder = join(cache, `content-${documents}`);
  if (!existsSync(folder)) {
    await rm(`${folder}.part`, { recursive: true, force: true });
    await makeCorpus(root, `${folder}.part`, documents);
    const environment = { CONTENT: `${folder}.part` };
    await measure({ arguments: ['src/commands/permalinks.ts'], folder: root, environment });
    await rename(`${folder}.part`, folder);
  }
  return folder;
}

async function floor(content: string) {
  const folder = join(cache, 'floor');
  await rm(folder, { recursive: true, force: true });
  return measure({ arguments: ['tests/bench/floor.ts', content, folder], folder: root });
}

function site(documents: number): string {
  return `.cache/bench/site-${documents}`;
}

async function gloss(content: string, documents: number) {
  const file = join(cache, 'phases.json');
  await rm(file, { force: true });
  // Pictures for links, which the others do not draw, would be most of what is measured.
  const environment = { CONTENT: content, OUT: site(documents), CARDS: '0' };
  // As `npm run build` runs.
  const build = ['--require', './src/commands/node.cjs', 'tests/bench/build.ts', file];
  const cost = await measure({ arguments: build, folder: root, environment });
  return { ...cost, phases: existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Measured[]) : [] };
}

/** Does something while the last note of one excerpt says more than it did. */
async function withNoteChanged<Done>(content: string, act: () => Promise<Done>): Promise<Done> {
  const [path] = (await Array.fromAsync(glob('works/*/chapter-*.md', { cwd: content }))).sort();
  const file = join(content, path!);
  const before = await readFile(file, 'utf8');
  await writeFile(file, `${before.trimEnd()} Changed at ${Date.now()}.\n`);
  try {
    return await act();
  } finally {
    await writeFile(file, before);
  }
}
