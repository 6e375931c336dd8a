import { writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';

/** What one stretch of a build took: seconds of wall clock, and of CPU of Astro's own process. */
export interface Phase {
  name: string;
  wall: number;
  cpu: number;
}

/**
 * Writes to `file` how long each phase of a build takes: it stands last among the integrations, and tells the phases
 * apart by Astro's own hooks and by wrapping what the others do when the pages are built.
 */
export function phases(file: string): AstroIntegration {
  const found: Phase[] = [];
  let [wall, cpu] = [0, 0];
  const ends = (name: string) => {
    const [wallNow, cpuNow] = [performance.now() / 1000, process.cpuUsage()];
    const cpuSeconds = (cpuNow.user + cpuNow.system) / 1e6;
    found.push({ name, wall: wallNow - wall, cpu: cpuSeconds - cpu });
    [wall, cpu] = [wallNow, cpuSeconds];
  };
  return {
    name: 'phases',
    hooks: {
      'astro:config:setup': ({ config }) => {
        ends('start');
        for (const { name, hooks } of config.integrations) {
          const done = hooks['astro:build:done'];
          if (!done || name === 'phases') continue;
          hooks['astro:build:done'] = async (options) => {
            await done(options);
            ends(name);
          };
        }
      },
      'astro:build:start': () => ends('load and compile'),
      'astro:build:generated': () => ends('library and pages'),
      'astro:build:done': () => writeFileSync(file, JSON.stringify(found)),
    },
  };
}
