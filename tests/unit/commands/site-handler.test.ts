import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { siteHandler } from '../../../src/commands/site-handler.ts';
import { headers as always } from '../../../src/integrations/headers.ts';

let folder: string;
let server: Server;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handler-'));
  mkdirSync(join(folder, 'works'));
  writeFileSync(join(folder, 'index.html'), 'home');
  writeFileSync(join(folder, '404.html'), 'no such page');
  writeFileSync(join(folder, 'works/index.html'), 'works');
  writeFileSync(join(folder, 'works/x.bib'), '@book{x}');
});
afterEach(async () => {
  server.close();
  await once(server, 'close');
  rmSync(folder, { recursive: true });
});

async function serve(base: string): Promise<void> {
  server = createServer(siteHandler(folder, base)).listen(0, '127.0.0.1');
  await once(server, 'listening');
}

/** Sends a path as it is, which `fetch` would tidy. */
async function get(path: string, headers = {}): Promise<IncomingMessage> {
  const { port } = server.address() as AddressInfo;
  const sent = request({ port, host: '127.0.0.1', path, headers, agent: false }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return response;
}

/** Status and, of a redirect, its target; else the body. */
async function answer(path: string): Promise<[number | undefined, string]> {
  const response = await get(path);
  const body = await text(response);
  return [response.statusCode, response.headers.location ?? body];
}

describe('a site at the root', () => {
  beforeEach(() => serve('/'));

  test.each([
    ['/', 200, 'home'],
    ['/?q=x', 200, 'home'],
    ['/works/', 200, 'works'],
    ['/works', 301, '/works/'],
    ['/works?q=a&q=b', 301, '/works/?q=a&q=b'],
    ['//works', 301, '/works/'],
    ['/works/x.bib', 200, '@book{x}'],
    ['/works/x.bib/', 404, 'no such page'],
    ['/nowhere', 404, 'no such page'],
    ['/nowhere/', 404, 'no such page'],
    ['/..%2f..%2fetc%2fpasswd', 404, 'no such page'],
    ['/../../etc/passwd', 404, 'no such page'],
    ['/%zz', 404, 'no such page'],
  ])('answers %s', async (path, status, body) => {
    expect(await answer(path)).toEqual([status, body]);
  });

  test('answers in brotli where a page is stored so and the reader takes it', async () => {
    writeFileSync(join(folder, 'works/index.html.br'), brotliCompressSync('works, smaller'));
    const { headers } = await get('/works/', { 'accept-encoding': 'gzip, br' });
    expect(headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'text/html;charset=utf-8' });
    const compressed = await get('/works/', { 'accept-encoding': 'br' });
    expect(brotliDecompressSync(Buffer.concat((await compressed.toArray()) as Buffer[])).toString()).toBe(
      'works, smaller',
    );
    expect(await answer('/works/')).toEqual([200, 'works']);
  });

  test('names the type of a citation', async () => {
    const { headers } = await get('/works/x.bib');
    expect(headers['content-type']).toBe('application/x-bibtex;charset=utf-8');
  });

  test.each(['/works/', '/works', '/nowhere'])(
    'answers %s with the headers that every host is to send',
    async (path) => {
      const { headers } = await get(path);
      expect(headers).toMatchObject(
        Object.fromEntries(Object.entries(always).map(([name, value]) => [name.toLowerCase(), value])),
      );
    },
  );

  test('lets only files that are named by their content be kept for ever', async () => {
    mkdirSync(join(folder, '_astro'));
    writeFileSync(join(folder, '_astro/Page.D3isgrY5.css'), 'p {}');
    const kept = async (path: string) => (await get(path)).headers['cache-control'];
    expect([await kept('/_astro/Page.D3isgrY5.css'), await kept('/works/'), await kept('/works/x.bib')]).toEqual([
      'public, max-age=31536000, immutable',
      'no-cache',
      'no-cache',
    ]);
  });

  test('answers from a site that was replaced meanwhile', async () => {
    await answer('/works/');
    writeFileSync(join(folder, 'works/index.html'), 'works, longer than before');
    expect(await answer('/works/')).toEqual([200, 'works, longer than before']);
  });
});

describe('a site under a base', () => {
  beforeEach(() => serve('/gloss/'));

  test.each([
    ['/', 302, '/gloss/'],
    ['/gloss?q=x', 302, '/gloss/?q=x'],
    ['/gloss/', 200, 'home'],
    ['/gloss/works', 301, '/gloss/works/'],
    ['/works/', 404, 'no such page'],
  ])('answers %s', async (path, status, body) => {
    expect(await answer(path)).toEqual([status, body]);
  });
});
