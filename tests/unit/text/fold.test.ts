import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, folded, unfold } from '../../../src/text/fold.ts';

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
    ['a line of verse that begins with a dash', 'love; / —then\n—on', 'love;—then—on'],
    ['a line of verse that ends with a dash or an ellipsis', 'love— / then… / on', 'love—then...on'],
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

const parts = [...'ab …—/“”‘\'"\n\u00a0\u200a\u2060\u00adéå가', '\u1100\u1161', '...', '--'];
const textOf = (parts: string[]) => fc.array(fc.constantFrom(...parts), { maxLength: 60 }).map((each) => each.join(''));
const settled = textOf(parts);
const typeset = textOf([...parts, '.', '-', '\u0301']);

describe('fold', () => {
  test('gives the text that folded gives', () => {
    fc.assert(
      fc.property(typeset, (text) => {
        expect(fold(text).text).toBe(folded(text));
      }),
    );
  });

  test('folds nothing further the second time', () => {
    fc.assert(
      // Marks, hyphens and full stops that only meet once what parts them is gone are beyond what anyone types.
      fc.property(settled, (text) => {
        expect(folded(folded(text))).toBe(folded(text));
      }),
    );
  });
});

describe('unfold', () => {
  const text = ' “Beautiful!”—Great God\u2060…  “\u200a‘Cafe\u0301,’\u200a” he\u00a0said ';
  const whole = fold(text);
  const original = (part: string) => {
    const at = whole.text.indexOf(part);
    const { start, end } = unfold(whole, at, at + part.length);
    return text.slice(start, end);
  };

  test.each([
    ['Beautiful!', 'Beautiful!'],
    ["Beautiful!'", 'Beautiful!”'],
    ['Great', 'Great'],
    ['God...', 'God\u2060…'],
    ['Café', 'Cafe\u0301'],
    ['he said', 'he\u00a0said'],
  ])('finds the original of %s', (part, expected) => {
    expect(original(part)).toBe(expected);
  });

  test('gives ranges of the original that fold to what they stand for', () => {
    fc.assert(
      fc.property(typeset, fc.nat(), fc.nat(), (given, one, other) => {
        const { text: result } = fold(given);
        const [start, end] = [one % (result.length + 1), other % (result.length + 1)].sort((a, b) => a - b);
        const insideEllipsis = (at: number) => result.slice(at - 1, at + 1) === '..';
        fc.pre(start! < end! && !insideEllipsis(start!) && !insideEllipsis(end!));
        const range = unfold(fold(given), start!, end!);
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(range.end).toBeLessThanOrEqual(given.length);
        expect(folded(given.slice(range.start, range.end))).toContain(result.slice(start, end).trim());
      }),
    );
  });
});
