import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

import { root, sites, type Site } from './sites.ts';

/** Builds every site that the tests read, one after the other: Astro keeps its types in one folder. */
export default async function build(): Promise<void> {
  for (const site of sites) await buildSite(site);
}

/** Builds one site as `npm run build` does; throws with what the build said when it fails. */
async function buildSite({ name, content, out, base }: Site): Promise<void> {
  const started = performance.now();
  const child = spawn(process.execPath, ['src/commands/build.ts'], {
    cwd: root,
    // Under Vitest's own NODE_ENV it would be a build for development.
    env: { ...process.env, NODE_ENV: 'production', CONTENT: content, OUT: out, BASE: base },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exit = new Promise((resolve) => child.once('close', resolve));
  const said = await text(child.stderr);
  if ((await exit) !== 0) throw new Error(`The site “${name}” does not build:\n${said}`);
  console.log(`Built the site “${name}” in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
