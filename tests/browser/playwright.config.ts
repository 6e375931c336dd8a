import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

import { fixture, root, sites, type Site } from '../site/sites.ts';
import { args, findChromium, findFullChromium } from './chromium.ts';
import { portOf, urlOf } from './served.ts';

// Workers load this file too; they are given what the first one found.
for (const site of sites) process.env[portOf(site)] ??= await freePort();
if (process.env['TEST_CHROMIUM'] === undefined) {
  ownFolder();
  process.env['TEST_CHROMIUM'] = await findChromium();
  process.env['TEST_FULL_CHROMIUM'] = (await findFullChromium()) ?? '';
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return String(port);
}

/** A Chromium's own files go to a folder of this run: what another run or user left in a shared one is in its way. */
function ownFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), 'gloss-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.env['TMPDIR'] = folder;
}

export default defineConfig({
  testDir: '.',
  outputDir: join(root, 'test-results'),
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  // Addresses in tests are written from the site's home on, without a slash, so that they hold under any base.
  // A browser takes as long to set up a context as most tests take; between tests it is emptied.
  use: { baseURL: urlOf(fixture), reuseContext: true },
  projects: [
    { name: 'pages', grepInvert: /@text-fragments/, use: chromium(process.env['TEST_CHROMIUM']) },
    { name: 'installed', grep: /@text-fragments|@layout/, use: chromium(process.env['TEST_FULL_CHROMIUM'] ?? '') },
  ],
  webServer: sites.map(server),
});

function chromium(executablePath: string) {
  return { launchOptions: { executablePath, args } };
}

/** Our own server, or another that `BEHIND` names, with the sample for it. */
function server(site: Site) {
  const command = process.env['BEHIND'] ? 'tests/browser/behind.ts' : 'src/commands/serve.ts';
  return {
    command: `"${process.execPath}" ${command}`,
    cwd: root,
    env: { OUT: site.out, BASE: site.base, PORT: process.env[portOf(site)]! },
    url: urlOf(site),
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 5000 },
  };
}
