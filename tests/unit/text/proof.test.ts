import { describe, expect, test, vi } from 'vitest';
import { Passages, type Unit } from '../../../src/text/passages.ts';
import { prove } from '../../../src/text/proof.ts';

const frankenstein: Unit[] = [
  { text: 'It was on a dreary night of November, that I beheld the accomplishment of my toils.' },
  { text: 'How can I describe my emotions at this catastrophe? Beautiful!—Great God! His yellow skin …' },
  { text: '[…]' },
  { text: 'Oh! no mortal could support the horror of that countenance.' },
];
const macbeth: Unit[] = [
  { text: 'To hear a night-shriek; and my fell of hair', speaker: 'Macbeth' },
  { text: 'Would at a dismal treatise rouse and stir' },
  { text: 'The queen, my lord, is dead.', speaker: 'Seyton' },
  { text: 'She should have died hereafter;', speaker: 'Macbeth' },
];
const letter: Unit[] = [
  { text: 'Well … I think [sic] that she was. No. 4' },
  { text: '“\u200a‘Cafe\u0301,’\u200a” he\u00a0said\u2060—\u2060and left.' },
];
const passages = new Passages([frankenstein, macbeth, letter]);

/** The words proved, as the passages have them: a list for each part. */
function proved(quotation: string, unit: number) {
  const proof = prove(quotation, passages, unit);
  if (!proof.proved) return proof;
  return proof
    .parts()
    .map((part) => part.map(({ unit: at, start, end }) => `${at}: ${passages.units[at]!.text.slice(start, end)}`));
}

test('only the blocks that a quotation may stand in are read, and the next one where it goes on', () => {
  const library = new Passages([frankenstein, macbeth, letter]);
  const read = vi.spyOn(library, 'tokensOf');
  prove('dreary night of November', library, 0);
  prove('Would at a dismal treatise rouse and stir / The queen', library, 5);
  expect([...new Set(read.mock.calls.flat())]).toEqual([0, 5, 6]);
});

describe('a quotation is proved', () => {
  test.each([
    ['word for word', 'dreary night of November', 0, [['0: dreary night of November']]],
    ['when it is one word', 'toils', 0, [['0: toils']]],
    ['when it is the whole block', frankenstein[0]!.text, 0, [[`0: ${frankenstein[0]!.text}`]]],
    ['over the following blocks', 'my toils. How can I', 0, [['0: my toils.', '1: How can I']]],
    ['through typography', 'Beautiful! -- Great God!', 1, [['1: Beautiful!—Great God!']]],
    [
      'through fine typography',
      "'Café,'' he said — and",
      9,
      [['9: ‘Cafe\u0301,’\u200a” he\u00a0said\u2060—\u2060and']],
    ],
    [
      'in verse, with a stroke between lines',
      'fell of hair / Would at a dismal',
      4,
      [['4: fell of hair', '5: Would at a dismal']],
    ],
    ['in verse, with line breaks', 'fell of hair\nWould at a dismal', 4, [['4: fell of hair', '5: Would at a dismal']]],
    ['half of a compound', 'a night', 4, [['4: a night']]],
    ['without the names of speakers', 'is dead. She should', 6, [['6: is dead.', '7: She should']]],
    [
      'with the names of speakers',
      'Seyton The queen, my lord, is dead. Macbeth She',
      6,
      [['6: The queen, my lord, is dead.', '7: She']],
    ],
    ['with a colon after a name', 'Seyton: The queen', 6, [['6: The queen']]],
    ['with an omission', 'It was on … accomplishment of my', 0, [['0: It was on'], ['0: accomplishment of my']]],
    [
      'with an omission in brackets',
      'It was on […] accomplishment of my',
      0,
      [['0: It was on'], ['0: accomplishment of my']],
    ],
    [
      'with an omission after a full stop',
      'of my toils. … my emotions at',
      0,
      [['0: of my toils.'], ['1: my emotions at']],
    ],
    ['with omissions at its ends', '… dreary night …', 0, [['0: dreary night']]],
    [
      'across an omission of the excerpt that it marks',
      'at this catastrophe? … no mortal could',
      1,
      [['1: at this catastrophe?'], ['3: no mortal could']],
    ],
    ['with an ellipsis that is the text’s own', 'Well … I', 8, [['8: Well … I']]],
    [
      'with an ellipsis of the text and an omission',
      'Well… I think … that she was',
      8,
      [['8: Well … I think'], ['8: that she was']],
    ],
    ['with brackets that are the text’s own', 'I think [sic] that', 8, [['8: I think [sic] that']]],
    ['with an insertion', 'dreary [and very cold] night', 0, [['0: dreary night']]],
    ['with an insertion at its start', '[Victor:] I beheld', 0, [['0: I beheld']]],
    ['with an ending added in brackets', 'no mortal[s] could', 3, [['3: no mortal could']]],
    ['with a first letter made a capital', '[D]reary night', 0, [['0: dreary night']]],
    ['with a first letter made small', '[i]t was on', 0, [['0: It was on']]],
    ['with a one-letter word changed', 'on [A] dreary', 0, [['0: on a dreary']]],
    ['with a one-letter word inserted', 'my [I] toils', 0, [['0: my toils']]],
  ])('%s', (_, quotation, unit, expected) => {
    expect(proved(quotation, unit)).toEqual(expected);
  });
});

describe('a quotation is not proved', () => {
  const place = (unit: number, words: string, start = passages.units[unit]!.text.indexOf(words)) => ({
    unit,
    start,
    end: start + words.length,
  });

  test.each([
    [
      'when a letter differs',
      'dreary nigth of November',
      0,
      { at: 7, read: 'nigth', expected: 'night', place: place(0, 'night'), likeness: expect.closeTo(0.75) },
    ],
    [
      'when the first word differs',
      'Dreary night of November',
      0,
      { at: 0, read: 'Dreary', expected: 'dreary', place: place(0, 'dreary'), likeness: expect.closeTo(0.875) },
    ],
    [
      'when its only word differs',
      'toilz',
      0,
      { at: 0, read: 'toilz', expected: 'toils.', place: place(0, 'toils'), likeness: expect.closeTo(0.5) },
    ],
    [
      'when a word is left out',
      'dreary of November',
      0,
      { at: 7, read: 'of', expected: 'night', place: place(0, 'night'), likeness: expect.closeTo(2 / 3) },
    ],
    [
      'when a word is added',
      'dreary cold night of November',
      0,
      { at: 7, read: 'cold', expected: 'night', place: place(0, 'night'), likeness: expect.closeTo(0.8) },
    ],
    [
      'when a mark differs',
      'the accomplishment of my toils!',
      0,
      { at: 30, read: 'toils!', expected: 'toils.', place: place(0, '.'), likeness: expect.closeTo(11 / 12) },
    ],
    [
      'when a letter differs far into it',
      'It was on a dreary night of November, that I behold',
      0,
      { at: 45, read: 'behold', expected: 'beheld', place: place(0, 'beheld'), likeness: expect.closeTo(1) },
    ],
    [
      'when it goes on beyond the excerpt',
      'of that countenance. The end',
      3,
      { at: 21, read: 'The', expected: '', place: place(3, '.'), likeness: expect.closeTo(2 / 3) },
    ],
  ])('%s', (_, quotation, unit, expected) => {
    expect(prove(quotation, passages, unit)).toEqual({ proved: false, reason: 'differs', ...expected });
  });

  test.each([
    [
      'when what follows an omission stands before',
      'I beheld the accomplishment … It was on a',
      0,
      { reason: 'order', at: 30 },
    ],
    [
      'when fewer than three words precede an omission',
      'It was … accomplishment of my',
      0,
      { reason: 'omission', at: 0, words: 2 },
    ],
    [
      'when fewer than three words follow an omission',
      'It was on … my toils',
      0,
      { reason: 'omission', at: 12, words: 2 },
    ],
    [
      'when an ellipsis of the text stands for an omission',
      'yellow skin … Oh! no mortal',
      1,
      { reason: 'omission', at: 0, words: 2 },
    ],
    [
      'when an insertion has more than four words',
      'dreary [and very cold and wet] night',
      0,
      { reason: 'insertion', at: 7, words: 5 },
    ],
    [
      'when two insertions together have more than four',
      'dreary [and very] [cold and wet] night',
      0,
      { reason: 'insertion', at: 18, words: 5 },
    ],
    ['when there is only an insertion', '[He wept]', 0, { reason: 'empty', at: 0 }],
    ['when there is only an omission', '…', 0, { reason: 'empty', at: 0 }],
    ['when there is nothing', '', 0, { reason: 'empty', at: 0 }],
  ])('%s', (_, quotation, unit, expected) => {
    expect(prove(quotation, passages, unit)).toEqual({ proved: false, ...expected });
  });
});

test.each([
  ['starts in a later block', 'no mortal could', 0],
  ['starts in an earlier block', 'my emotions at', 3],
  ['runs across an omission of the excerpt', 'His yellow skin … […] Oh! no mortal', 0],
  ['stands in another excerpt', 'a dismal treatise', 0],
])('a quotation that %s is hardly like its passage', (_, quotation, unit) => {
  const proof = prove(quotation, passages, unit);
  expect(proof).toMatchObject({ proved: false, reason: 'differs' });
  expect('likeness' in proof && proof.likeness).toBeLessThan(0.5);
});

test('a quotation of three thousand words is proved, and its last word checked', () => {
  const words = Array.from({ length: 3_000 }, (_, index) => `word${index % 97} mark${index}`);
  const long = new Passages([[{ text: words.slice(0, 1_500).join(' ') }, { text: words.slice(1_500).join(' ') }]]);
  expect(prove(words.join(' '), long, 0)).toMatchObject({ proved: true, units: [0, 1] });
  expect(prove(`${words.slice(0, -1).join(' ')} word0 other`, long, 0)).toMatchObject({
    reason: 'differs',
    read: 'word0',
  });
});
