import { describe, expect, it } from 'vitest';
import { advise } from '../../../src/library/advice.ts';
import { readSpelling } from '../../../src/library/spelling.ts';
import { libraryOf, shelf } from './sources.ts';

const spelling = await readSpelling('/nowhere');

const adviceOn = (path: string, source: string) => {
  const sources = { ...shelf, [path]: source };
  return advise(libraryOf({ [path]: source }), new Map(Object.entries(sources)), spelling)
    .filter(({ file }) => file === `content/${path}`)
    .map(({ code, line, column }) => `${line}:${column} ${code}`);
};

describe('advice on prose', () => {
  it('counts the words of notes and essays', () => {
    expect(adviceOn('works/book/chapter-2.md', shelf['works/book/chapter-2.md']!)).toEqual(['14:1 note-length']);
    expect(adviceOn('essays/grey.md', shelf['essays/grey.md']!)).toEqual(['1:1 essay-length']);
  });

  it('finds an American spelling where it stands, but not in a quotation', () => {
    const theme = `${shelf['themes/guilt.md']}\nIts *color* is “colorless green” and honorable.\n`;
    expect(adviceOn('themes/guilt.md', theme)).toEqual(['9:6 spelling', '9:38 spelling']);
  });

  it('finds a sentence of more than sixty words and an opening that commits to nothing', () => {
    const long = `${'and so on '.repeat(21)}to the end.`;
    const theme = `${shelf['themes/guilt.md']}\nOne. This shows that all are. So we go ${long}\n`;
    expect(adviceOn('themes/guilt.md', theme)).toEqual(['9:31 long-sentence', '9:6 weasel-opening']);
  });

  it('finds a note that says its sentence again', () => {
    const said = 'The sea, which was grey, was grey that whole day before evening.';
    const excerpt = shelf['works/book/chapter-2.md']!.replace(
      'The sea was grey[^grey] that day.',
      'The sea which lay before them was grey[^grey] that whole long evening.',
    ).replace(
      'A [metaphor]',
      `${said.replace('whole day', 'whole long evening,')} ${'More is said of it here. '.repeat(6)}A [metaphor]`,
    );
    expect(adviceOn('works/book/chapter-2.md', excerpt)).toEqual(['14:1 note-repeats']);
  });
});
