import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

import { fixture, root } from '../site/sites.ts';
import { args, findChromium, type Chromium } from './chromium.ts';

// Workers load this file too; they are given what the first one found.
process.env['TEST_CHROMIUM'] ??= await prepare();
const { path } = JSON.parse(process.env['TEST_CHROMIUM']) as Chromium;
const port = process.env['TEST_PORT'] ?? '4322';

/** Chromium's own files go to a folder of this run, since what another run or user left in a shared one is in its way. */
async function prepare(): Promise<string> {
  process.env['TMPDIR'] = mkdtempSync(join(tmpdir(), 'gloss-'));
  return JSON.stringify(await findChromium());
}

export default defineConfig({
  testDir: '.',
  outputDir: join(root, 'test-results'),
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  use: { baseURL: `http://localhost:${port}`, launchOptions: { executablePath: path, args } },
  webServer: {
    command: `"${process.execPath}" src/commands/serve.ts`,
    cwd: root,
    env: { OUT: fixture.out, PORT: port },
    url: `http://localhost:${port}`,
  },
});
