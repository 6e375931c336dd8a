import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { hashedFolders, headers, immutable } from '../../src/integrations/headers.ts';
import { hosts, start } from './hosts.ts';
import { addressesOf } from './pages.ts';
import { fixture, fixtureUnderBase, root } from './sites.ts';

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml',
  epub: 'application/epub+zip',
  webmanifest: 'application/manifest+json',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  woff2: 'font/woff2',
  png: 'image/png',
  svg: 'image/svg+xml',
};

describe.each([
  { host: hosts.nginx, site: fixture },
  { host: hosts.nginx, site: fixtureUnderBase },
  { host: hosts.caddy, site: fixture },
  { host: hosts.caddy, site: fixtureUnderBase },
])('$site.name behind $host.name (needs it installed)', ({ host, site }) => {
  const { base, out } = site;
  const addresses = addressesOf(site);
  const file = (address: string) => digest(readFileSync(join(root, out, address.slice(base.length))));
  let server: Awaited<ReturnType<typeof start>> | undefined;
  beforeAll(async () => {
    if (host.isHere) server = await start(host, site);
  });
  afterAll(() => server?.stop());

  async function ask(address: string, asked: Record<string, string> = {}): Promise<Answer> {
    const response = await new Promise<Parameters<NonNullable<Parameters<typeof get>[2]>>[0]>((resolve, reject) => {
      get(server!.origin + address, { headers: asked }, resolve).on('error', reject);
    });
    return { status: response.statusCode, headers: response.headers, body: digest(await buffer(response)) };
  }

  test.skipIf(!host.isHere)(
    'a page is sent with all headers, and asked for again before it is shown again',
    async () => {
      const page = await ask(`${base}works/`);
      expect(page).toMatchObject({ status: 200, body: file(`${base}works/index.html`) });
      for (const [name, value] of Object.entries(headers)) expect(page.headers[name.toLowerCase()], name).toBe(value);
      expect(page.headers['cache-control']).toBe('no-cache');
      const again = await ask(`${base}works/`, { 'If-None-Match': String(page.headers.etag) });
      expect(again).toMatchObject({ status: 304, body: digest(Buffer.alloc(0)) });
      expect(again.headers['content-security-policy']).toBe(headers['Content-Security-Policy']);
    },
  );

  test.skipIf(!host.isHere)('every kind of file has its type, in UTF-8 where it is text', async () => {
    const found: Record<string, string | undefined> = {};
    for (const ending of Object.keys(types)) {
      const address = addresses.find((one) => one.endsWith(`.${ending}`));
      const sent = await ask(address ?? '');
      expect(sent.status, ending).toBe(200);
      found[ending] = sent.headers['content-type'];
    }
    // Hosts may call XML a text, and say of what is no text that it is in UTF-8, which it is.
    const plain = (value = '') =>
      value.replace('text/xml', 'application/xml').replace(/^((?:application|image|font)\/.*); charset=utf-8$/, '$1');
    expect(Object.fromEntries(Object.entries(found).map(([ending, value]) => [ending, plain(value)]))).toEqual(types);
  });

  test.skipIf(!host.isHere)('what was compressed when it was built is sent as it is', async () => {
    const address = `${base}library.json`;
    const gzip = await ask(address, { 'Accept-Encoding': 'gzip' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gzip.headers.vary).toMatch(/Accept-Encoding/i);
    expect(gzip.body).toBe(file(`${address}.gz`));
    expect((await ask(address)).body).toBe(file(address));
  });

  test.skipIf(!host.isHere)('files named by their content are kept for ever, and no others', async () => {
    const hashed = hashedFolders.map((folder) => addresses.find((one) => one.startsWith(`${base}${folder}/`)));
    for (const address of hashed.filter((one) => one !== undefined))
      expect((await ask(address)).headers['cache-control'], address).toBe(immutable);
    expect((await ask(`${base}pagefind/pagefind-entry.json`)).headers['cache-control']).toBe('no-cache');
  });

  test.skipIf(!host.isHere)('an address that leads nowhere has the page of errors, with all headers', async () => {
    for (const address of [`${base}nowhere/`, `${base}works/nowhere.bib`, `${base}_astro/nowhere.js`]) {
      const sent = await ask(address);
      expect(sent, address).toMatchObject({ status: 404, body: file(`${base}404.html`) });
      expect(sent.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' });
      for (const [name, value] of Object.entries(headers)) expect(sent.headers[name.toLowerCase()], name).toBe(value);
    }
  });

  test.skipIf(!host.isHere)('a page without its slash is led to the one with it', async () => {
    const { status, headers: sent } = await ask(`${base}works`);
    expect([301, 308]).toContain(status);
    expect(new URL(sent.location ?? '', server!.origin).href).toBe(`${server!.origin}${base}works/`);
  });
});

function digest(bytes: Buffer): string {
  return hash('sha256', bytes);
}

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  /** Digest of the bytes as they were sent. */
  body: string;
}
