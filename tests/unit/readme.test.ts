import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

import manifest from '../../package.json' with { type: 'json' };

test('the README says of every dependency what it is for, and of none that is gone', () => {
  const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');
  const named = [...readme.matchAll(/^\| (`.*?) \|/gm)]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
    .filter((name) => !name.startsWith('npm ') && !/^[A-Z_]+$/.test(name));
  const installed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    .map((name) => name.replace(/^(@types|@apache-annotator)\/.*/, '$1/*'))
    .concat('node-*');
  expect(new Set(named)).toEqual(new Set(installed));
});
