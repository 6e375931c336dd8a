import { hash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer, PathWithRoute } from 'astro';
import sirv from 'sirv';

import { begins, ends } from '../library/phase.ts';
import { work } from '../library/work.ts';
import { bodyOf } from './bodies.ts';
import { isSearched } from './indexable.ts';
import { Materials, type Reusable, reusableIn } from './materials.ts';
import { pathOf, publicationOf } from './publication.ts';
import type { Searchable } from './index-into.ts';
import { SiteIndex } from './site-index.ts';
import { Writing } from './writing.ts';

/** The route of pages that have gone. */
const goneRoute = 'src/pages/[...gone].astro';

/** Where a site is built, and from what. */
interface Site {
  /** The project's folder. */
  root: URL;
  reusable: Reusable;
  /** The path that the site is served under. */
  base: string;
  /** The folder it is built in, and that of the last one. */
  next: string;
  last: string;
}

/**
 * Renders the pages and files of the site, or takes from the last one what is made of the same, and has threads write
 * them and index the pages for search meanwhile. `gone` is given the addresses of pages that have gone. In dev, serves
 * the index of the site that was published last.
 */
export function pages(gone: Set<string>): AstroIntegration {
  let site: Site;
  let index: Promise<void> | undefined;
  return {
    name: 'pages',
    hooks: {
      'astro:config:setup': ({ config: { outDir, root, base, cacheDir } }) => {
        const { next, site: last } = publicationOf(fileURLToPath(outDir).replace(/[\\/]$/, ''));
        site = { root, reusable: reusableIn(fileURLToPath(cacheDir)), base, next, last };
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(`${server.config.base}pagefind`, sirv(join(site.last, 'pagefind'), { dev: true }));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const indexed = (written: Promise<void>) => {
          index = written;
          // It is awaited below; until then a failure must not end the process.
          index.catch(() => undefined);
        };
        setPrerenderer((standard) => prerenderer(standard, site, gone, indexed));
      },
      'astro:build:done': async () => {
        await index;
      },
    },
  };
}

/**
 * What `pages` has Astro render with, which is given nothing to write and would wait for each file. `indexed` is told,
 * when there are no more pages, when they will be indexed.
 */
function prerenderer(
  standard: AstroPrerenderer,
  { root, reusable, base, next, last }: Site,
  gone: Set<string>,
  indexed: (written: Promise<void>) => void,
): AstroPrerenderer {
  const materials = new Materials(reusable);
  const writing = new Writing(root);
  let index: SiteIndex;
  let pages: number;
  return {
    ...standard,
    async getStaticPaths() {
      const paths = inOrder(await standard.getStaticPaths());
      for (const { pathname, route, cacheKey } of paths)
        if (cacheKey !== undefined) materials.add(pathOf(pathname, route.type === 'page'), cacheKey);
      begins('render');
      pages = paths.filter(({ route }) => route.type === 'page').length;
      index = new SiteIndex(root, pages, reusable.groups);
      return paths;
    },
    async render(request, options) {
      const isPage = options.routeData.type === 'page';
      const url = new URL(request.url).pathname;
      if (options.routeData.component === goneRoute) gone.add(url);
      const path = pathOf(url.slice(base.length - 1), isPage);
      const file = { path: join(next, path), last: join(last, path) };
      work().files++;
      if (materials.areSame(path)) {
        if (isPage) await add(file.last, materials.digestBefore(path));
        await writing.add(file);
        return new Response();
      }
      work().rendered++;
      const rendered = await standard.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      const bytes = await bodyOf(response);
      if (isPage) await add(bytes.slice(), isSearched(bytes) ? hash('sha256', bytes) : undefined);
      await writing.add({ ...file, bytes });
      const nothing = new Response(null, { headers: response.headers });
      return rendered instanceof Response ? nothing : { ...rendered, response: nothing };

      async function add(html: Searchable['html'], digest: string | undefined): Promise<void> {
        if (digest !== undefined) {
          materials.addDigest(path, digest);
          await index.add({ url, html, digest });
        }
        if (--pages === 0) indexed(index.write(join(next, 'pagefind')));
      }
    },
    async teardown() {
      try {
        ends('render');
        await writing.end();
        materials.keep(reusable);
      } finally {
        await standard.teardown?.();
      }
    },
  };
}

/** Pages first, so that while the index of them is written there is something left to render. */
function inOrder(paths: PathWithRoute[]): PathWithRoute[] {
  const isPage = ({ route }: PathWithRoute) => route.type === 'page';
  return [...paths.filter(isPage), ...paths.filter((path) => !isPage(path))];
}
