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
import { markdownTable } from './markdown-table.ts';
import { type Random, randomFrom } from './random.ts';

/** What searching a library costs its reader, in kilobytes (1,024 bytes, as transferred) and milliseconds. */
export interface SearchCost {
  name: string;
  /** Pages in the index; identical ones are one. */
  pages: number;
  /** Of a first query of each kind, in a browser that has nothing: all that it transfers. */
  first: Record<string, number>;
  /**
   * Of later queries, of all kinds: the files that each asks for and what it transfers, the time to its hits without the
   * pause that is waited for after typing, and the CPU of the page.
   */
  later: {
    queries: number;
    requests: number;
    kilobytes: number;
    median: number;
    p95: number;
    p95ByKind: Record<string, number>;
    cpu: number;
    cpuP95: number;
  };
}

const kinds = ['a word', 'three words', 'a phrase', 'a phrase of common words'];
const laterQueries = 100;
const mostTexts = 200;

/** Measures searches of a built site whose excerpts are texts of our own corpus. */
export async function searchCost(name: string, folder: string): Promise<SearchCost> {
  const server = createServer(siteHandler(folder, '/')).listen(0);
  await once(server, 'listening');
  const address = `http://localhost:${(server.address() as AddressInfo).port}/search/`;
  const browser = await chromium.launch({ executablePath: await findChromium(), args });
  try {
    const files = (await readdir(join(folder, 'pagefind/fragment'))).sort();
    const texts = await textsOf(folder, files);
    const random = randomFrom(7);
    const first: Record<string, number> = {};
    for (const kind of kinds)
      first[kind] = await firstQuery(await browser.newPage(), address, queryOf(kind, texts, random));
    const page = await browser.newPage();
    const transfer = transferred(page);
    await page.goto(address);
    await ask(page, queryOf('a word', texts, random));
    const before = transfer();
    const thread = await threadOf(page);
    const times: { kind: string; time: number; cpu: number }[] = [];
    for (let query = 0; query < laterQueries; query++) {
      const kind = kinds[query % kinds.length]!;
      const cpuBefore = await thread();
      const time = await ask(page, queryOf(kind, texts, random));
      times.push({ kind, time, cpu: (await thread()) - cpuBefore });
    }
    const p95 = (some: typeof times) =>
      quantile(
        some.map(({ time }) => time),
        0.95,
      );
    const p95ByKind = Object.fromEntries(kinds.map((kind) => [kind, p95(times.filter((each) => each.kind === kind))]));
    const all = times.map(({ time }) => time);
    const cpus = times.map(({ cpu }) => cpu);
    const after = transfer();
    const later = {
      queries: laterQueries,
      requests: (after.requests - before.requests) / laterQueries,
      kilobytes: (after.bytes - before.bytes) / 1024 / laterQueries,
      median: quantile(all, 0.5),
      p95: p95(times),
      p95ByKind,
      cpu: cpus.reduce((sum, each) => sum + each, 0) / laterQueries,
      cpuP95: quantile(cpus, 0.95),
    };
    return { name, pages: files.length, first, later };
  } finally {
    await browser.close();
    server.close();
  }
}

function quantile(numbers: number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? NaN;
}

async function firstQuery(page: Page, address: string, query: string): Promise<number> {
  await page.goto(address, { waitUntil: 'networkidle' });
  const transfer = transferred(page);
  await ask(page, query);
  await page.waitForLoadState('networkidle');
  await page.close();
  return transfer().bytes / 1024;
}

/** Counts what a page asks for and transfers from now on, headers and all. */
function transferred(page: Page): () => { requests: number; bytes: number } {
  let requests = 0;
  let bytes = 0;
  page.on('requestfinished', (request) => {
    requests++;
    const sizes = request.sizes().then((size) => (bytes += size.responseBodySize + size.responseHeadersSize));
    // What is under way when the page closes is not counted.
    sizes.catch(() => undefined);
  });
  return () => ({ requests, bytes });
}

/** Gives the milliseconds of CPU that the page's own thread has used, which other programs do not lengthen. */
async function threadOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  };
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
    'later: files',
    'KB',
    'median, ms',
    'p95, ms',
    ...kinds.map((kind) => `p95: ${kind}, ms`),
    'CPU, ms',
    'p95: CPU, ms',
  ];
  const rows = costs.map(({ name, pages, first, later }) => [
    name,
    String(pages),
    ...kinds.map((kind) => first[kind]!.toFixed(0)),
    later.requests.toFixed(1),
    later.kilobytes.toFixed(0),
    later.median.toFixed(0),
    later.p95.toFixed(0),
    ...kinds.map((kind) => later.p95ByKind[kind]!.toFixed(0)),
    later.cpu.toFixed(0),
    later.cpuP95.toFixed(0),
  ]);
  return markdownTable(head, rows);
}
