import { isAbsolute, relative, resolve, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loads } from '../library/stored.ts';

/** Editors save in several steps; they are one save when no more than this many milliseconds lie between them. */
const quiet = 30;
/** So often a refresh is asked for until there is one: some ten seconds. */
const attempts = 300;
/** A page that takes longer than so many milliseconds is waited for no more: who asked for it may have stopped reading. */
const patience = 5000;

/**
 * In the dev server, loads the folder `content` again after each save and shows it at once. A loader that watches by
 * itself is shown half a second later, when Astro next writes its store.
 */
export function refresh(content: string): AstroIntegration {
  let folder: string;
  let isWatched: boolean;
  return {
    name: 'refresh',
    hooks: {
      'astro:config:done': ({ config }) => {
        const root = fileURLToPath(config.root);
        folder = resolve(root, content);
        isWatched = isIn(root, folder);
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        let timer: NodeJS.Timeout | undefined;
        let loading = Promise.resolve();
        const answers = new Set<Promise<unknown>>();
        // Vite watches the project; of thousands of files it would notice each twice.
        if (!isWatched) server.watcher.add(folder);
        server.watcher.on('all', (_, path) => {
          if (!isIn(folder, path)) return;
          clearTimeout(timer);
          timer = setTimeout(() => {
            loading = loading.then(load).catch((error: unknown) => logger.error(String(error)));
          }, quiet);
        });
        // Astro keeps the paths that a page found, and would keep old ones that a page was finding while content changed.
        server.middlewares.use((_request, response, next) => {
          const answered = new Promise((resolve) => response.once('close', resolve));
          void loading.then(() => {
            answers.add(answered);
            void answered.then(() => answers.delete(answered));
            next();
          });
        });

        /** Astro passes over a refresh while it reads its own configuration again, which each save makes it do. */
        async function load() {
          await Promise.race([Promise.all(answers), wait(patience, undefined, { ref: false })]);
          const before = loads();
          for (let attempt = 0; attempt < attempts && loads() === before; attempt++) {
            if (attempt > 0) await wait(quiet);
            await refreshContent?.({ loaders: ['content'] });
          }
        }
      },
    },
  };
}

function isIn(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}
