import { describe, expect, test } from 'vitest';
import { searchable, textFragment } from '../../../src/text/fragment.ts';

const block =
  'With an anxiety that almost amounted to agony, I collected the instruments of life around me, that I might infuse a spark of being into the lifeless thing.';
const page = searchable(`It was on a dreary night.\n${block}\nThe spark of life; the spark of being again.`);

const fragmentOf = (words: string, text = block, whole = page) =>
  textFragment(text, text.indexOf(words), text.indexOf(words) + words.length, whole);

describe('a text fragment', () => {
  test.each([
    ['is the words alone where they stand once', 'instruments of life', ':~:text=instruments%20of%20life'],
    ['takes a word before where that is enough', 'spark of being', ':~:text=a-,spark%20of%20being'],
    ['takes a word after where that is shorter', 'spark', ':~:text=a-,spark'],
    ['looks for it whatever the case', 'I', ':~:text=agony%2C-,I'],
    ['keeps the marks in the words', 'agony, I', ':~:text=agony%2C%20I'],
  ])('%s', (_, words, expected) => {
    expect(fragmentOf(words)).toBe(expected);
  });

  test('encodes what parts a directive', () => {
    const text = 'self-love & pride, (so) it’s';
    expect(fragmentOf(text, text, searchable(text))).toBe(
      ':~:text=self%2Dlove%20%26%20pride%2C%20%28so%29%20it%E2%80%99s',
    );
  });

  test('of long words gives both ends', () => {
    const long = Array.from({ length: 80 }, (_, index) => `word${index}`).join(' ');
    expect(fragmentOf(long, long, searchable(long))).toBe(':~:text=word0%20word1%20word2,word77%20word78%20word79');
  });

  test('of long words whose ends come again gives more of them', () => {
    const long = `so it was then ${'x '.repeat(150)}so it was here and the end of the day`;
    expect(fragmentOf(long, `${long} so it`, searchable(`${long} so it was`))).toBe(
      ':~:text=so%20it%20was%20then,end%20of%20the%20day',
    );
  });

  test('of lines of verse gives both ends', () => {
    const verse =
      'To hear a night-shriek; and my fell of hair\nWould at a dismal treatise rouse and stir\nAs life were in’t';
    expect(fragmentOf('my fell of hair\nWould at a dismal', verse, searchable(verse))).toBe(
      ':~:text=my%20fell%20of,at%20a%20dismal',
    );
  });

  test('of words that nothing tells apart is the words alone', () => {
    expect(fragmentOf('again', 'again', searchable('again again'))).toBe(':~:text=again');
  });

  test('of nothing is nothing', () => {
    expect(textFragment('some words', 4, 5)).toBe('');
  });
});
