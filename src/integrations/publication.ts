import { existsSync, readFileSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Where a site is built before it is published, and where the last one waits while they change places. */
export interface Publication {
  /** The published site. */
  site: string;
  /** The next site, while it is built. */
  next: string;
  /** The last site, between the two renames. */
  last: string;
  /** The file that a build holds while it is at work. */
  lock: string;
}

/**
 * The folders of a site: given the path of the published one, names what stands beside it, since a rename is atomic
 * only within one file system.
 */
export function publicationOf(site: string): Publication {
  const beside = (stage: string) => join(dirname(site), `.${basename(site)}.${stage}`);
  return { site, next: beside('next'), last: beside('last'), lock: beside('lock') };
}

/**
 * Puts the next site in the place of the published one: two renames, so that a reader finds one whole site or, between
 * them, none. Throws what the renames throw, with the published site back in its place.
 */
export async function swap({ site, next, last }: Publication): Promise<void> {
  rmSync(last, { recursive: true, force: true });
  const replaced = existsSync(site);
  if (replaced) await rename(site, last);
  try {
    await rename(next, site);
  } catch (error) {
    if (replaced) await rename(last, site);
    throw error;
  }
  rmSync(last, { recursive: true, force: true });
}

/**
 * Repairs a swap that was cut short. A site is renamed away only when the next one is whole, so where the published
 * site is missing and the last one waits, the next one takes its place; and what the swap left over is removed.
 */
export async function repair({ site, next, last }: Publication): Promise<void> {
  if (!existsSync(last)) return;
  if (!existsSync(site)) await rename(existsSync(next) ? next : last, site);
  rmSync(last, { recursive: true, force: true });
}

/** Name of the file in which a site that was built under a path keeps it, for whoever serves the site. */
export const baseFile = '.base';

/** The path under which a site was built, with `/` at both ends. */
export function baseOf(site: string): string {
  const file = join(site, baseFile);
  return existsSync(file) ? readFileSync(file, 'utf8') : '/';
}

/** The file of a site that holds what is at an address, without the base: a page is the index of a folder. */
export function pathOf(address: string, isPage: boolean): string {
  const path = decodeURI(address).replace(/^\/|\/$/g, '');
  if (!isPage) return path;
  return path === '404' ? '404.html' : join(path, 'index.html');
}
