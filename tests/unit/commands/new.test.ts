import { mkdtemp, readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

import { type Ask, newCommand } from '../../../src/commands/new-command.ts';
import { readLocator } from '../../../src/commands/new-fields.ts';
import { checkContent } from '../../../src/library/check.ts';
import { validate } from '../../../src/library/validate.ts';
import { compile } from '../../../src/markdown/compile.ts';

let content: string;

async function run(args: string[], ask?: Ask): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const say = (stream: 'out' | 'err') => (text: string) => {
    said[stream] += `${text.replaceAll(content, 'content')}\n`;
  };
  const code = await newCommand(args, { content, here: '.', log: say('out'), error: say('err') }, ask);
  return { code, ...said };
}

/** Answers questions in turn, and keeps what was asked. */
function answering(...answers: string[]): { ask: Ask; asked: string[] } {
  const asked: string[] = [];
  return { asked, ask: (question) => Promise.resolve((asked.push(question), answers.shift() ?? '')) };
}

beforeAll(async () => {
  content = join(await mkdtemp(join(tmpdir(), 'new-')), 'content');
  await run([
    'work',
    '--title',
    'The Salt Road',
    '--author',
    'Ada Pell',
    '--year',
    '1884',
    '--form',
    'novel',
    '--rights',
    'public-domain',
  ]);
});

const made: [path: string, args: string[]][] = [
  ['works/the-salt-road/work.md', []],
  [
    'works/the-ferry/work.md',
    [
      'work',
      '--title',
      'The Ferry',
      '--author',
      'Pell',
      '--born',
      '1850',
      '--year',
      '1901',
      '--form',
      'play',
      '--rights',
      'in-copyright',
      '--holder',
      'The Pell Estate',
    ],
  ],
  [
    'works/the-salt-road/chapter-4.md',
    ['excerpt', '--work', 'the-salt-road', '--title', 'The gate', '--locator', 'Chapter IV', '--form', 'prose'],
  ],
  [
    'works/the-salt-road/the-gate.md',
    ['excerpt', '--work', 'the-salt-road', '--title', 'The gate', '--locator', 'The Gate', '--form', 'verse'],
  ],
  [
    'works/the-ferry/act-1-scene-2.md',
    ['excerpt', '--work', 'the-ferry', '--title', 'At the landing', '--locator', '1.2', '--form', 'drama'],
  ],
  [
    'essays/1984-a-test-and-more.md',
    ['essay', '--title', '1984: a “test” # and more', '--description', 'What it says: <b>', '--author', 'A. Reader'],
  ],
  ['themes/waiting.md', ['theme', '--title', 'Waiting', '--question', 'What is it to wait?', '--summary', 'Time.']],
  [
    'terms/personification.md',
    ['term', '--title', 'Personification', '--kind', 'device', '--summary', 'A thing as a person.'],
  ],
  [
    'lists/first-things.md',
    ['list', '--title', 'First things', '--description', 'Where to begin.', '--level', 'A level'],
  ],
];

test.each(made)('%s passes the checks as it is written', async (path, args) => {
  if (args.length > 0) {
    const { code, out } = await run(args);
    expect(out.split('\n')[0]).toBe(`content/${path}`);
    expect(code).toBe(0);
  }
  const { report } = checkContent(content, { ledger: false });
  expect(report).toBe('');
});

test.each(made)('what stands in %s as a comment is right, once the sign is taken off', async (path) => {
  const source = await readFile(join(content, path), 'utf8');
  const full = source.replaceAll(/^# (?=[a-z]+:|  )/gm, '');
  const document = compile(full, path);
  const { faults } = validate(document as never);
  expect(faults).toEqual([]);
  expect(Object.keys(document.data).length).toBeGreaterThan(Object.keys(compile(source, path).data).length);
});

test('the file of an essay explains each of its keys', async () => {
  const source = await readFile(join(content, 'essays/1984-a-test-and-more.md'), 'utf8');
  expect(source.replace(/^published: .*$/m, 'published: (today)')).toBe(`---
# What the essay claims.
title: "1984: a “test” # and more"
# One sentence for lists, search results and link previews.
description: "What it says: <b>"
# Who wrote it.
author: A. Reader
# The day of publication, as 2026-11-22.
published: (today)
# The day of the last change that a reader would notice.
# updated: 2026-12-01
# Works whose plots it gives away, by the names of their folders.
# spoilers: [frankenstein]
# Open questions for a class; a good answer quotes. Markdown, with links to passages.
# questions:
#   - What does the last line change?
# Whom it is for: GCSE, A level, first year.
# level: A level
# A picture above the essay.
# illustration:
#   src: ./picture.svg
#   alt: What the picture shows.
#   credit: Your Name
#   licence: CC BY 4.0
# A draft is seen with \`npm run dev\` and left out of the site.
draft: true
---

Begin with something seen on the page. Then say what it shows, and prove it by words that are quoted and linked.
`);
});

describe('where somebody answers', () => {
  test('it asks for what was not said, and again where the answer will not do', async () => {
    const { ask, asked } = answering('trem', 'term', 'Simile', 'figure', 'device', 'A likeness, with a like.', '');
    const { code, out, err } = await run([], ask);
    expect({ code, path: out.split('\n')[0] }).toEqual({ code: 0, path: 'content/terms/simile.md' });
    expect(asked).toEqual([
      'What is it (work, excerpt, essay, theme, term, list): ',
      'What is it (work, excerpt, essay, theme, term, list): ',
      'Term: ',
      'Kind (device, form, lens): ',
      'Kind (device, form, lens): ',
      'Definition, in one sentence: ',
      'Name of the file [simile]: ',
    ]);
    expect(err).toBe(
      'What is it: `trem` will not do; expected one of work, excerpt, essay, theme, term, list.\nKind: `figure` will not do; expected one of device, form, lens.\n',
    );
  });

  test('what is offered is taken with Enter, and what may be left out is left out', async () => {
    const { ask } = answering('The Lamp', 'Ann B. Other', '', '', '', '1818', 'poems', 'public-domain', '', '');
    await run(['work'], ask);
    const { data } = compile(await readFile(join(content, 'works/the-lamp/work.md'), 'utf8'), 'works/the-lamp/work.md');
    expect(data).toEqual({
      title: 'The Lamp',
      author: { name: 'Ann B. Other', sort: 'Other, Ann B.' },
      year: 1818,
      form: 'poems',
      rights: { status: 'public-domain' },
    });
  });
});

test.each([
  [
    'too little',
    ['essay', '--title', 'A'],
    'A new essay needs --description, --author; in a terminal they are asked for.\n',
  ],
  [
    'an answer that will not do',
    ['theme', '--title', 'A', '--question', ' ', '--summary', 'B'],
    'The question that it asks: this has to be said.\n',
  ],
  [
    'a year in words',
    ['work', '--title', 'A', '--author', 'B', '--year', 'then', '--form', 'novel', '--rights', 'public-domain'],
    'Year it was first published or performed: `then` will not do; expected a whole number.\n',
  ],
  [
    'a date that is none',
    ['essay', '--title', 'A', '--description', 'B', '--author', 'C', '--published', '22 November'],
    'Day of publication: `22 November` will not do; expected a date, such as 2026-11-22.\n',
  ],
  [
    'a file that is there',
    ['theme', '--title', 'Waiting', '--question', 'Why?', '--summary', 'B'],
    'content/themes/waiting.md is there already; `--slug` takes another name.\n',
  ],
  [
    'a title that gives no name',
    ['theme', '--title', '“…”', '--question', 'Why?', '--summary', 'B'],
    '`` is no name for a file; give one with `--slug`: lower-case letters, digits and hyphens.\n',
  ],
  [
    'a work that is not there',
    ['excerpt', '--work', 'x', '--title', 'A', '--locator', '1.1', '--form', 'drama'],
    /^Work: `x` will not do; expected one of the-/,
  ],
  [
    'an option that is not known',
    ['essay', '--titel', 'A'],
    "Unknown option '--titel'. `npm run new -- --help` says what there is.\n",
  ],
])('%s is a sentence, and nothing is written', async (_, args, message) => {
  const before = await readdir(content, { recursive: true });
  const { code, err } = await run(args);
  expect({ code, err }).toEqual({
    code: 1,
    err: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
  });
  expect(await readdir(content, { recursive: true })).toEqual(before);
});

test.each([
  ['chapter 5', { chapter: 5 }],
  ['Book II, chapter one', { book: 2, chapter: 1 }],
  ['Act V, scene 1', { act: 5, scene: 1 }],
  ['5.1', { act: 5, scene: 1 }],
  ['Ode to a Nightingale', { title: 'Ode to a Nightingale' }],
  ['Canto 3: The Wood', { canto: 3, title: 'The Wood' }],
  ['Part of Me', { title: 'Part of Me' }],
])('“%s” says where an excerpt stands', (text, locator) => {
  expect(readLocator(text)).toEqual(locator);
});
