/** A package that the site is built with. */
export interface Dependency {
  name: string;
  version: string;
  /** As its author names it, by SPDX (https://spdx.org/licenses/). */
  licence: string;
  /** Whether the project names it itself; others come with those. */
  direct: boolean;
}

/**
 * The packages that a lock of npm (version 3) holds for the build, those for development alone left out, in the order of
 * their names; one that is there in two versions is there twice.
 */
export function dependenciesOf(lock: Lock): Dependency[] {
  const { dependencies = {}, optionalDependencies = {} } = lock.packages['']!;
  const own = new Set(Object.keys({ ...dependencies, ...optionalDependencies }));
  const found = Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { version = '', license = 'not stated' }]): Dependency => {
      const name = path.replace(/^.*node_modules\//, '');
      return { name, version, licence: license, direct: path === `node_modules/${name}` && own.has(name) };
    });
  const byName = new Map(found.toReversed().map((one) => [`${one.name} ${one.version}`, one]));
  return [...byName.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/** Packages by their licence, the licence of most packages first. */
export function byLicence(dependencies: Dependency[]): [licence: string, dependencies: Dependency[]][] {
  return [...Map.groupBy(dependencies, ({ licence }) => licence)].sort(
    ([a, of], [b, others]) => others.length - of.length || compare(a, b),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

export interface Lock {
  packages: Record<string, LockedPackage>;
}

interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}
