import { describe, expect, it } from 'vitest';
import { codes, excerpt } from './source.ts';

const lines = (body: string, form: 'prose' | 'verse' | 'drama') =>
  excerpt(body, form).blocks.map(({ kind, speaker, text, lines: verse }) => [
    kind,
    ...(speaker === undefined ? [] : [speaker]),
    ...(verse ? verse.map((line) => [line.text, line.indent, ...(line.part ? [line.part] : [])]) : [text]),
  ]);

describe('prose', () => {
  it('has paragraphs and omissions, and a line end of the file is a space', () => {
    expect(lines('One\ntwo.\n\n[…]\n\n1818. Three.\n\n- Four.\n\n    Five.', 'prose')).toEqual([
      ['paragraph', 'One two.'],
      ['omission', '[…]'],
      ['paragraph', '1818. Three.'],
      ['paragraph', '- Four.'],
      ['paragraph', 'Five.'],
    ]);
  });

  it('quotes letters and verse, which count as paragraphs', () => {
    const { blocks } = excerpt(
      'He read:\n\n> Dear sir,\n>\n> Come home.\n\nThen:\n\n> The lamb\\\n>   was white\n\nEnd.',
    );
    expect(blocks.map(({ kind, quoted, text }) => [kind, quoted, text])).toEqual([
      ['paragraph', undefined, 'He read:'],
      ['paragraph', 'first', 'Dear sir,'],
      ['paragraph', 'next', 'Come home.'],
      ['paragraph', undefined, 'Then:'],
      ['stanza', 'first', 'The lamb\nwas white'],
      ['paragraph', undefined, 'End.'],
    ]);
    expect(blocks[4]?.lines?.map(({ indent }) => indent)).toEqual([0, 2]);
  });
});

describe('verse', () => {
  it('keeps its lines, its indentation and its stanzas', () => {
    expect(lines('One\\\n  two\\\n      three\n\n   Four', 'verse')).toEqual([
      ['stanza', ['One', 0], ['two', 2], ['three', 6]],
      ['stanza', ['Four', 3]],
    ]);
  });

  it('keeps emphasis that runs over a line end', () => {
    const { blocks } = excerpt('*One\\\ntwo* three', 'verse');
    expect(blocks[0]?.lines?.map(({ html }) => html)).toEqual(['<em>One</em>', '<em>two</em> three']);
  });

  it('without its backslash is a fault at the line that follows', () => {
    expect(codes(excerpt('One\ntwo\\\nthree', 'verse'))).toEqual(['7:1 verse-line-break']);
  });

  it('says of each note which line holds its reference', () => {
    const { notes } = excerpt('One\\\ntwo[^a]\\\nthree[^b]\n\n[^a]: **One** x.\n\n[^b]: **three** y.', 'verse');
    expect(notes.map(({ line, start, end }) => [line, start, end])).toEqual([
      [1, 0, 3],
      [2, 8, 13],
    ]);
  });
});

describe('drama', () => {
  it('tells verse from prose, and directions from speeches', () => {
    expect(
      lines(
        '**Doctor** In prose.\n\n*Enter Lady Macbeth.*\n\n**Macbeth** One,\\\ntwo.\n\n**Seyton** Three.\\',
        'drama',
      ),
    ).toEqual([
      ['speech', 'Doctor', 'In prose.'],
      ['direction', 'Enter Lady Macbeth.'],
      ['speech', 'Macbeth', ['One,', 0], ['two.', 0]],
      ['speech', 'Seyton', ['Three.', 0]],
    ]);
  });

  it('shares a line that one speech leaves open and the next takes up', () => {
    expect(
      lines(
        '**Macbeth** Wherefore was that cry?\\\n\n*A pause.*\n\n**Seyton**   The queen, my lord, is dead.',
        'drama',
      ),
    ).toEqual([
      ['speech', 'Macbeth', ['Wherefore was that cry?', 0, 'first']],
      ['direction', 'A pause.'],
      ['speech', 'Seyton', ['The queen, my lord, is dead.', 0, 'last']],
    ]);
  });

  it('shares a line among three', () => {
    expect(lines('**A** One\\\n\n**B**   two\\\n\n**C**   three.', 'drama')).toEqual([
      ['speech', 'A', ['One', 0, 'first']],
      ['speech', 'B', ['two', 0, 'middle']],
      ['speech', 'C', ['three.', 0, 'last']],
    ]);
  });

  it('leaves the speaker out of the words of a speech', () => {
    const { blocks, notes } = excerpt('**Macbeth.** She should have died[^a].\n\n[^a]: **should** Or would.', 'drama');
    expect(blocks[0]).toMatchObject({ speaker: 'Macbeth', text: 'She should have died.' });
    expect(notes[0]).toMatchObject({ start: 4, end: 10 });
  });
});
