import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of files of a site, by their paths in it, what they are made of: the `cacheKey` of their routes. */
type Made = Record<string, string>;

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

  add(path: string, material: string): void {
    this.#now[path] = material;
  }

  /** Whether a file is made of the same as in the last site; one of which nothing was said is not. */
  areSame(path: string): boolean {
    return this.#now[path] !== undefined && this.#now[path] === this.#before[path];
  }

  /** Keeps those of the next site; they are of the last one when it is published. */
  keep({ folder, nextMaterials }: Reusable): void {
    mkdirSync(folder, { recursive: true });
    writeFileSync(nextMaterials, JSON.stringify(this.#now));
  }
}
