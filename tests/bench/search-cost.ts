import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { siteHandler } from '../../src/commands/site-handler.ts';
import { isStopWord } from '../../src/text/stop-words.ts';
import { args, findChromium } from '../browser/chromium.ts';
import { type Random, randomFrom } from './random.ts';

/** What searching a library costs its reader, in kilobytes (1,024 bytes, as transferred) and milliseconds. */
export interface SearchCost {
  name: string;
  /** Pages in the index; identical ones are one. */
  pages: number;
  /** Of a first query of each kind, in a browser that has nothing: all that it transfers. */
  first: Record<string, number>;
  /** Of later queries, of all kinds: what each transfers, and from the query to its hits. */
  later: { queries: number; kilobytes: number; median: number; p95: number; longest: number };
}

const kinds = ['a word', 'three words', 'a phrase', 'a phrase of common words'];
const laterQueries = 100;
const mostTexts = 200;

/** Measures searches of a built site whose excerpts are texts of our own corpus. */
export async function searchCost(name: string, folder: string): Promise<SearchCost> {
  const server = createServer(siteHandler(folder, '/')).listen(0);
  await once(server, 'listening');
  const address = `http://localhost:${(server.address() as AddressInfo).port}/search/`;
  const browser = await chromium.launch({ executablePath: (await findChromium()).path, args });
  try {
    const files = (await readdir(join(folder, 'pagefind/fragment'))).sort();
    const texts = await textsOf(folder, files);
    const random = randomFrom(7);
    const first: Record<string, number> = {};
    for (const kind of kinds)
      first[kind] = await firstQuery(await browser.newPage(), address, queryOf(kind, texts, random));
    const page = await browser.newPage();
    const bytes = transferred(page);
    await page.goto(address);
    await ask(page, queryOf('a word', texts, random));
    const before = bytes();
    const times: number[] = [];
    for (let query = 0; query < laterQueries; query++)
      times.push(await ask(page, queryOf(kinds[query % kinds.length]!, texts, random)));
    times.sort((a, b) => a - b);
    const at = (part: number) => times[Math.floor(part * (times.length - 1))]!;
    const kilobytes = (bytes() - before) / 1024 / laterQueries;
    const later = { queries: laterQueries, kilobytes, median: at(0.5), p95: at(0.95), longest: at(1) };
    return { name, pages: files.length, first, later };
  } finally {
    await browser.close();
    server.close();
  }
}

async function firstQuery(page: Page, address: string, query: string): Promise<number> {
  await page.goto(address, { waitUntil: 'networkidle' });
  const bytes = transferred(page);
  await ask(page, query);
  await page.waitForLoadState('networkidle');
  await page.close();
  return bytes() / 1024;
}

/** Counts what a page transfers from now on, headers and all. */
function transferred(page: Page): () => number {
  let bytes = 0;
  page.on('requestfinished', (request) => {
    const sizes = request.sizes().then((size) => (bytes += size.responseBodySize + size.responseHeadersSize));
    // What is under way when the page closes is not counted.
    sizes.catch(() => undefined);
  });
  return () => bytes;
}

/** Asks as the back button does, without the pause after typing; gives the milliseconds until the hits stand. */
function ask(page: Page, query: string): Promise<number> {
  return page.evaluate(async (q) => {
    history.replaceState(null, '', `?${new URLSearchParams({ q }).toString()}`);
    const started = performance.now();
    dispatchEvent(new PopStateEvent('popstate'));
    const search = document.querySelector('search-page')!;
    if (search.hasAttribute('aria-busy'))
      await new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (search.hasAttribute('aria-busy')) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(search, { attributes: true });
      });
    return performance.now() - started;
  }, query);
}

/** Some texts of an index, of which queries are made. */
async function textsOf(folder: string, files: string[]): Promise<string[][]> {
  const fragments = join(folder, 'pagefind/fragment');
  const step = Math.ceil(files.length / mostTexts);
  return Promise.all(
    files
      .filter((_, index) => index % step === 0)
      .map(async (file) => {
        const json = gunzipSync(await readFile(join(fragments, file))).subarray('pagefind_dcd'.length);
        return (JSON.parse(json.toString()) as { content: string }).content.match(/\p{L}[\p{L}'-]*/gu) ?? [];
      }),
  );
}

/** A query of a kind, from a text taken by chance. */
function queryOf(kind: string, texts: string[][], { below, sample }: Random): string {
  const words = texts[below(texts.length)]!;
  const telling = words.filter((word) => word.length > 3 && !isStopWord(word.toLowerCase()));
  const at = below(Math.max(1, words.length - 4));
  if (kind === 'a word') return sample(telling, 1)[0] ?? 'night';
  if (kind === 'three words') return sample(telling, 3).join(' ');
  if (kind === 'a phrase') return `"${words.slice(at, at + 4).join(' ')}"`;
  return sample(['"to be or not to be"', '"I am what I am"', '"it was the"', '"of all that"'], 1)[0]!;
}

/** The costs as a table in Markdown. */
export function searchTable(costs: SearchCost[]): string {
  const head = [
    '',
    'pages',
    ...kinds.map((kind) => `first: ${kind}, KB`),
    'later, KB',
    'median, ms',
    'p95, ms',
    'longest, ms',
  ];
  const rows = costs.map(({ name, pages, first, later }) => [
    name,
    String(pages),
    ...kinds.map((kind) => first[kind]!.toFixed(0)),
    later.kilobytes.toFixed(0),
    later.median.toFixed(0),
    later.p95.toFixed(0),
    later.longest.toFixed(0),
  ]);
  return [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
