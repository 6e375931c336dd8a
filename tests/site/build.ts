import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TestProject } from 'vitest/node';

import { fixture, root, sites, type Site } from './sites.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What each build said that failed, by the name of its site; '' for one that succeeded. */
    builds: Record<string, string>;
  }
}

/** Builds every site that the tests read, two at a time; one of them before, since it writes what Astro keeps for all. */
export default async function build(project: TestProject): Promise<void> {
  const builds = { [fixture.name]: await buildSite(fixture) };
  const others = sites.filter((site) => site !== fixture);
  const buildOthers = async () => {
    for (let site = others.shift(); site; site = others.shift()) builds[site.name] = await buildSite(site);
  };
  await Promise.all([buildOthers(), buildOthers()]);
  project.provide('builds', builds);
}

/** Builds one site as `npm run build` does; of a build that fails, removes the last site, and gives what it said. */
async function buildSite({ name, content, out, base }: Site): Promise<string> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--require', './src/commands/node.cjs', 'src/commands/build.ts'], {
    cwd: root,
    // Under Vitest's own NODE_ENV it would be a build for development.
    env: { ...process.env, NODE_ENV: 'production', CONTENT: content, OUT: out, BASE: base },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exit = new Promise((resolve) => child.once('close', resolve));
  const said = await text(child.stderr);
  if ((await exit) === 0) {
    console.log(`Built the site “${name}” in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
    return '';
  }
  rmSync(join(root, out), { recursive: true, force: true });
  return said || 'The build failed and said nothing.';
}
