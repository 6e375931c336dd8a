import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

import { quoteCommand } from '../../../src/commands/quote-command.ts';
import { codes, libraryOf, shelf } from '../library/sources.ts';

const text = (front: string, body: string) => `---\n${front}\n---\n\n${body}`;
const added = {
  'works/book/chapter-3.md': text(
    'title: The third\nlocator: { chapter: 3 }\nform: prose',
    `She stood *all alone* [on the sands] at the half-drowned gate. “Who goes there?” cried Dr. Moss; and nobody answered him.

Nobody, she thought, had answered anybody for years.

To be, or not to be: it was for them to say.

“Nothing. We are solitary here! I am sure of it,” she said.
`,
  ),
  'works/songs/work.md': text(
    "title: Songs\nauthor: { name: Bea Bard, sort: 'Bard, Bea' }\nyear: 1850\nform: poems\nrights: { status: public-domain }",
    'An introduction.\n',
  ),
  'works/songs/bells.md': text(
    'title: Bells\nlocator: { title: Bells }\nform: verse',
    `The bells had rung the morning in,\\
  and rung the evening out,

* when I came home across the hill\\
to hear the children shout.
`,
  ),
};
let content: string;

/** What the command prints of some words, and its exit code. */
function quote(...args: string[]): { code: number; out: string; err: string } {
  const said = { out: '', err: '' };
  const say = (stream: 'out' | 'err') => (line: string) => void (said[stream] += `${line}\n`);
  const code = quoteCommand(args, { content, here: '.', log: say('out'), error: say('err') });
  return { code, ...said };
}

beforeAll(async () => {
  content = join(await mkdtemp(join(tmpdir(), 'quote-')), 'content');
  for (const [path, source] of Object.entries({ ...shelf, ...added })) {
    await mkdir(dirname(join(content, path)), { recursive: true });
    await writeFile(join(content, path), source);
  }
});

const gate = `> She stood all alone \\[on the sands] at the half-drowned gate.
>
> — [*Book*, ch. 3](../works/book/chapter-3.md#p1)
`;

test.each([
  [
    'words to the letter',
    'at the half-drowned gate',
    `${gate}\n[“at the half-drowned gate”](../works/book/chapter-3.md#p1)\n`,
  ],
  ['words in curly quotation marks', '“all alone”', `${gate}\n[“all alone”](../works/book/chapter-3.md#p1)\n`],
  ['words in straight ones', "'all alone'", `${gate}\n[“all alone”](../works/book/chapter-3.md#p1)\n`],
  [
    'one word misremembered',
    'by the half-drowned gates',
    `${gate}\n[“half-drowned gate”](../works/book/chapter-3.md#p1)\n`,
  ],
  [
    'words in another form and order',
    'gate by the sand, standing alone',
    `${gate}\n[“alone \\[on the sands\\] at the half-drowned gate”](../works/book/chapter-3.md#p1)\n`,
  ],
  [
    'words that hold a question in marks of its own, its sentence whole',
    'who goes there cries',
    `> “Who goes there?” cried Dr. Moss; and nobody answered him.
>
> — [*Book*, ch. 3](../works/book/chapter-3.md#p1)

[“cried”](../works/book/chapter-3.md#p1)
`,
  ],
  [
    'words that run on into the next paragraph',
    'nobody answered him. Nobody',
    `> “Who goes there?” cried Dr. Moss; and nobody answered him.
>
> Nobody, she thought, had answered anybody for years.
>
> — [*Book*, ch. 3](../works/book/chapter-3.md#p1)

[“nobody answered him. / Nobody”](../works/book/chapter-3.md#p1)
`,
  ],
  [
    'words at the end of a longer speech, with the whole of it',
    'sure',
    `> “Nothing. We are solitary here! I am sure of it,” she said.
>
> — [*Book*, ch. 3](../works/book/chapter-3.md#p4)

[“sure”](../works/book/chapter-3.md#p4)
`,
  ],
  [
    'words that stand everywhere, where they are close together',
    'not to be or to be',
    `> To be, or not to be: it was for them to say.
>
> — [*Book*, ch. 3](../works/book/chapter-3.md#p3)

[“or not to be”](../works/book/chapter-3.md#p3)
`,
  ],
  [
    'words over the break of a line, whose lines are whole',
    'morning rings evening',
    `> The bells had rung the morning in,\\
> and rung the evening out,
>
> — [Bard, “Bells”](../works/songs/bells.md#l1)

[“morning in, / and rung the evening”](../works/songs/bells.md#l1)
`,
  ],
  [
    'words over the break of a stanza, that begin as a list would',
    'evening out, * when I came',
    `> and rung the evening out,
>
> \\* when I came home across the hill
>
> — [Bard, “Bells”](../works/songs/bells.md#l2)

[“evening out, / \\* when I came”](../works/songs/bells.md#l2)
`,
  ],
])('%s are found, and what is printed passes the checks', (_, words, printed) => {
  expect(quote(words)).toEqual({ code: 0, out: printed, err: '' });
  const library = libraryOf({
    ...added,
    'essays/mine.md': shelf['essays/grey.md']!.replace(/\n\n[^]*$/, `\n\nAs here:\n\n${printed}`),
  });
  expect(codes(library)).toEqual([]);
  const mine = library.quotations.filter(({ page }) => page.path === 'essays/mine.md');
  expect(mine.map(({ proved, quotation }) => [proved, quotation.kind])).toEqual([
    [true, 'block'],
    [true, 'inline'],
  ]);
});

test('where several passages have the words, so many are shown as were asked for', () => {
  const links = (...args: string[]) => quote(...args).out.match(/^\[.*\]\((.*)\)$/gm);
  expect(links('the')).toEqual([
    '[“the”](../works/songs/bells.md#l1)',
    '[“the”](../works/songs/bells.md#l2)',
    '[“the”](../works/songs/bells.md#l3)',
    '[“the”](../works/songs/bells.md#l4)',
    '[“the”](../works/book/chapter-3.md#p1)',
  ]);
  expect(links('the', '--most', '1')).toEqual(['[“the”](../works/songs/bells.md#l1)']);
});

test('links go out from the file that will quote', () => {
  const linkIn = (file: string) => quote('sea', 'was', 'grey', '--in', file).out.match(/\((.*)\)\n$/)?.[1];
  expect(linkIn('content/works/songs/bells.md')).toBe('../book/chapter-2.md#p3');
  expect(linkIn('content\\works\\book\\chapter-1.md')).toBe('chapter-2.md#p3');
});

test.each([
  [
    'words that no passage has',
    ['zebra crossing'],
    /^No passage of the library has these words\. 4 excerpts were looked through; try fewer words, or rarer ones\.\n$/,
  ],
  ['no words', ['  '], /^Finds a passage/],
  ['marks alone', ['“…”'], /^No passage/],
  ['no number', ['sea', '--most', 'all'], /^Finds a passage/],
  ['an option that is not known', ['sea', '--form', 'prose'], /^Finds a passage/],
])('%s: it says so', (_, args, message) => {
  const { code, out, err } = quote(...args);
  expect({ code, out, err }).toEqual({ code: 1, out: '', err: expect.stringMatching(message) as string });
});
