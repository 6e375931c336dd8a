import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

import { citationFiles } from '../library/citation-files.ts';
import { pictureTypes } from '../library/picture.ts';

/** Endings of the files whose routes have the ending as a parameter: citations, pictures and cards. */
const endings = [...Object.keys(citationFiles), ...pictureTypes.keys()].map((ending) => `.${ending}`);

/**
 * Serves, in dev, such files at the addresses that they have once built: there Astro knows a file by the ending of its
 * route, takes one without for a page, and answers it only with a slash.
 */
export function endingsInDev(): AstroIntegration {
  let files: string;
  return {
    name: 'endings',
    hooks: {
      'astro:config:done': ({ config }) => {
        files = fileURLToPath(config.publicDir);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, _, next) => {
          request.url = routed(request.url ?? '/', (path) => existsSync(files + path));
          next();
        });
      },
    },
  };
}

/** The address under which the dev server finds what `url` asks for; `isPublic` says whether `public/` has the path. */
export function routed(url: string, isPublic: (path: string) => boolean): string {
  const [path = '', query] = url.split('?', 2);
  // Vite's own files begin with these, or come with a query.
  if (query !== undefined || /^\/(?:@|src\/|node_modules\/)/.test(path)) return url;
  return endings.some((ending) => path.endsWith(ending)) && !isPublic(path) ? `${path}/` : url;
}
