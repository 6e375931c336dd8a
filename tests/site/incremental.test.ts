import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { randomFrom } from '../bench/random.ts';
import { fixture, root } from './sites.ts';

const [content, out] = ['.cache/test/edited-content', '.cache/test/edited'];

/** Builds the edited library, and gives what the build said it did. */
function build(): { compiled: number; rendered: number; files: number } {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', './src/commands/node.cjs', 'src/commands/build.ts'],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', CONTENT: content, OUT: out, BASE: '/gloss/', CARDS: '0' },
      encoding: 'utf8',
    },
  );
  const said = /Compiled (\d+) of \d+ documents and rendered (\d+) of (\d+) /.exec(stdout);
  if (!said) throw new Error(stderr + stdout);
  const [compiled, rendered, files] = said.slice(1).map(Number);
  return { compiled: compiled!, rendered: rendered!, files: files! };
}

/** Every file of the site with its bytes; Pagefind orders the filters and their list by chance. */
function files(): Record<string, string> {
  const names = readdirSync(join(root, out), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(root, out).length + 1))
    .filter((name) => !/\.pf_(?:filter|meta)$|pagefind-entry\.json/.test(name));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(root, out, name), 'base64')]));
}

function remove(...folders: string[]): void {
  for (const folder of folders) rmSync(join(root, folder), { recursive: true, force: true });
}

beforeAll(() => {
  remove(content, out, `.cache/${out}`);
  mkdirSync(join(root, content), { recursive: true });
  cpSync(join(root, fixture.content), join(root, content), { recursive: true });
});
afterAll(() => remove(content, out, `.cache/${out}`));

/** Begins paragraphs, notes or fields with one more word; none of these begins with words that are quoted. */
const edits: [of: RegExp, to: string][] = [
  [/^(title|summary|description|question): (["']?)(?=\w)/m, '$1: $2Again '],
  [/^(\[\^[\w-]+\]: \*\*[^*]+\*\*) /m, '$1 Again, '],
  [/^(?=[A-Z]\w* [a-z])/m, 'Again, '],
];

const seed = Date.now() % 2 ** 32;

test(`a library of which anything is edited becomes the same site as one that is new (seed ${seed})`, () => {
  const random = randomFrom(seed);
  const first = build();
  expect(first.rendered).toBe(first.files);

  const paths = globSync('**/*.md', { cwd: join(root, content) }).sort();
  const edited = new Set<string>();
  while (edited.size < 2) {
    const path = paths[random.below(paths.length)]!;
    const source = readFileSync(join(root, content, path), 'utf8');
    // The text of an excerpt is an edition's, and its ids are published.
    const [of, to] = edits[random.below(path.startsWith('works/') && !path.endsWith('work.md') ? 2 : 3)]!;
    const changed = source.replace(of, to);
    if (changed === source) continue;
    writeFileSync(join(root, content, path), changed);
    edited.add(path);
  }

  expect(build().compiled).toBe(edited.size);
  const incremental = files();
  remove(out, `.cache/${out}`);
  build();
  expect(incremental, [...edited].join()).toEqual(files());
});
