import { expect, test } from 'vitest';
import { countWords, words } from '../../../src/text/words.ts';

test.each([
  ['dashes part words', 'Beautiful!—Great God – yes--no', ['Beautiful', 'Great', 'God', 'yes', 'no']],
  [
    'hyphens and apostrophes do not',
    "half-extinguished o’clock don't mother-in-law’s",
    ['half-extinguished', 'o’clock', "don't", 'mother-in-law’s'],
  ],
  ['quotation marks and brackets do not belong to words', '“‘Go,’ he” [said]', ['Go', 'he', 'said']],
  ['ellipses part words and count for none', 'Well…I … [omission]', ['Well', 'I', 'omission']],
  ['a number is one word', '1,818 or 3.5 in 1818. 2', ['1,818', 'or', '3.5', 'in', '1818', '2']],
  ['soft hyphens and word joiners are not seen', 'ac\u00adcom\u00adplish\u2060—\u2060done', ['accomplish', 'done']],
  ['decomposed letters stay in their word', 'cafe\u0301 con', ['cafe\u0301', 'con']],
  ['nothing has no words', ' — … ', []],
])('%s', (_, text, expected) => {
  expect(words(text)).toEqual(expected);
  expect(countWords(text)).toBe(expected.length);
});
