import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import sirv from 'sirv';

import { beginIndex } from './index-groups.ts';
import type { Indexer } from './indexing.ts';
import { publicationOf } from './publication.ts';
import { reused } from './reuse.ts';
import { written } from './writing.ts';

/**
 * Indexes each page for search on its way from the rendering, or from the last site, to the disk; in dev, serves the index
 * of the site that was published last.
 */
export function pagefind(): AstroIntegration {
  let site: URL;
  let root: URL;
  let base: string;
  let cache: URL;
  let indexing: Indexer | undefined;
  return {
    name: 'pagefind',
    hooks: {
      'astro:config:setup': ({ config }) => {
        ({ outDir: site, root, base, cacheDir: cache } = config);
      },
      'astro:server:setup': ({ server }) => {
        const index = fileURLToPath(new URL('pagefind/', site));
        server.middlewares.use(`${server.config.base}pagefind`, sirv(index, { dev: true }));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const groups = fileURLToPath(new URL('index/', cache));
        const { next, site: last } = publicationOf(fileURLToPath(site).replace(/[\\/]$/, ''));
        setPrerenderer((standard) => {
          const lasting = reused(standard, fileURLToPath(cache), { last, base });
          const indexed = withPages(lasting, async (pages) => (indexing = await beginIndex(pages, groups)));
          return written(indexed, fileURLToPath(root), { next, last, base });
        });
      },
      'astro:build:done': async ({ dir }) => {
        await indexing?.write(fileURLToPath(new URL('pagefind/', dir)));
      },
    },
  };
}

/**
 * Astro's own rendering, which also hands on each page as it is made: Pagefind reads it while the next is rendered.
 * `begin` is told how many pages there will be.
 */
function withPages(standard: AstroPrerenderer, begin: (pages: number) => Promise<Indexer>): AstroPrerenderer {
  let indexing: Indexer;
  return {
    ...standard,
    async getStaticPaths() {
      const paths = await standard.getStaticPaths();
      indexing = await begin(paths.filter(({ route }) => route.type === 'page').length);
      return paths;
    },
    async render(request, options) {
      const rendered = await standard.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      if (options.routeData.type !== 'page' || !response.ok) return rendered;
      const html = await response.text();
      await indexing.add(new URL(request.url).pathname, html);
      const again = new Response(html, response);
      return rendered instanceof Response ? again : { ...rendered, response: again };
    },
  };
}
