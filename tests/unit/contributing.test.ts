import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

import manifest from '../../package.json' with { type: 'json' };
import { withFaultTable } from '../../src/commands/fault-table.ts';
import { faultCodes } from '../../src/markdown/fault.ts';
import { codes, libraryOf, shelf } from './library/sources.ts';

const root = resolve(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

test('the guide says of every fault what it is and what to do, as the checks do; `npm run faults` writes it', () => {
  const written = withFaultTable(guide, join(root, 'tests/cases'));
  expect(guide).toBe(written);
  const codes = [...written.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, code]) => code);
  expect(codes).toEqual(Object.keys(faultCodes));
});

test('every script that the guide names is there', () => {
  const named = [...guide.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name);
  const unknown = named.filter((name) => !(name in manifest.scripts));
  expect(named.length).toBeGreaterThan(10);
  expect(unknown).toEqual([]);
});

test('the note and the quotations that it shows pass the checks, and find each other', () => {
  const [text = '', note = '', essay = ''] = [...guide.matchAll(/```markdown\n(.*?)```/gs)].map(([, block]) => block);
  const library = libraryOf({
    'works/dracula/work.md': shelf['works/book/work.md']!,
    'works/dracula/chapter-2.md': `---\ntitle: A\nlocator: { chapter: 2 }\nform: prose\nfirst: 7\n---\n\n${text}\n${note}`,
    'terms/gothic.md': shelf['terms/metaphor.md']!,
    'themes/complicity.md': shelf['themes/guilt.md']!,
    'essays/the-courteous-door.md': shelf['essays/grey.md']!.replace(/\n\n[^]*$/, `\n\n${essay}`),
  });
  expect(codes(library)).toEqual([]);
  const excerpt = library.excerpts.find(({ path }) => path === 'works/dracula/chapter-2.md')!;
  expect(excerpt.notes.map(({ url, themes, terms }) => [url, themes[0]?.slug, terms[0]?.slug])).toEqual([
    ['/works/dracula/chapter-2/#fn-freely', 'complicity', 'gothic'],
  ]);
  expect(excerpt.quotedIn.map(({ text, anchors }) => [text, anchors])).toEqual([
    ['“Welcome to my house! Enter freely and of your own will!”', ['p7']],
    ['of your own will', ['p7']],
  ]);
});
