import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What files of a site are made of, by their paths in it. */
type Made = Record<string, Material>;

interface Material {
  /** The `cacheKey` of the route. */
  key: string;
  /** Of a page that is searched, a digest of its HTML. */
  digest?: string;
}

/** What lies in a site's cache for the next build to take over, if it is by the same code and the last site still stands. */
export interface Reusable {
  folder: string;
  /** The materials of the last site, and of the next while it is built. */
  materials: string;
  nextMaterials: string;
  /** A folder for groups of the index. */
  groups: string;
}

export function reusableIn(cache: string): Reusable {
  const folder = join(cache, 'reuse');
  const file = (name: string) => join(folder, name);
  return {
    folder,
    materials: file('materials.json'),
    nextMaterials: file('materials.next.json'),
    groups: file('index'),
  };
}

/** What the files of the next site are made of, and those of the last. */
export class Materials {
  readonly #before: Made;
  readonly #now: Made = {};

  constructor({ materials }: Reusable) {
    this.#before = existsSync(materials) ? (JSON.parse(readFileSync(materials, 'utf8')) as Made) : {};
  }

  add(path: string, key: string): void {
    this.#now[path] = { key };
  }

  /** Whether a file is made of the same as in the last site; one of which nothing was said is not. */
  areSame(path: string): boolean {
    return this.#now[path] !== undefined && this.#now[path].key === this.#before[path]?.key;
  }

  /** The digest that was kept of a page of the last site, if it is searched. */
  digestBefore(path: string): string | undefined {
    return this.#before[path]?.digest;
  }

  /** Keeps the digest of a page that is searched. */
  addDigest(path: string, digest: string): void {
    if (this.#now[path]) this.#now[path].digest = digest;
  }

  /** Keeps those of the next site; they are of the last one when it is published. */
  keep({ folder, nextMaterials }: Reusable): void {
    mkdirSync(folder, { recursive: true });
    writeFileSync(nextMaterials, JSON.stringify(this.#now));
  }
}
