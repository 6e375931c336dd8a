import { describe, expect, it } from 'vitest';
import { foldWord, mostWords, parseQuery } from '../../../src/text/query.ts';

const read = (text: string) => {
  const { words, phrases } = parseQuery(text);
  return { words: words.map(({ folded, weight }) => `${folded} ${weight}`), phrases };
};

describe('a query', () => {
  it('weighs words that tell, words that stand everywhere and words about the search', () => {
    expect(read('the bit where she dances with a pillow')).toEqual({
      words: ['the 0.1', 'bit 0.2', 'where 0.1', 'she 0.1', 'dances 1', 'with 0.1', 'a 0.1', 'pillow 1'],
      phrases: [],
    });
  });

  it('takes a word about the search for what is looked for where nothing else is', () => {
    expect(read('theme').words).toEqual(['theme 1']);
  });

  it('holds phrases together beside other words, in quotation marks of any kind', () => {
    expect(read('“damned spot” hands "light"')).toEqual({
      words: ['damned 1', 'spot 1', 'hands 1', 'light 1'],
      phrases: [
        [0, 2],
        [3, 4],
      ],
    });
  });

  it('takes a quotation mark without its partner for none', () => {
    expect(read('"damned spot')).toEqual({ words: ['damned 1', 'spot 1'], phrases: [] });
    expect(read('"damned" "spot').phrases).toEqual([[0, 1]]);
    expect(read('""')).toEqual({ words: [], phrases: [] });
  });

  it('parts words at dashes and joins them at hyphens', () => {
    expect(read('Beautiful!—Great to-morrow').words).toEqual(['beautiful 1', 'great 1', 'tomorrow 1']);
  });

  it('has no words where there are only marks, signs and pictures', () => {
    expect(read('?! … — “” <> & 🙂').words).toEqual([]);
  });

  it('keeps words of any script', () => {
    expect(read('שלום мир').words).toEqual(['שלום 1', 'мир 1']);
  });

  it('stops after so many words', () => {
    expect(parseQuery('word '.repeat(400)).words).toHaveLength(mostWords);
  });
});

describe('a folded word', () => {
  it.each([
    ['consumèd', 'consumed'],
    ['Æneas', 'aeneas'],
    ['Banquo’s', 'banquos'],
    ["couldn't", 'couldnt'],
    ['to‑morrow', 'tomorrow'],
    ['“Oh!', 'oh'],
  ])('has no more than what writing cannot change: %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });
});
