import { expect, test } from 'vitest';
import { abbreviate, findLemma } from '../../../src/text/lemma.ts';

/** `|` stands where the reference is. */
const glossed = (lemma: string, marked: string) => {
  const text = marked.replace('|', '');
  const range = findLemma(lemma, text, marked.indexOf('|'));
  return range && text.slice(range.start, range.end);
};
const startOf = (lemma: string, marked: string) =>
  findLemma(lemma, marked.replace('|', ''), marked.indexOf('|'))?.start;

test.each([
  ['the words before the reference', 'dreary night', 'It was on a dreary night| of November.', 'dreary night'],
  ['across closing punctuation', 'dreary night', 'a “dreary night!”| it was', 'dreary night'],
  [
    'with punctuation that stands after the reference',
    'signifying nothing.',
    'signifying nothing|.',
    'signifying nothing.',
  ],
  ['through typography', 'the wind\'s --- "howl"', 'heard the wind’s\u2060—“howl”| there', 'the wind’s\u2060—“howl”'],
  ['across a line break of verse', 'day To the last', 'from day to day\nTo the last| syllable', 'day\nTo the last'],
  ['an ellipsis of the text itself', 'go… now', 'first go and then now. I go… now|', 'go… now'],
  [
    'a long stretch by its ends',
    'he was ugly … a thing',
    'he was ugly then; it became a thing| such as',
    'he was ugly then; it became a thing',
  ],
  [
    'a stretch with more than one ellipsis',
    'one … three … five',
    'one two three four five|',
    'one two three four five',
  ],
  ['a lemma that is the whole text', 'Nothing.', 'Nothing.|', 'Nothing.'],
])('finds %s', (_, lemma, text, expected) => {
  expect(glossed(lemma, text)).toBe(expected);
});

test('takes the occurrence nearest before the reference', () => {
  expect(startOf('the', 'the cat, the dog|, the bird')).toBe(9);
  expect(startOf('the … dog', 'the cat, the dog|, the bird')).toBe(9);
});

test.each([
  ['words that stand only after the reference', 'the bird', 'the cat|, the bird'],
  ['a part of a word', 'art', 'the heart| beats'],
  ['other case', 'The Heart', 'the heart| beats'],
  ['the ends of a stretch in the wrong order', 'beats … heart', 'the heart beats|'],
  ['an empty lemma', '', 'the heart| beats'],
  ['an ellipsis alone', '…', 'the heart| beats'],
])('does not find %s', (_, lemma, text) => {
  expect(glossed(lemma, text)).toBeUndefined();
});

test('prints a long lemma by its first and last words', () => {
  expect(abbreviate('one two three four five six seven eight nine')).toBe(
    'one two three four five six seven eight nine',
  );
  expect(abbreviate('one two three four five six seven eight nine ten')).toBe('one two three … eight nine ten');
});
