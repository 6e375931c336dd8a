import { expect, test } from 'vitest';
import { sentenceAt } from '../../../src/text/sentence.ts';

const around = (words: string, text: string) =>
  sentenceAt(text, text.indexOf(words), text.indexOf(words) + words.length);

test.each([
  ['the sentence around the words', 'second', 'A first. The second one. A third.', 'The second one.'],
  ['every sentence they touch', 'first. The second', 'A first. The second one. A third.', 'A first. The second one.'],
  [
    'a sentence with titles in it',
    'stopped',
    'He fell. Mr. Utterson and Dr. Jekyll stopped. Then',
    'Mr. Utterson and Dr. Jekyll stopped.',
  ],
  [
    'a sentence with a locator',
    'cries',
    'See it. In ch. 6 and on p. 4 she cries. Then',
    'In ch. 6 and on p. 4 she cries.',
  ],
  ['a sentence with initials', 'wrote', 'Ah. T. S. Eliot wrote. So', 'T. S. Eliot wrote.'],
  ['a sentence that ends in a word like an abbreviation', 'So', 'So I said no. He left me and I. You', 'So I said no.'],
  ['the speaker of a question', 'asked', 'No. “Am I an automaton?” she asked. He', '“Am I an automaton?” she asked.'],
  ['the closing mark with its sentence', 'free', 'So: “I am no bird. I am free.” He', 'I am free.”'],
  ['a paragraph that is one sentence', 'only', 'the only one', 'the only one'],
])('gives %s', (_, words, text, expected) => {
  expect(around(words, text)).toBe(expected);
});

test('gives the whole text when the range is outside it', () => {
  expect(sentenceAt('One. Two.', 40, 50)).toBe('Two.');
  expect(sentenceAt('', 0, 0)).toBe('');
});
