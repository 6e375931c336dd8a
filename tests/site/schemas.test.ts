import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';

import { addressesOf } from './pages.ts';
import { root, sites } from './sites.ts';

/** Which schema each of a site's JSON files follows, by its address without the base. */
const kinds: [pattern: RegExp, kind: string][] = [
  [/^(?:works|essays)\/.*\.csl\.json$/, 'citation'],
  [/^works\/.*\.annotations\.json$/, 'annotations'],
  [/^works\/.*\.json$/, 'excerpt'],
  [/^essays\/.*\.json$/, 'essay'],
  [/^library\.json$/, 'library'],
  [/^search\/names\.json$/, 'names'],
];

describe.each(sites)('$name', (site) => {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(root, site.out, path), 'utf8'));
  const paths = addressesOf(site)
    .map((address) => address.slice(site.base.length))
    // Pagefind's own data is Pagefind's affair.
    .filter((path) => path.endsWith('.json') && !/^(?:schemas|pagefind)\//.test(path));
  const validators = new Map(
    kinds.map(([, kind]) => {
      const schema = read(`schemas/${kind}.json`) as { $id: string };
      return [
        kind,
        { id: schema.$id, validate: new Ajv2020({ allErrors: true, validateFormats: false }).compile(schema) },
      ];
    }),
  );

  test('every JSON file is as its published schema says', () => {
    const faults = paths.flatMap((path) => {
      const kind = kinds.find(([pattern]) => pattern.test(path))?.[1];
      if (kind === undefined) return [`${path}: no schema`];
      const { validate } = validators.get(kind)!;
      validate(read(path));
      return (validate.errors ?? []).map(({ instancePath, message }) => `${path}${instancePath}: ${message ?? ''}`);
    });
    expect(faults).toEqual([]);
    const found = new Set(paths.map((path) => kinds.find(([pattern]) => pattern.test(path))?.[1]));
    expect(found).toEqual(new Set(validators.keys()));
  });

  test('a schema has its own address, and refuses what is not its data', () => {
    for (const [kind, { id, validate }] of validators) {
      expect(id).toBe(`http://localhost:4321${site.base}schemas/${kind}.json`);
      expect(validate({ url: 'elsewhere' })).toBe(false);
    }
  });
});
