import { describe, expect, it } from 'vitest';
import { codes, essay, excerpt } from './source.ts';

const found = (body: string) =>
  essay(body).quotations.map(({ kind, text, link, attributed, place }) => ({
    kind,
    text,
    link,
    attributed,
    line: place.line,
  }));

describe('a block quotation', () => {
  const block = 'He looks.\n\n> One *two*\n> three.\n>\n> — [*Book*, ch. 1](../works/book/chapter-1.md#p3)\n';

  it('is a figure whose attribution links to its passage', () => {
    const document = essay(block);
    expect(document.html).toBe(
      '<p id="p1">He looks.</p>\n<figure class="quotation" data-quotation="0">\n' +
        '<blockquote cite="/works/book/chapter-1/#p3">\n<p>One <em>two</em>\nthree.</p>\n</blockquote>\n' +
        '<figcaption>— <a href="/works/book/chapter-1/#p3"><em>Book</em>, ch. 1</a></figcaption>\n</figure>',
    );
    expect(document.quotations).toEqual([
      {
        kind: 'block',
        text: 'One two three.',
        link: 0,
        attributed: false,
        note: -1,
        sentence: 'He looks.',
        place: { line: 7, column: 3 },
        pieces: [
          [0, 7, 3],
          [4, 7, 8],
          [8, 8, 3],
        ],
      },
    ]);
    expect(codes(document)).toEqual([]);
  });

  it.each([
    ['without an attribution', '> One two.', ['5:1 quotation-without-passage']],
    ['whose attribution has no link', '> One.\n>\n> — A book', ['7:3 quotation-without-passage']],
    [
      'whose attribution names no work',
      '> One.\n>\n> — [Guilt](../themes/guilt.md)',
      ['7:3 quotation-without-passage'],
    ],
    ['whose attribution leaves its place to be found', '> One.\n>\n> — [Book](../works/book/chapter-1.md)', []],
    ['attributed to something outside', '> One.\n>\n> — [Paper](https://example.org/)', []],
    ['with a note at its end', '> One.[^a]\n\n[^a]: From a paper.', []],
  ])('%s', (_, body, expected) => {
    expect(codes(essay(body))).toEqual(expected);
  });
});

describe('an inline quotation', () => {
  it('is a link whose whole text is in quotation marks and which names an anchor', () => {
    expect(found('He saw [“a dull yellow eye”](../works/book/chapter-1.md#p1) open.')).toEqual([
      { kind: 'inline', text: 'a dull yellow eye', link: 0, attributed: false, line: 5 },
    ]);
  });

  it('is recognised with straight marks and across emphasis', () => {
    expect(found('["a *dull* eye"](../works/book/chapter-1.md#p1)').map(({ text }) => text)).toEqual(['a dull eye']);
  });

  it('is not what the marks around a link without an anchor say, which is a title', () => {
    expect(found('In “[Ode to a Nightingale by Keats](../works/book/chapter-1.md)” he sings.')).toEqual([]);
  });

  it('of four words or more without a link is a fault where it stands', () => {
    expect(codes(essay('Some say so.\nHe said “this is not it” and left.'))).toEqual(['6:9 quotation-unlinked']);
    expect(codes(essay('He said ‘this is not it’ and left.'))).toEqual(['5:9 quotation-unlinked']);
    expect(codes(essay('So [he says “this is not it” here](../works/book/chapter-1.md#p1).'))).toEqual([
      '5:13 quotation-unlinked',
    ]);
  });

  it('of three words needs no link, and apostrophes are no marks', () => {
    expect(codes(essay('He said “not at all”. The dogs’ barking and the men’s shouts woke us.'))).toEqual([]);
  });

  it('is accounted for by a note or an outside link that follows at once', () => {
    const body =
      'She wrote “a thing of five words”.[^a] He wrote “another thing of five words” ([*Paper*](https://example.org/)).\n\n[^a]: A letter.';
    expect(codes(essay(body))).toEqual([]);
    expect(found(body).map(({ attributed }) => attributed)).toEqual([true, true]);
  });

  it('keeps the sentence that it stands in', () => {
    const [quotation] = essay('First. He sees [“a dull eye”](../works/book/chapter-1.md#p1) open. Last.').quotations;
    expect(quotation?.sentence).toBe('He sees “a dull eye” open.');
  });

  it('in a note of an excerpt is recorded with its note', () => {
    const { notes, quotations } = excerpt('One[^a].\n\n[^a]: **One** As in [“two and three”](chapter-2.md#p1).');
    expect(quotations).toMatchObject([{ text: 'two and three', note: 0 }]);
    expect(notes[0]).toMatchObject({ quotations: [0], links: [0] });
  });
});
