import { expect, test } from 'vitest';
import { educate } from '../../../src/text/typography.ts';

test.each([
  ['quotation marks', 'He said "go" and \'stay\'.', 'He said “go” and ‘stay’.'],
  ['apostrophes', "don't o'clock boys' Life's", 'don’t o’clock boys’ Life’s'],
  ['elided words', "'Tis 'twas rock 'n' roll, give 'em", '’Tis ’twas rock ’n’ roll, give ’em'],
  ['decades', "the '90s and '84", 'the ’90s and ’84'],
  [
    'nested quotation marks',
    '"\'Go,\' he said," she said. "He said \'go\'"',
    '“‘Go,’ he said,” she said. “He said ‘go’”',
  ],
  ['a quotation after a dash', 'Stop--"now" he said. "Wait--" "So---"', 'Stop—“now” he said. “Wait—” “So—”'],
  ['a quotation in brackets', '("go") ["stay"]', '(“go”) [“stay”]'],
  ['an elision inside a quotation', '"\'tis true"', '“’tis true”'],
  ['dashes', 'a---b a--b 1914--18 half-way', 'a—b a—b 1914–18 half-way'],
  ['ellipses', 'Well... "...so" "Well..."', 'Well… “…so” “Well…”'],
  ['what is set already', '“Don’t”—‘go’…', '“Don’t”—‘go’…'],
])('sets %s', (_, text, expected) => {
  expect(educate(text)).toBe(expected);
});

test('sees what stands before and after the run', () => {
  expect(educate('"', { before: 'd' })).toBe('”');
  expect(educate('"', { before: ' ', after: 'w' })).toBe('“');
  expect(educate("'s", { before: 'n' })).toBe('’s');
  expect(educate('"', { before: '—', after: 'w' })).toBe('“');
});
