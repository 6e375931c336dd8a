import { describe, expect, it } from 'vitest';
import { codes, essay, excerpt } from './source.ts';

const reference = /<a role="doc-noteref"[^>]*><\/a>/g;
const markup = (body: string, form: 'prose' | 'verse' = 'prose') => {
  const { blocks } = excerpt(body, form);
  return blocks.map(({ html, lines }) =>
    (lines?.map((line) => line.html).join(' / ') ?? html).replaceAll(reference, '°'),
  );
};

describe('a lemma', () => {
  it('is marked in the text and tied to its note', () => {
    const document = excerpt(
      'A dreary night of November[^night], he said.\n\n[^night]: **dreary night** The weather confesses.',
    );
    expect(document.blocks[0]?.html).toBe(
      'A <mark data-n="1">dreary night</mark> of November' +
        '<a role="doc-noteref" href="#fn-night" id="fnref-night" data-n="1" aria-label="Note on “dreary night”"></a>, he said.',
    );
    expect(document.blocks[0]?.text).toBe('A dreary night of November, he said.');
    expect(document.notes[0]).toMatchObject({ label: 'night', lemma: 'dreary night', block: 0, start: 2, end: 14 });
    expect(document.notes[0]?.html).toBe('<p>The weather confesses.</p>');
  });

  it('is the occurrence nearest before its reference', () => {
    expect(markup('To-morrow, and to-morrow[^a], and to-morrow.\n\n[^a]: **to-morrow** Again.')).toEqual([
      'To-morrow, and <mark data-n="1">to-morrow</mark>°, and to-morrow.',
    ]);
  });

  it('spans emphasis with one mark on either side of it', () => {
    expect(markup('I *am* no bird[^a].\n\n[^a]: **am no** Denied.')).toEqual([
      'I <em><mark data-n="1">am</mark></em><mark data-n="1"> no</mark> bird°.',
    ]);
  });

  it('overlaps another, and the stretch they share names both', () => {
    expect(
      markup('a spark of being[^a] here[^b]\n\n[^a]: **spark of being** One.\n\n[^b]: **being here** Two.'),
    ).toEqual(['a <mark data-n="1">spark of </mark><mark data-n="1 2">being</mark>°<mark data-n="2"> here</mark>°']);
  });

  it('has several notes, each with the lemma', () => {
    const { notes, blocks } = excerpt('the horror[^a][^b]\n\n[^a]: **the horror** One.\n\n[^b]: **the horror** Two.');
    expect(blocks[0]?.html.match(/<mark[^>]*>/g)).toEqual(['<mark data-n="1 2">']);
    expect(notes.map(({ start, end }) => [start, end])).toEqual([
      [0, 10],
      [0, 10],
    ]);
  });

  it('runs over a line end of verse', () => {
    expect(markup('When I behold the\\\nnight, and[^a] think\n\n[^a]: **the night** Dark.', 'verse')).toEqual([
      'When I behold <mark data-n="1">the</mark> / <mark data-n="1">night</mark>, and° think',
    ]);
  });

  it('may abbreviate a long stretch', () => {
    expect(markup('One two three four five six[^a].\n\n[^a]: **two … five** Much.')).toEqual([
      'One <mark data-n="1">two three four five</mark> six°.',
    ]);
  });

  it('is taken to the letter where the text has the ellipsis itself', () => {
    expect(
      markup('two … five and two six five[^a] and two … five[^b]\n\n[^a]: **six** A.\n\n[^b]: **two … five** B.')[0],
    ).toContain('<mark data-n="2">two … five</mark>°');
  });

  it.each([
    ['stands after its reference', 'One[^a] two.\n\n[^a]: **two** Late.'],
    ['stands in another paragraph', 'One two.\n\nThree[^a].\n\n[^a]: **two** Elsewhere.'],
    ['is part of a word', 'Another[^a].\n\n[^a]: **other** Half.'],
    ['differs by a letter', 'colour[^a].\n\n[^a]: **color** Spelt.'],
  ])('that %s is a fault at its note', (_, body) => {
    const line = 6 + body.split('\n').findIndex((text) => text.startsWith('[^a]'));
    expect(codes(excerpt(body))).toEqual([`${line}:1 lemma-not-found`]);
  });
});

describe('a note', () => {
  it.each([
    ['that nothing defines', 'One[^a].', ['6:4 note-undefined']],
    ['that nothing refers to', 'One.\n\n[^a]: **One** x.', ['8:1 note-unused']],
    ['defined twice', 'One[^a].\n\n[^a]: **One** x.\n\n[^a]: **One** y.', ['10:1 note-defined-twice']],
    ['badly labelled', 'One[^A_b].\n\n[^A_b]: **One** x.', ['8:1 note-label-invalid']],
    ['inside a note', 'One[^a] two[^b].\n\n[^a]: **One** x[^b].\n\n[^b]: **two** y.', ['8:16 note-inside-note']],
    ['without a lemma', 'One[^a].\n\n[^a]: Of one.', ['8:1 note-without-lemma']],
    ['of a lemma alone', 'One[^a].\n\n[^a]: **One**', ['8:1 note-without-words']],
    ['with a heading', 'One[^a].\n\n[^a]: **One** x.\n\n    ## Y', ['10:5 note-not-prose']],
  ])('%s is a fault', (_, body, expected) => {
    expect(codes(excerpt(body))).toEqual(expected);
  });

  it('holds lists and quotations, though the text of the book has none', () => {
    const { notes, faults } = excerpt('- One[^a].\n\n[^a]: **One** Two:\n\n    - three\n    - four\n');
    expect(faults).toEqual([]);
    expect(notes[0]?.html).toBe('<p>Two:</p>\n<ul>\n<li>three</li>\n<li>four</li>\n</ul>');
  });

  it('referred to twice keeps the id of its first reference', () => {
    const { html } = essay('One[^a] two[^a].\n\n[^a]: Same.');
    expect(html.match(/ id="fnref[^"]*"/g)).toHaveLength(2);
    expect(new Set(html.match(/ id="fnref[^"]*"/g)).size).toBe(2);
  });
});
