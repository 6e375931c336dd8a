import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, folded } from '../../../src/text/fold.ts';

describe('folded', () => {
  test.each([
    ['quotation marks and apostrophes', '“Don’t,” said ‘she’ or «it\'s» "x"', "'Don't,' said 'she' or 'it's''x'"],
    ['a hair space between nested marks', '“\u200a‘Go,’\u200a” he', "''Go,'' he"],
    ['a no-break space between nested marks', '“\u00a0‘Go’\u00a0”', "''Go''"],
    ['dashes with the spaces around them', 'a — b – c--d --- e\u2060—\u2060f ⸺ g', 'a—b—c—d—e—f—g'],
    ['a dash at the end of a line', 'Stop—\nnow', 'Stop—now'],
    ['hyphens, which are not dashes', 'half-way half‑way half - way', 'half-way half-way half - way'],
    ['ellipses', 'Well… I, well ... I, well . . . I', 'Well...I, well...I, well...I'],
    ['an ellipsis after a full stop', 'Gone.… Gone. . . . Gone.\u200a… Gone....', 'Gone....Gone....Gone....Gone....'],
    ['no-break, narrow and zero-width spaces', 'a\u00a0b\u202fc\u200bd\u2060e\ufefff', 'a b cdef'],
    ['soft hyphens', 'ac\u00adcom\u00adplish', 'accomplish'],
    ['composition', 'cafe\u0301', 'café'],
    ['lines of verse', 'one day,\ntwo days / three // four', 'one day, two days three four'],
    ['runs of spaces and the ends', '  a \t b\n', 'a b'],
  ])('folds %s', (_, text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  test.each([
    ['case', 'The', 'the'],
    ['spelling', 'colour', 'color'],
    ['a comma', 'a, b', 'a b'],
    ['a hyphen', 'to-morrow', 'tomorrow'],
    ['a space', 'any one', 'anyone'],
    ['a slash inside a word', 'and/or', 'and or'],
  ])('keeps %s', (_, one, other) => {
    expect(folded(one)).not.toBe(folded(other));
  });

  test('is linear in long runs of what it folds', () => {
    const started = performance.now();
    for (const run of [' ', '-', '.', '"', '. ', '" ', '\u200b', '— ', '/ ', 'e\u0301']) folded(run.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

const typeset = fc
  .array(fc.constantFrom(...'ab .…—-/“”‘\'"\n\u00a0\u200a\u2060\u00ad\u0301éå가', '\u1100\u1161', '...', '--'), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

describe('fold', () => {
  test('gives the text that folded gives, and an offset for each of its characters', () => {
    fc.assert(
      fc.property(typeset, (text) => {
        const { text: result, starts, ends } = fold(text);
        expect(result).toBe(folded(text));
        expect([starts.length, ends.length]).toEqual([result.length, result.length]);
      }),
    );
  });

  test('folds the original between two offsets to what stands between them', () => {
    const text = 'Beautiful!—Great God\u2060…  “\u200a‘Cafe\u0301,’\u200a” he\u00a0said';
    const { text: result, starts, ends } = fold(text);
    expect(result).toBe("Beautiful!—Great God...''Café,'' he said");
    for (const part of ['Beautiful!', 'Great', 'God...', 'Café,', 'he said']) {
      const at = result.indexOf(part);
      expect(folded(text.slice(starts[at], ends[at + part.length - 1]))).toBe(part);
    }
    const beautiful = result.indexOf('!');
    expect([starts[beautiful], ends[beautiful]]).toEqual([9, 10]);
  });

  test('keeps offsets in order and inside the original', () => {
    fc.assert(
      fc.property(typeset, (text) => {
        const { starts, ends } = fold(text);
        for (let index = 0; index < starts.length; index++) {
          expect(starts[index]).toBeLessThanOrEqual(ends[index]!);
          expect(ends[index]).toBeLessThanOrEqual(text.length);
          if (index > 0) expect(starts[index]).toBeGreaterThanOrEqual(starts[index - 1]!);
        }
      }),
    );
  });

  test('folds nothing further the second time', () => {
    fc.assert(
      fc.property(typeset, (text) => {
        expect(folded(folded(text))).toBe(folded(text));
      }),
    );
  });
});
