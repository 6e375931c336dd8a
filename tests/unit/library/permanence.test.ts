import { describe, expect, test } from 'vitest';
import { type Entry, nameOf, readLedger, writeLedger } from '../../../src/library/ledger.ts';
import type { Library } from '../../../src/library/library.ts';
import { type Retirement, retire } from '../../../src/library/retire.ts';
import { codes, libraryOf, shelf } from './sources.ts';

const ledgerOf = (entries: Entry[]) => ({ ...readLedger(writeLedger(entries)), strict: true });
const empty = ledgerOf([]);
const libraryWith = (changes: Record<string, string | undefined>, entries: Entry[], base = '/') =>
  libraryOf(changes, { base, ledger: ledgerOf(entries) });
const recorded = (library: Library, before: Entry[] = []) => [...before, ...library.permanence!.unrecorded];
const published = ledgerOf(recorded(libraryOf({}, { ledger: empty }))).entries;

const chapter = shelf['works/book/chapter-2.md']!;
const second = '/works/book/chapter-2/';
const moves = (entries: Entry[]) =>
  entries
    .filter(({ moved, merged, withdrawn }) => moved ?? merged ?? withdrawn)
    .map((entry) => `${nameOf(entry)} → ${entry.moved ?? entry.merged ?? entry.withdrawn}`);

test('pages, blocks and notes are recorded, and essays’ paragraphs are not', () => {
  expect(published.map(nameOf).sort()).toEqual([
    '/essays/grey/',
    '/terms/metaphor/',
    '/themes/guilt/',
    '/works/book/',
    '/works/book/chapter-1/',
    '/works/book/chapter-1/#fn-night',
    '/works/book/chapter-1/#p1',
    '/works/book/chapter-2/',
    '/works/book/chapter-2/#fn-grey',
    '/works/book/chapter-2/#p3',
    '/works/book/chapter-2/#p9',
  ]);
});

test('what is recorded is kept', () => {
  const library = libraryWith({}, published);
  expect(codes(library)).toEqual([]);
  expect(library.permanence).toMatchObject({ kept: 11, unrecorded: [], retired: [] });
});

test('what is not recorded is no fault where it is not asked for', () => {
  const library = libraryOf({}, { ledger: { ...empty, strict: false } });
  expect(codes(library)).toEqual([]);
  expect(library.permanence!.pending).toHaveLength(6);
});

test('drafts are not published', () => {
  const draft = { 'essays/grey.md': shelf['essays/grey.md']!.replace('questions:', 'draft: true\nquestions:') };
  expect(recorded(libraryOf(draft, { drafts: true, ledger: empty })).map(nameOf)).not.toContain('/essays/grey/');
  expect(codes(libraryWith(draft, published))).toEqual(['permalinks.json:2:1 page-vanished']);
});

test('an anchor that was merged or withdrawn says so on its page', () => {
  const changes = {
    'works/book/chapter-2.md': chapter.replace('[…]\n\nHe went home.\n\n', '').replace('first: [3, 9]', 'first: 3'),
  };
  const gone = libraryWith(changes, published);
  expect(codes(gone)).toEqual([
    'essays/grey.md:7:9 link-missing-anchor',
    'works/book/chapter-2.md:8:1 anchor-vanished',
  ]);
  const entries = retire(published, { fate: 'withdrawn', from: `${second}#p9`, to: 'A slip.' }, gone);
  const [, excerpt] = libraryWith(changes, entries).excerpts;
  expect(excerpt!.retired).toEqual([
    { id: 'p9', opening: 'He went home.', fate: 'withdrawn', reason: 'A slip.', after: 0 },
  ]);
});

test('where words went is found through several moves, under the base', () => {
  const moved = published.map((entry) => {
    if (nameOf(entry) === '/works/book/chapter-1/#p1') return { ...entry, moved: `${second}#p9` };
    return nameOf(entry) === `${second}#p9` ? { ...entry, merged: `${second}#p3` } : entry;
  });
  const [first] = libraryWith({}, moved, '/gloss/').excerpts;
  expect(first!.retired).toEqual([
    { id: 'p1', opening: 'It was night.', fate: 'moved', url: `/gloss${second}#p3`, after: -1 },
  ]);
});

test('a trail that goes in a circle is a fault', () => {
  const circle = published.map((entry) => {
    if (nameOf(entry) === `${second}#p3`) return { ...entry, moved: `${second}#p9` };
    return nameOf(entry) === `${second}#p9` ? { ...entry, moved: `${second}#p3` } : entry;
  });
  const found = libraryWith({}, circle).faults.filter(({ code }) => code === 'ledger-target-missing');
  expect(found).toHaveLength(2);
});

describe('a page that moves', () => {
  const changes = {
    'works/book/chapter-2.md': undefined,
    'works/book/the-sea.md': chapter.replace('He went home.', 'She stayed.\n\nHe went home.'),
    'works/book/chapter-1.md': shelf['works/book/chapter-1.md']!.replace('chapter-2.md', 'the-sea.md'),
    'essays/grey.md': shelf['essays/grey.md']!.replaceAll('chapter-2.md', 'the-sea.md'),
  };
  const library = libraryWith(changes, published);
  const move: Retirement = { fate: 'moved', from: second, to: '/works/book/the-sea/' };
  const entries = retire(published, move, library);

  test('is a fault until that is said', () => {
    expect(codes(library)).toContain(
      `permalinks.json:${published.findIndex((entry) => nameOf(entry) === second) + 2}:1 page-vanished`,
    );
  });

  test('takes its anchors with it, under their ids', () => {
    expect(moves(entries)).toEqual([
      '/works/book/chapter-2/ → /works/book/the-sea/',
      '/works/book/chapter-2/#p3 → /works/book/the-sea/#p3',
      '/works/book/chapter-2/#p9 → /works/book/the-sea/#p9',
      '/works/book/chapter-2/#fn-grey → /works/book/the-sea/#fn-grey',
    ]);
    const after = libraryWith(changes, entries);
    expect(recorded(after).map(nameOf)).toEqual(['/works/book/the-sea/#p8a']);
    expect(after.permanence!.faults).toEqual([]);
  });

  test('leaves word at its old address', () => {
    expect(libraryWith(changes, entries, '/gloss/').permanence!.retired).toEqual([
      {
        url: '/gloss/works/book/chapter-2/',
        page: { id: '', opening: 'The second', fate: 'moved', url: '/gloss/works/book/the-sea/' },
        anchors: [
          { id: 'p3', opening: 'The sea was grey that day.', fate: 'moved', url: '/gloss/works/book/the-sea/#p3' },
          { id: 'p9', opening: 'He went home.', fate: 'moved', url: '/gloss/works/book/the-sea/#p9' },
          { id: 'fn-grey', opening: 'grey', fate: 'moved', url: '/gloss/works/book/the-sea/#fn-grey' },
        ],
      },
    ]);
  });

  test('and is withdrawn takes its anchors with it too', () => {
    const all = retire(published, { fate: 'withdrawn', from: second, to: 'No rights.' }, library);
    expect(moves(all)).toHaveLength(4);
  });
});

describe('an address is not retired', () => {
  const library = libraryWith({}, published);
  const gone = published.map((entry) =>
    nameOf(entry) === `${second}#p9` ? { ...entry, withdrawn: 'A slip.' } : entry,
  );
  test.each([
    ['that is not published', { fate: 'moved', from: `${second}#p4`, to: `${second}#p3` }, 'Unexpected address'],
    ['that was retired before', { fate: 'moved', from: `${second}#p9`, to: `${second}#p3` }, 'retired before'],
    ['to where nothing is', { fate: 'merged', from: `${second}#p3`, to: `${second}#p99` }, 'Unexpected target'],
    ['to itself', { fate: 'moved', from: `${second}#p3`, to: `${second}#p3` }, 'Unexpected target'],
    ['to what is retired', { fate: 'moved', from: `${second}#p3`, to: `${second}#p9` }, 'Unexpected target'],
    ['from a page to an anchor', { fate: 'moved', from: second, to: '/works/book/chapter-1/#p1' }, 'address of a page'],
    ['without a reason', { fate: 'withdrawn', from: `${second}#p3`, to: ' ' }, 'Expected the reason'],
  ] satisfies [string, Retirement, string][])('%s', (_, retirement, message) => {
    expect(() => retire(gone, retirement, library)).toThrow(message);
  });
});
