import { expect, test } from 'vitest';
import type { Checked } from '../../../src/library/check.ts';
import { type Entry, readLedger, writeLedger } from '../../../src/library/ledger.ts';
import { checkData, shelfSummary, summaryOf, unprovedReport } from '../../../src/library/summary.ts';
import { traceOf } from '../../../src/text/fingerprint.ts';
import { libraryOf, shelf } from './sources.ts';

const chapter = shelf['works/book/chapter-2.md']!;
const address = '/works/book/chapter-2/';
const entries: Entry[] = [
  { address, id: 'p3', ...traceOf('The sea was grey that day.') },
  { address, id: 'p4', ...traceOf('Gone.'), withdrawn: 'A slip.' },
];

function checked(changes: Record<string, string> = {}): Checked {
  const library = libraryOf(changes, {
    ledger: { ...readLedger(writeLedger(entries)), strict: false },
  });
  const faults = library.faults.filter(({ code }) => code.startsWith('quotation'));
  return { faults, report: '', library, ledger: readLedger(undefined), sources: new Map() };
}

const twice = chapter.replace('grey[^grey]', 'grey[^grey][^wet]').concat('\n[^wet]: **grey** Or it is only wet.\n');
const wrong = { 'essays/grey.md': shelf['essays/grey.md']!.replace('sea was grey', 'sea was blue') };
const trusted = {
  'themes/guilt.md': shelf['themes/guilt.md']!.replace('All are.', '“All of us\nare guilty”[^a].\n\n[^a]: A letter.'),
};

test('a line says what was found, and another what there is', () => {
  expect(summaryOf(checked())).toBe('6 documents, 1 quotation proved, 1 anchor kept, 0 faults');
  expect(summaryOf(checked(wrong))).toBe('6 documents, 0 quotations proved, 1 anchor kept, 1 fault');
  expect(shelfSummary(checked({ 'works/book/chapter-2.md': twice }).library)).toBe(
    '1 work, 2 excerpts, 3 notes, 1 lemma with competing readings, 1 essay, 1 theme, 1 term, 0 lists',
  );
});

test('what is taken on trust is listed with its place', () => {
  expect(unprovedReport(checked(trusted).library)).toBe(
    'content/themes/guilt.md:7:2 not proved: “All of us are guilty”',
  );
});

test('machines are told everything', () => {
  expect(checkData(checked({ ...wrong, ...trusted }), [])).toEqual({
    documents: 6,
    shelf: { works: 1, excerpts: 2, notes: 2, competing: 0, essays: 1, themes: 1, terms: 1, lists: 0 },
    quotations: {
      proved: 0,
      unproved: [{ file: 'content/themes/guilt.md', line: 7, column: 2, text: 'All of us are guilty' }],
    },
    anchors: {
      kept: 1,
      unrecorded: expect.arrayContaining(['/works/book/chapter-2/#p9']) as string[],
      retired: [{ address: '/works/book/chapter-2/#p4', fate: 'withdrawn', reason: 'A slip.', url: undefined }],
    },
    quoted: [],
    faults: [expect.objectContaining({ code: 'quotation-mismatch', line: 10, mend: expect.any(String) as string })],
    advice: [],
  });
});
