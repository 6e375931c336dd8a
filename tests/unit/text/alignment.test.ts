import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../../../src/text/alignment.ts';
import { traceOf } from '../../../src/text/fingerprint.ts';
import { similarity } from '../../../src/text/similarity.ts';

const one = 'It was on a dreary night of November, that I beheld the accomplishment of my toils.';
const two =
  'How can I describe my emotions at this catastrophe, or how delineate the wretch whom I had endeavoured to form?';
const three = 'The different accidents of life are not so changeable as the feelings of human nature.';
const other = 'Oh! no mortal could support the horror of that countenance, and a mummy could not be so hideous.';

const fates = (old: string[], current: string[]) => align(old.map(traceOf), current.map(traceOf));

describe('texts are followed', () => {
  test.each([
    ['when nothing changes', [one, two], [one, two], [{ kept: 0 }, { kept: 1 }]],
    ['past one that is new', [one, two], [one, other, two], [{ kept: 0 }, { kept: 2 }]],
    ['when they change places', [one, two, three], [three, one, two], [{ kept: 1 }, { kept: 2 }, { kept: 0 }]],
    ['when a word changes', [one, two], [one.replace('dreary', 'bleak'), two], [{ kept: 0 }, { kept: 1 }]],
    [
      'when they change and change places',
      [one, two],
      [two, one.replace('dreary', 'bleak')],
      [{ kept: 1 }, { kept: 0 }],
    ],
    ['when one grows', [one], [`${one} ${two}`], [{ kept: 0 }]],
    [
      'when a letter of a word that stands alone changes',
      [one, 'Signifing.'],
      [one, 'Signifying.'],
      [{ kept: 0 }, { kept: 1 }],
    ],
    [
      'into the larger of two parts',
      [three],
      ['The different accidents of', 'life are not so changeable as the feelings of human nature.'],
      [{ kept: 1 }],
    ],
    ['into the first of many parts', [`${one} ${two} ${three} ${other}`], [one, two, three, other], [{ kept: 0 }]],
    [
      'past others that are equal to them',
      ['Exit.', one, 'Exit.', two, 'Exit.'],
      [one, 'Exit.', two],
      [{ lost: true }, { kept: 0 }, { kept: 1 }, { kept: 2 }, { lost: true }],
    ],
  ])('%s', (_, old, current, expected) => {
    expect(fates(old, current)).toEqual(expected);
  });
});

describe('texts are lost', () => {
  test.each([
    ['when they are taken out', [one, two, three], [one, three], [{ kept: 0 }, { lost: true }, { kept: 1 }]],
    ['when all of them are', [one], [], [{ lost: true }]],
    [
      'when other words take their place',
      [one, two, three],
      [one, other, three],
      [{ kept: 0 }, { lost: true, instead: 1 }, { kept: 2 }],
    ],
    ['into another that takes them in', [one, two], [`${one} ${two}`], [{ merged: 0 }, { kept: 0 }]],
  ])('%s', (_, old, current, expected) => {
    expect(fates(old, current)).toEqual(expected);
  });
});

const vocabulary =
  'the of and to in night life horror dream maker creature eye hand word child ice fire love sea'.split(' ');
const sentence = fc
  .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 14 })
  .map((found) => found.join(' '));
const texts = fc.array(sentence, { maxLength: 8 });

describe('whatever is done to texts', () => {
  test('none is taken for two, and none for one that it is not like', () => {
    fc.assert(
      fc.property(texts, texts, (old, more) => {
        const current = [...old.filter((_, index) => index % 3 > 0), ...more].reverse();
        const found = fates(old, current);
        expect(found).toHaveLength(old.length);
        const kept = found.flatMap((fate) => ('kept' in fate ? [fate.kept] : []));
        expect(new Set(kept).size).toBe(kept.length);
        for (const [index, fate] of found.entries()) {
          if (!('kept' in fate)) continue;
          const { alike, taken } = similarity(traceOf(old[index]!), traceOf(current[fate.kept]!));
          expect(alike >= 0.5 || taken >= 0.7).toBe(true);
        }
      }),
    );
  });

  test('what is still there to the letter is kept there', () => {
    fc.assert(
      fc.property(fc.uniqueArray(sentence, { maxLength: 8 }), fc.func(fc.boolean()), (old, stays) => {
        const current = old.filter((text) => stays(text)).reverse();
        for (const [index, fate] of fates(old, current).entries())
          if (current.includes(old[index]!)) expect(fate).toEqual({ kept: current.indexOf(old[index]!) });
      }),
    );
  });
});

test('a thousand lines that all change are followed in reasonable time', () => {
  const lines = Array.from(
    { length: 1_000 },
    (_, index) => `line ${index} of ${index * 7} and ${index * 13} in ${index * 31}`,
  );
  const started = performance.now();
  expect(
    fates(
      lines,
      lines.map((line) => `${line} too`),
    ),
  ).toEqual(lines.map((_, kept) => ({ kept })));
  expect(performance.now() - started).toBeLessThan(10_000);
});
