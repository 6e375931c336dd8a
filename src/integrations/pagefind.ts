import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import sirv from 'sirv';

import { Indexing } from './indexing.ts';

/** Indexes the pages for search as they are built; in dev, serves the index of the site that was published last. */
export function pagefind(): AstroIntegration {
  let site: URL;
  let indexing: Indexing | undefined;
  return {
    name: 'pagefind',
    hooks: {
      'astro:config:setup': ({ config }) => {
        site = config.outDir;
      },
      'astro:server:setup': ({ server }) => {
        const index = fileURLToPath(new URL('pagefind/', site));
        server.middlewares.use(`${server.config.base}pagefind`, sirv(index, { dev: true }));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard) => withPages(standard, async (pages) => (indexing = await Indexing.begin(pages))));
      },
      'astro:build:done': async ({ dir, logger }) => {
        await indexing?.write(fileURLToPath(new URL('pagefind/', dir)));
        logger.info('The pages are indexed for search.');
      },
    },
  };
}

/**
 * Astro's own rendering, which also hands on each page as it is made: Pagefind reads it while the next is rendered.
 * `begin` is told how many pages there will be.
 */
function withPages(standard: AstroPrerenderer, begin: (pages: number) => Promise<Indexing>): AstroPrerenderer {
  let indexing: Indexing;
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
