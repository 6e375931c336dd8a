import { describe, expect, test } from 'vitest';
import { Occurrences } from '../../../src/text/occurrences.ts';
import { Passages, type Unit } from '../../../src/text/passages.ts';

const prose = (...texts: string[]): Unit[] => texts.map((text) => ({ text }));
const passages = new Passages([
  prose('It was on a dreary night of November.', 'How can I describe my emotions at this catastrophe?'),
  prose('I am no bird; and no net ensnares me.', 'It was on a dreary night.'),
  [
    { text: 'To-morrow, and to-morrow, and to-morrow,', speaker: 'Macbeth' },
    { text: 'Creeps in this petty pace from day to day' },
  ],
]);
const occurrences = new Occurrences(passages);

describe('a quotation is found', () => {
  test.each([
    ['where it stands', 'I am no bird', [2]],
    ['wherever it stands', 'on a dreary night', [0, 3]],
    ['where it starts', 'to-morrow, / Creeps in this', [4]],
    ['with an omission', 'no bird; and … net ensnares me', [2]],
    ['with its signs', '[i]t was [then] on a dreary night', [0, 3]],
    ['with the name of its speaker', 'Macbeth To-morrow, and', [4]],
    ['nowhere when a word is unknown', 'I am no ostrich', []],
    ['nowhere when the words stand apart', 'no bird net', []],
    ['nowhere when it is empty', '…', []],
  ])('%s', (_, quotation, units) => {
    expect(occurrences.find(quotation)).toEqual(units);
  });

  test('at no more places than are asked for', () => {
    expect(occurrences.find('on a dreary night', 1)).toEqual([0]);
  });
});

describe('the passage nearest to a quotation', () => {
  test.each([
    ['that has its rare words', 'my feelings at this catastrophe', 1, 'my emotions at this catastrophe'],
    ['that has its order', 'in that petty pace', 5, 'in this petty pace'],
    ['that begins like it', 'no bird, and not a net ensnares me', 2, 'no bird; and no net ensnares me.'],
  ])('is the one %s', (_, quotation, unit, words) => {
    const { stretch, likeness } = occurrences.nearest(quotation)!;
    expect(stretch.unit).toBe(unit);
    expect(passages.units[unit]!.text.slice(stretch.start, stretch.end)).toBe(words);
    expect(likeness).toBeGreaterThan(0.5);
  });

  test('is hardly like one that is made up', () => {
    expect(occurrences.nearest('no man can describe a day of wonder')!.likeness).toBeLessThan(0.5);
  });

  test('is none when no word is known', () => {
    expect(occurrences.nearest('ostriches everywhere')).toBeUndefined();
  });
});
