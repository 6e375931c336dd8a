import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import manifest from '../../../package.json' with { type: 'json' };
import { byLicence, dependenciesOf, type Lock } from '../../../src/library/dependencies.ts';

test('packages of the build are listed by name, each version once, with those that the project names', () => {
  const lock: Lock = {
    packages: {
      '': { dependencies: { b: '2.0.0' }, optionalDependencies: { '@x/a': '1.0.0' } },
      'node_modules/b': { version: '2.0.0', license: 'MIT' },
      'node_modules/b/node_modules/c': { version: '1.0.0', license: 'ISC' },
      'node_modules/d/node_modules/c': { version: '1.0.0', license: 'ISC' },
      'node_modules/d/node_modules/b': { version: '1.0.0', license: 'MIT' },
      'node_modules/d': { version: '1.0.0' },
      'node_modules/e': { version: '1.0.0', license: 'MIT', dev: true },
      'node_modules/f': { version: '1.0.0', license: 'MIT', devOptional: true },
      'node_modules/@x/a': { version: '1.0.0', license: 'MIT' },
    },
  };
  const found = dependenciesOf(lock);
  expect(found).toEqual([
    { name: '@x/a', version: '1.0.0', licence: 'MIT', direct: true },
    { name: 'b', version: '1.0.0', licence: 'MIT', direct: false },
    { name: 'b', version: '2.0.0', licence: 'MIT', direct: true },
    { name: 'c', version: '1.0.0', licence: 'ISC', direct: false },
    { name: 'd', version: '1.0.0', licence: 'not stated', direct: false },
  ]);
  expect(byLicence(found).map(([licence, { length }]) => [licence, length])).toEqual([
    ['MIT', 3],
    ['ISC', 1],
    ['not stated', 1],
  ]);
});

test('every package that this project is built with states its licence, and every one that it names is found', () => {
  const lock = readFileSync(join(import.meta.dirname, '../../../package-lock.json'), 'utf8');
  const found = dependenciesOf(JSON.parse(lock) as Lock);
  const named = found.filter(({ direct }) => direct).map(({ name, version }) => [name, version]);
  expect(Object.fromEntries(named)).toEqual({ ...manifest.dependencies, ...manifest.optionalDependencies });
  expect(
    found.filter(({ licence, version }) => !/^[\w(]/.test(licence) || licence === 'not stated' || !version),
  ).toEqual([]);
});
