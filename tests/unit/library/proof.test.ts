import { describe, expect, test } from 'vitest';
import { codes, libraryOf, shelf } from './sources.ts';

const essay = (body: string) => ({ 'essays/grey.md': shelf['essays/grey.md']!.replace(/\n\n[^]*$/, `\n\n${body}\n`) });

const poem = `---
title: A song
locator: { title: A song }
form: verse
first: 11
---

The sea was grey that day,\\
the sea was grey—no more,

and nobody would say[^say]\\
what had been grey before.

[^say]: **say** It rhymes with [“grey that day”](#l11), see [guilt](../../themes/guilt.md).
`;

/** What an essay with this body quotes: for each quotation whether it is proved, and where it stands. */
function quotations(body: string) {
  const library = libraryOf({ 'works/book/song.md': poem, ...essay(body) });
  return library.essays[0]!.quotations.map(({ proved, anchors, url }) => ({ proved, anchors, url }));
}

describe('a quotation that is proved', () => {
  test.each([
    [
      'leads to its words',
      'He says [“was grey that”](../works/book/chapter-2.md#p3).',
      { anchors: ['p3'], url: '/works/book/chapter-2/#p3:~:text=was%20grey%20that' },
    ],
    [
      'names every line that it covers',
      'He sings [“no more, / and nobody would say”](../works/book/song.md#l12).',
      { anchors: ['l12', 'l13'], url: '/works/book/song/#l12:~:text=no%20more%2C,nobody%20would%20say' },
    ],
    [
      'has a fragment for each part between omissions',
      'He sings [“The sea was … nobody would say”](../works/book/song.md#l11).',
      {
        anchors: ['l11', 'l13'],
        url: '/works/book/song/#l11:~:text=The%20sea%20was,-grey%20that&text=nobody%20would%20say',
      },
    ],
  ])('%s', (_, body, expected) => {
    expect(quotations(body)).toEqual([{ proved: true, ...expected }]);
  });
});

const scene = `---
title: A scene
locator: { act: 1, scene: 1 }
form: drama
---

**Ann** Was that the rain upon the harbour wall,\\
Or was it feet that came and went away?\\

**Ben** It was the rain, my lady, and no more.\\
`;

describe('whichever way it is written, a quotation is proved', () => {
  const fine = '“\u200a‘Well\u00a0…,’\u200a” she said\u2060—\u2060and it did.\n\nThen nobody spoke.\n\n[…]';
  test.each([
    ['with emphasis added', '[“was *grey* that”](../works/book/chapter-2.md#p3)', ['p3']],
    ['over a line end of the file', '[“The sea\nwas grey”](../works/book/chapter-2.md#p3)', ['p3']],
    ['in plain typography', '["she said -- and it did."](../works/book/chapter-2.md#p4)', ['p4']],
    [
      'with an insertion, a changed letter and an omission',
      '[“[t]he sea [there] was … she said—and”](../works/book/chapter-2.md#p3)',
      ['p3', 'p4'],
    ],
    [
      'as a block of several paragraphs',
      '> … she said—and it did.\n>\n> Then *nobody* spoke.\n>\n> — [*Book*](../works/book/chapter-2.md#p4)',
      ['p4', 'p5'],
    ],
    [
      'as a block of verse',
      '> and nobody would say\\\n> what had been grey before.\n>\n> — [A song](../works/book/song.md#l13)',
      ['l13', 'l14'],
    ],
    [
      'as a block of drama without the names of its speakers',
      '> Or was it feet that came and went away?\\\n> It was the rain,\n>\n> — [1.1](../works/book/act.md#l2)',
      ['l2', 'l3'],
    ],
    ['in a list', '- It is so,\n- for [“nobody would say / what”](../works/book/song.md#l13)', ['l13', 'l14']],
  ])('%s', (_, body, anchors) => {
    const library = libraryOf({
      'works/book/song.md': poem,
      'works/book/act.md': scene,
      'works/book/chapter-2.md': shelf['works/book/chapter-2.md']!.replace('[…]', fine),
      ...essay(`It begins.\n\n${body}`),
    });
    expect(codes(library)).toEqual([]);
    expect(library.essays[0]!.quotations.map((found) => [found.proved, found.anchors])).toEqual([[true, anchors]]);
  });
});

test('a quotation that something outside accounts for is not proved, and no fault', () => {
  const library = libraryOf(essay('A critic has [“a sea that is all grey”](https://example.org/).'));
  expect(codes(library)).toEqual([]);
  expect(library.quotations.map(({ proved, url }) => [proved, url])).toEqual([[false, 'https://example.org/']]);
});

test('quotations are proved in notes, introductions, themes and terms too', () => {
  const quoting = (path: string, from: string) =>
    `${shelf[path]!.trimEnd()} It has [“was grey that day”](${from}#p3).\n`;
  const library = libraryOf({
    'works/book/work.md': quoting('works/book/work.md', 'chapter-2.md'),
    'works/book/chapter-1.md': quoting('works/book/chapter-1.md', 'chapter-2.md'),
    'themes/guilt.md': quoting('themes/guilt.md', '../works/book/chapter-2.md'),
    'terms/metaphor.md': quoting('terms/metaphor.md', '../works/book/chapter-2.md'),
  });
  expect(codes(library)).toEqual([]);
  expect(library.quotations.map(({ page, proved }) => [page.path, proved]).sort()).toEqual([
    ['essays/grey.md', true],
    ['terms/metaphor.md', true],
    ['themes/guilt.md', true],
    ['works/book/chapter-1.md', true],
    ['works/book/work.md', true],
  ]);
  expect(library.works[0]!.quotations).toHaveLength(1);
  expect(library.excerpts[0]!.notes[0]!.quotations).toHaveLength(1);
});

test('a quotation whose passage is not there is a fault of its link alone', () => {
  expect(codes(libraryOf(essay('He says [“was grey that”](../works/book/chapter-2.md#p4).')))).toEqual([
    'essays/grey.md:10:9 link-missing-anchor',
  ]);
});

test('a quotation of a note leads to no passage', () => {
  expect(codes(libraryOf(essay('He says [“was grey that”](../works/book/chapter-2.md#fn-grey).')))).toEqual([
    'essays/grey.md:10:11 quotation-without-passage',
  ]);
});
