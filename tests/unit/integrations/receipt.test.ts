import { globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepReceipt, keptReceipt, receiptOf, variables } from '../../../src/integrations/receipt.ts';

let root: string;
const receipt = () => receiptOf(root, join(root, 'dist'));
const file = () => join(root, '.cache/dist/receipt.json');

/** What of the receipt does not hold any more. */
function changed(): string[] {
  const [now, kept] = [receipt(), keptReceipt(file())];
  return (['code', 'content', 'site'] as const).filter((part) => now[part] !== kept[part]);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gloss-receipt-'));
  for (const folder of ['src', 'content', 'dist']) {
    mkdirSync(join(root, folder));
    writeFileSync(join(root, folder, 'one.md'), folder);
  }
  keepReceipt(file(), receipt());
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

test('a receipt holds as long as nothing changes', () => {
  expect(changed()).toEqual([]);
});

test.each<[part: string, string, () => void]>([
  ['content', 'content says something else', () => writeFileSync(join(root, 'content/one.md'), 'CONTENT')],
  ['content', 'content is added', () => writeFileSync(join(root, 'content/two.md'), '')],
  ['content', 'content is renamed', () => renameSync(join(root, 'content/one.md'), join(root, 'content/1.md'))],
  ['code', 'the code changes', () => writeFileSync(join(root, 'src/one.md'), 'code')],
  ['code', 'a package changes', () => writeFileSync(join(root, 'package-lock.json'), '{}')],
  ['site', 'the site is touched', () => utimesSync(join(root, 'dist/one.md'), 1, 1)],
  ['site', 'a page of the site is gone', () => rmSync(join(root, 'dist/one.md'))],
  ['site', 'the site is gone', () => rmSync(join(root, 'dist'), { recursive: true })],
  ['code', 'a variable changes', () => vi.stubEnv('BASE', '/elsewhere/')],
])('of a receipt the %s does not hold when %s', (part, _, change) => {
  change();
  expect(changed()).toEqual([part]);
});

test('every variable that decides what is built is known', () => {
  const project = resolve(import.meta.dirname, '../../..');
  const files = [
    'astro.config.mjs',
    ...globSync('src/{components,integrations,layouts,library,markdown,pages,text}/**/*.{ts,astro}', { cwd: project }),
    'src/content.config.ts',
  ];
  const read = files.flatMap((file) =>
    Array.from(readFileSync(join(project, file), 'utf8').matchAll(/process\.env(?:\.|\[')(\w+)/g), ([, name]) => name),
  );
  const ours = read.filter((name) => !/^(?:ASTRO|PAGEFIND|_RJEM)_/.test(name!));
  const destructured = /const \{ (.*) \} = process\.env/.exec(
    readFileSync(join(project, 'astro.config.mjs'), 'utf8'),
  )![1]!;
  const names = new Set([...ours, ...destructured.split(', ').map((part) => part.split(' ')[0])]);
  expect([...names].sort()).toEqual(variables);
});
