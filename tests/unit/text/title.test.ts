import { expect, test } from 'vitest';
import { markTitles } from '../../../src/text/title.ts';

test.each([
  ['a title that names no work', 'The wrong listener', ['Hamlet'], 'The wrong listener'],
  ['a title without works', 'A & B < C', [], 'A &amp; B &lt; C'],
  [
    'one work',
    'Why you should read Never Let Me Go',
    ['Never Let Me Go'],
    'Why you should read <cite>Never Let Me Go</cite>',
  ],
  ['each of two', 'Hamlet and Macbeth', ['Macbeth', 'Hamlet'], '<cite>Hamlet</cite> and <cite>Macbeth</cite>'],
  ['the longer of two names', 'On Emma Bovary', ['Emma', 'Emma Bovary'], 'On <cite>Emma Bovary</cite>'],
  ['whole words only', 'Shelley’s She', ['She'], 'Shelley’s <cite>She</cite>'],
  ['signs of patterns as text', 'What? (A Play)', ['(A Play)'], 'What? <cite>(A Play)</cite>'],
  ['markup as text', '<b>Emma</b>', ['Emma'], '&lt;b><cite>Emma</cite>&lt;/b>'],
])('marks %s', (_, title, works, expected) => {
  expect(markTitles(title, works)).toBe(expected);
});
