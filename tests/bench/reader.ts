import { once } from 'node:events';
import { cp, glob, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { siteHandler } from '../../src/commands/site-handler.ts';
import { compress } from '../../src/integrations/compression.ts';
import { args, findChromium, findFullChromium } from '../browser/chromium.ts';
import { measure } from './measure.ts';
import { buildPeer, installPeers, peers } from './peers.ts';
import { type ReaderCost, readerCost, readerTable } from './reader-cost.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, alone: { type: 'boolean', default: false } },
});
const root = resolve(import.meta.dirname, '../..');
const cache = join(root, '.cache/bench');
const folder = join(cache, 'reader');
const longest = await longestExcerpt();

await mkdir(folder, { recursive: true });
const served = await serve(siteHandler(join(folder, 'site'), '/'));
// The address under which it is served, since a page that names another for itself is marked down.
const environment = { OUT: '.cache/bench/reader/site', SITE: served };
await measure({ arguments: ['src/commands/build.ts'], folder: root, environment });
const pages: Record<string, string> = {
  home: `${served}/`,
  'the lead essay': `${served}/essays/why-you-should-read-never-let-me-go/`,
  'the longest excerpt': `${served}/${longest.replace('.md', '/')}`,
  'a theme': `${served}/themes/guilt/`,
  'the search page': `${served}/search/`,
};
if (!values.alone) pages['the excerpt in Starlight'] = await starlight();

const port = await freePort();
const browser = await chromium.launch({
  executablePath: (await findFullChromium()) ?? (await findChromium()),
  args: [...args, `--remote-debugging-port=${port}`],
});
const costs: ReaderCost[] = [];
try {
  for (const [name, address] of Object.entries(pages))
    costs.push(await readerCost(name, address, port, Number(values.runs)));
} finally {
  await browser.close();
}
const table = readerTable(costs);
await writeFile(join(folder, 'results.json'), JSON.stringify(costs, undefined, 2));
await writeFile(join(folder, 'results.md'), table);
console.log(table);
process.exit();

/** Path of the excerpt of the shelf whose file is the longest, from the folder of the content. */
async function longestExcerpt(): Promise<string> {
  const cwd = join(root, 'content');
  const paths = (await Array.fromAsync(glob('works/*/!(work).md', { cwd }))).sort();
  const sizes = await Promise.all(paths.map(async (path) => (await stat(join(cwd, path))).size));
  return paths[sizes.indexOf(Math.max(...sizes))]!;
}

/** Address of the same excerpt with its notes as a page of Starlight, compressed as ours is. */
async function starlight(): Promise<string> {
  const content = join(folder, 'content');
  await rm(content, { recursive: true, force: true });
  await cp(join(root, 'content', longest), join(content, basename(longest)));
  await installPeers(join(cache, 'peers'));
  await buildPeer(
    peers.find(({ name }) => name.startsWith('Starlight'))!,
    join(cache, 'peers'),
    content,
  );
  const site = join(cache, 'peers/project/dist');
  compress(site);
  return `${await serve(siteHandler(site, '/'))}/${basename(longest, '.md')}/`;
}

async function serve(handler: RequestListener): Promise<string> {
  const server = createServer(handler).listen(0);
  await once(server, 'listening');
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
