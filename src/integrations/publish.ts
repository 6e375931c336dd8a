import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

import { begins, ends } from '../library/phase.ts';
import { compress } from './compression.ts';
import { claim } from './lock.ts';
import { baseFile, publicationOf, repair, swap, type Publication } from './publication.ts';

/**
 * Builds into a folder beside the published site and, as the last hook, compresses it and swaps the two; whatever
 * fails before, the published site stands untouched. Comes last among the integrations.
 */
export function publish(): AstroIntegration {
  let publication: Publication;
  let base: string;
  return {
    name: 'publish',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        base = config.base;
        publication = publicationOf(fileURLToPath(config.outDir).replace(/[\\/]$/, ''));
        await repair(publication);
        updateConfig({ outDir: pathToFileURL(`${publication.next}/`) });
      },
      'astro:build:start': () => claim(publication.lock),
      'astro:build:done': async () => {
        begins('publish');
        if (base !== '/') await writeFile(join(publication.next, baseFile), base);
        compress(publication.next, publication.site);
        await swap(publication);
        ends('publish');
      },
    },
  };
}
