import { expect, test } from 'vitest';
import { type Entry, readLedger, writeLedger } from '../../../src/library/ledger.ts';
import { proofReport } from '../../../src/library/proof-report.ts';
import { libraryOf, shelf } from './sources.ts';

const address = '/works/book/chapter-2/';
const entries: Entry[] = [
  { address, id: '', fingerprint: 'ab', opening: 'The second' },
  { address, id: 'p3', fingerprint: 'abcdef', opening: 'The sea was grey that day.' },
  { address, id: 'p4', fingerprint: 'abcdefgh', opening: 'He had six words and', merged: `${address}#p3` },
  { address, id: 'fn-wet', fingerprint: 'a', opening: 'wet', withdrawn: 'It said nothing.' },
  { address: '/essays/grey/', id: '', fingerprint: 'a', opening: 'Grey' },
  { address: '/essays/old/', id: '', fingerprint: 'a', opening: 'Old', moved: '/essays/grey/' },
];
const ledger = { ...readLedger(writeLedger(entries)), strict: false };

test('a report counts proofs by edition, words by work, and what became of every anchor', () => {
  const library = libraryOf(
    {
      'works/book/work.md': shelf['works/book/work.md']!.replace('public-domain', 'in-copyright'),
      'themes/guilt.md': `${shelf['themes/guilt.md']!}\n“No more than four words”[^a] and [“grey that day”](../works/book/chapter-2.md#p3).\n\n[^a]: A letter.\n`,
    },
    { base: '/gloss/', ledger },
  );
  const { editions, unproved, inCopyright, ...rest } = proofReport(library);
  expect(editions.map(({ work, ...counts }) => [work.slug, counts])).toEqual([['book', { quotations: 2 }]]);
  expect(unproved.map(({ at, quotation }) => [at, quotation.text])).toEqual([
    ['/gloss/themes/guilt/#q2', 'No more than four words'],
  ]);
  expect(inCopyright.map(({ slug, quoted: { words, longest } }) => [slug, words, longest])).toEqual([['book', 12, 6]]);
  const none = { moved: 0, merged: 0, withdrawn: 0 };
  expect(rest).toEqual({
    anchors: [
      { kind: 'Pages', published: 3, kept: 2, ...none, moved: 1 },
      { kind: 'Paragraphs', published: 2, kept: 1, ...none, merged: 1 },
      { kind: 'Notes', published: 1, kept: 0, ...none, withdrawn: 1 },
    ],
    retired: [
      {
        at: `/gloss${address}#p4`,
        id: 'p4',
        opening: 'He had six words and …',
        fate: 'merged',
        url: `/gloss${address}#p3`,
        after: 0,
      },
      {
        at: `/gloss${address}#fn-wet`,
        id: 'fn-wet',
        opening: 'wet',
        fate: 'withdrawn',
        reason: 'It said nothing.',
        after: 2,
      },
      { at: '/gloss/essays/old/', id: '', opening: 'Old', fate: 'moved', url: '/gloss/essays/grey/' },
    ],
  });
});

test('a library that quotes nothing has nothing to report', () => {
  const library = libraryOf({ 'essays/grey.md': undefined });
  expect(proofReport(library)).toEqual({ editions: [], unproved: [], inCopyright: [], anchors: [], retired: [] });
});
