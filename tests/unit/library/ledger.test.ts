import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Entry, compareIds, readLedger, writeLedger } from '../../../src/library/ledger.ts';

const one: Entry = { address: '/works/a/b/', id: 'p1', fingerprint: 'aB-_9', opening: 'It was “night”' };
const two: Entry = { ...one, id: 'p2', withdrawn: 'The edition does not have it.' };
const page: Entry = { ...one, id: '' };

const faultsOf = (text: string | undefined) => readLedger(text).faults.map(({ code, line }) => `${line} ${code}`);

test('what is written is read again', () => {
  const { entries, lines, faults } = readLedger(writeLedger([two, one, page]));
  expect(entries).toEqual([page, one, two]);
  expect(lines).toEqual([2, 3, 4]);
  expect(faults).toEqual([]);
});

test('it has one line an anchor, sorted by page and as readers count', () => {
  const ids = ['fn-b', 'p10', 'l2', 'p6b', 'd1', 'fn-a', 'l15-2', 'p6', '', 'l15', 'p6a', 'l16'];
  const lines = writeLedger([...ids.map((id) => ({ ...one, id })), { ...one, address: '/essays/z/' }]).split('\n');
  expect(lines).toHaveLength(ids.length + 4);
  expect(lines.slice(2, -2).map((line) => /"id":"(.*?)"/.exec(line)?.[1])).toEqual([
    '',
    'p6',
    'p6a',
    'p6b',
    'p10',
    'l2',
    'l15',
    'l15-2',
    'l16',
    'd1',
    'fn-a',
    'fn-b',
  ]);
});

describe('a ledger in disorder is a fault', () => {
  const sound = writeLedger([page, one, two]);
  const lines = sound.split('\n');
  test.each([
    ['that is missing', undefined, ['1 ledger-missing']],
    ['that is empty', '', ['1 ledger-malformed']],
    ['that breaks off within a line', sound.slice(0, -40), ['4 ledger-malformed']],
    ['that breaks off between lines', lines.slice(0, 3).join('\n'), ['3 ledger-malformed']],
    ['with marks of a merge conflict', lines.toSpliced(2, 0, '<<<<<<< HEAD').join('\n'), ['3 ledger-malformed']],
    ['that is no list', '{"entries": []}', ['1 ledger-malformed']],
    ['with an entry that lacks a key', sound.replace(',"opening":"It was “night”"', ''), ['2 ledger-malformed']],
    ['with an entry that has another key', sound.replace('"id"', '"x":1,"id"'), ['2 ledger-malformed']],
    [
      'with an entry that has two fates',
      sound.replace('"withdrawn"', '"moved":"/a/","withdrawn"'),
      ['4 ledger-malformed'],
    ],
    ['with an entry that is no object', '[\n1\n]', ['1 ledger-malformed']],
    ['with an id twice', lines.toSpliced(3, 0, lines[2]!).join('\n'), ['4 ledger-duplicate']],
  ])('%s', (_, text, expected) => {
    expect(faultsOf(text)).toEqual(expected);
  });

  test('and what can be read of it is', () => {
    expect(readLedger(lines.toSpliced(3, 0, lines[2]!).join('\n')).entries).toEqual([page, one, two]);
  });
});

test('the order of ids is one order', () => {
  const id = fc
    .tuple(
      fc.constantFrom('p', 'l', 'd', 'fn-'),
      fc.nat(30),
      fc.constantFrom('', 'a', 'b', 'aa'),
      fc.constantFrom('', '-2', '-3'),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(id, id, id, (a, b, c) => {
      expect(Math.sign(compareIds(a, b)) + Math.sign(compareIds(b, a))).toBe(0);
      expect(compareIds(a, b) === 0).toBe(a === b);
      if (compareIds(a, b) < 0 && compareIds(b, c) < 0) expect(compareIds(a, c)).toBeLessThan(0);
    }),
  );
});
