import { expect, it } from 'vitest';
import { kindredOf } from '../../../src/text/kindred-words.ts';

it('a word calls up those that a reader may remember in its stead, in any of its forms', () => {
  expect(kindredOf('paintings')).toEqual(['pictur', 'portrait', 'canva']);
});

it('a word without kin calls up none', () => {
  expect(kindredOf('umbrella')).toEqual([]);
});
