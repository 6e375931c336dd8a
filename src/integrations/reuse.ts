import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { work } from '../library/work.ts';
import { fileOf, pathOf } from './publication.ts';

/** Of files of a site, by their paths in it, what they are made of: the `cacheKey` of their routes. */
type Materials = Record<string, string>;

/** The files in the site's cache that hold the materials of the last site and of the next, while it is built. */
export function materialsOf(cache: string): { last: string; next: string } {
  return { last: join(cache, 'materials.json'), next: join(cache, 'materials.next.json') };
}

/**
 * A prerenderer that takes from the last site what is made of the same as then, and leaves the rest to the standard one.
 * The materials of the last site are to be there only if it stands as it was built, and by this code.
 *
 * @param site Where the last site stands, and the path it is served under.
 */
export function reused(
  standard: AstroPrerenderer,
  cache: string,
  { last, base }: { last: string; base: string },
): AstroPrerenderer {
  const materials = materialsOf(cache);
  const before = existsSync(materials.last) ? (JSON.parse(readFileSync(materials.last, 'utf8')) as Materials) : {};
  const now: Materials = {};
  return {
    ...standard,
    async getStaticPaths() {
      const paths = await standard.getStaticPaths();
      for (const { pathname, route, cacheKey } of paths)
        if (cacheKey !== undefined) now[pathOf(pathname, route.type === 'page')] = cacheKey;
      return paths;
    },
    render(request, options) {
      const path = fileOf(request, base, options.routeData.type === 'page');
      const isSame = now[path] !== undefined && now[path] === before[path] && existsSync(join(last, path));
      work().files++;
      if (isSame) return Promise.resolve(new Response(readFileSync(join(last, path))));
      work().rendered++;
      return standard.render(request, options);
    },
    async teardown() {
      mkdirSync(cache, { recursive: true });
      writeFileSync(materials.next, JSON.stringify(now));
      await standard.teardown?.();
    },
  };
}
