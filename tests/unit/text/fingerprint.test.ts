import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint, traceOf } from '../../../src/text/fingerprint.ts';
import { countWords } from '../../../src/text/words.ts';

const text = 'It was on a dreary night of November, that I beheld the accomplishment of my toils.';

test('a fingerprint has a character for each word, and stays what it was', () => {
  expect(fingerprint(text)).toHaveLength(countWords(text));
  expect(fingerprint(text)).toBe('gT7yiBkHSjz2DkDe');
});

test('a fingerprint has as many characters as there are words, whatever the text', () => {
  const text = fc
    .array(fc.constantFrom(..."ab é1.,-’'…—\u00ad\u2060\n“"), { maxLength: 40 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (given) => {
      expect(fingerprint(given)).toHaveLength(countWords(given));
    }),
  );
});

test('a fingerprint is deaf to typography, punctuation and case', () => {
  expect(fingerprint('“Life’s\u2060—but a\u00a0walking shadow…”')).toBe(fingerprint("life's -- But a walking\nshadow"));
});

test('a word that changes changes one character', () => {
  const [one, other] = [fingerprint(text), fingerprint(text.replace('dreary', 'bleak'))];
  expect([...one].filter((character, index) => character !== other[index])).toHaveLength(1);
});

test.each([
  ['the first six words', text, 'It was on a dreary night'],
  ['the marks between them', '“Well!” she—“said; no, never more again.', '“Well!” she—“said; no, never more'],
  ['all of a short text', '  Signifying\u00a0nothing. ', 'Signifying nothing.'],
  ['no soft hyphens and line feeds', 'dis\u00admal\ntreatise', 'dismal treatise'],
])('the opening has %s', (_, given, opening) => {
  expect(traceOf(given).opening).toBe(opening);
});
