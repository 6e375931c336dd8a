import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Editors save in several steps; they are one save when no more than this many milliseconds lie between them. */
const quiet = 30;

/**
 * In the dev server, loads the folder `content` again after each save and shows it at once. A loader that watches by
 * itself is shown half a second later, when Astro next writes its store.
 */
export function refresh(content: string): AstroIntegration {
  let folder: string;
  return {
    name: 'refresh',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = resolve(fileURLToPath(config.root), content);
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        let timer: NodeJS.Timeout | undefined;
        server.watcher.add(folder).on('all', (_, path) => {
          if (relative(folder, path).split(sep)[0] === '..') return;
          clearTimeout(timer);
          timer = setTimeout(() => {
            refreshContent?.({ loaders: ['content'] }).catch((error: unknown) => logger.error(String(error)));
          }, quiet);
        });
      },
    },
  };
}
