import { mkdir, mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

import { importCommand } from '../../../src/commands/import-command.ts';

const editions = join(import.meta.dirname, '../import/editions');
let content: string;
let sources: string;

/** Runs the command as `npm run import` does, from the folder of the sources. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const say = (stream: 'out' | 'err') => (text: string) =>
    void (said[stream] += `${text.replaceAll(content, 'content')}\n`);
  const code = await importCommand(args, { content, here: sources, log: say('out'), error: say('err') });
  return { code, ...said };
}

const shelf = async () => (await readdir(join(content, 'works/the-salt-road'))).sort();

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'import-'));
  content = join(folder, 'content');
  sources = join(folder, 'sources');
  await mkdir(join(content, 'works/the-salt-road'), { recursive: true });
  await writeFile(join(content, 'works/the-salt-road/work.md'), '');
  await mkdir(join(sources, 'book'), { recursive: true });
  for (const [name, text] of [
    ['chapter-1.html', '<h2>Chapter 1</h2><p>One.</p>'],
    ['chapter-2.html', '<h2>Chapter 2</h2><p>Two.</p>'],
    ['chapter-10.html', '<h2>Chapter 10</h2><p>Ten.</p>'],
    ['imprint.html', '<h2>Imprint</h2><p>Printed here.</p>'],
    ['cover.png', 'no text'],
  ] as const)
    await writeFile(join(sources, 'book', name), text);
  await writeFile(join(sources, 'again.html'), '<h2>Chapter 1</h2><p>Uno.</p>');
  await writeFile(join(sources, 'nothing.html'), '<h2>Chapter 3</h2><p>&nbsp;</p><hr>');
  await writeFile(join(sources, 'deep.html'), `${'<div>'.repeat(20_000)}<p>Deep.</p>`);
  await writeFile(join(sources, 'notes.pdf'), '%PDF-1.4');
  await writeFile(join(sources, 'latin.txt'), Buffer.from('CHAPTER I.\n\nUn café.\n', 'latin1'));
});

test('a folder is imported whole, in the order of its numbers, and never over what is there', async () => {
  const whole = await run('book', '--work', 'the-salt-road');
  expect(whole).toEqual({
    code: 0,
    err: '',
    out: `content/works/the-salt-road/chapter-1.md: prose, 1 paragraph, 1 word
content/works/the-salt-road/chapter-2.md: prose, 1 paragraph, 1 word
content/works/the-salt-road/chapter-10.md: prose, 1 paragraph, 1 word

Left out, being no text of the book: “Imprint”.

3 excerpts written.
`,
  });
  expect(await shelf()).toEqual(['chapter-1.md', 'chapter-10.md', 'chapter-2.md', 'work.md']);

  const again = await run('again.html', '--work', 'the-salt-road');
  expect(again.code).toBe(1);
  expect(again.err).toBe(
    'content/works/the-salt-road has chapter-1.md already, with notes perhaps; `--force` replaces what is there, `--slug` takes another name.\n',
  );
  expect(await readFile(join(content, 'works/the-salt-road/chapter-1.md'), 'utf8')).toMatch(/\nOne\.\n$/);

  expect((await run('again.html', '--work', 'content/works/the-salt-road/', '--force')).code).toBe(0);
  expect(await readFile(join(content, 'works/the-salt-road/chapter-1.md'), 'utf8')).toMatch(/\nUno\.\n$/);
});

test('what would be written can be seen first, and taken to the screen', async () => {
  const before = await shelf();
  const dry = await run('book/chapter-2.html', '--work', 'the-salt-road', '--dry-run');
  expect(dry.out).toMatch(
    /chapter-2\.md: prose, 1 paragraph, 1 word \(is there already\)\n\n1 excerpt would be written\.\n$/,
  );
  const screen = await run('book/chapter-2.html', '--stdout');
  expect(screen.out).toBe('---\ntitle: Chapter 2\nlocator:\n  chapter: 2\nform: prose\n---\n\nTwo.\n\n');
  expect(await shelf()).toEqual(before);
});

test.each([
  [
    'a work that is not there',
    ['book', '--work', 'the-salt-raod'],
    /^There is no work `the-salt-raod` in content\/works\/; did you mean `the-salt-road`\?/,
  ],
  ['no work', ['book'], 'Say which work the excerpts are of, as in `--work frankenstein`.\n'],
  ['a file that is not there', ['missing.html', '--work', 'the-salt-road'], 'There is no file missing.html.\n'],
  [
    'a work and two files that are not there',
    ['missing.html', 'gone/', 'book', '--work', 'nothing'],
    'There is no file missing.html.\nThere is no file gone/.\nThere is no work `nothing` in content/works/; make it first with `npm run new -- work --slug nothing`.\n',
  ],
  [
    'two files that give one name',
    ['book', 'again.html', '--work', 'the-salt-road'],
    'chapter-1.html and again.html both give chapter-1.md; import one of them, or each by itself with `--slug`.\n',
  ],
  [
    'a file without text',
    ['nothing.html', '--work', 'the-salt-road'],
    'There is no text to import: no paragraph, no line of verse, no speech.\n',
  ],
  [
    'a file that is no text, and one in another encoding',
    ['notes.pdf', 'latin.txt', '--work', 'the-salt-road'],
    'notes.pdf is a PDF, not text; look for the edition as HTML or plain text.\nlatin.txt is not UTF-8 and does not say what it is; name its encoding, as in `--encoding windows-1252`.\n',
  ],
  [
    'HTML without end',
    ['deep.html', '--work', 'the-salt-road'],
    'deep.html has elements nested too deeply to be read; look whether their end tags are there.\n',
  ],
  [
    'an excerpt that is not there',
    ['book', '--work', 'the-salt-road', '--only', 'chapter-7'],
    'There is no excerpt chapter-7; `--dry-run` without `--only` lists what there is.\n',
  ],
  [
    'one name for many',
    ['book', '--work', 'the-salt-road', '--slug', 'Bad Name'],
    '`Bad Name` is no name for a file; use lower-case letters, digits and hyphens.\n',
  ],
  [
    'an option that is not known',
    ['book', '--frce'],
    "Unknown option '--frce'. `npm run import -- --help` says what there is.\n",
  ],
])('%s is a sentence, and nothing is written', async (_, args, message) => {
  const before = await shelf();
  const { code, err } = await run(...args);
  expect({ code, err }).toEqual({
    code: 1,
    err: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
  });
  expect(await shelf()).toEqual(before);
});

test('paths with backslashes are found, and an encoding can be named', async () => {
  expect((await run('book\\chapter-2.html', '--stdout')).out).toContain('\nTwo.\n');
  expect((await run('latin.txt', '--stdout', '--encoding', 'latin1')).out).toContain('\nUn café.\n');
});

test('one poem is taken out of a book by its name', async () => {
  const { out } = await run(join(editions, 'standard-ebooks-poems/poetry.xhtml'), '--stdout', '--only', 'the-gate-2');
  expect(out).toMatch(/\nAnother poem of one name\.\n/);
  expect(out).not.toMatch(/hat/);
});
