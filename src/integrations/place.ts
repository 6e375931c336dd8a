import { existsSync, readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';

/**
 * Throws a PlaceError when a site cannot be published to `out`: what stands there gives way to it, so that it has to be
 * a site, an empty folder or nothing; and Astro finds its modules only from inside of the project, the folder `root`.
 */
export function requirePlace(out: string, root: string): void {
  const path = relative(root, resolve(root, out));
  if (path === '' || path.startsWith('..') || isAbsolute(path))
    throw new PlaceError(`Unexpected OUT=${out}, expected a folder inside of the project, like \`dist\`.`);
  const site = resolve(root, out);
  if (!existsSync(site)) return;
  if (!statSync(site).isDirectory()) throw new PlaceError(`Unexpected file ${out}, expected a folder to publish to.`);
  if (readdirSync(site).length > 0 && !existsSync(join(site, 'index.html')))
    throw new PlaceError(`Unexpected files in ${out}, which the site would replace; expected a site, or nothing.`);
}

/** A folder that cannot hold the site. */
export class PlaceError extends Error {
  override name = 'PlaceError';
}
