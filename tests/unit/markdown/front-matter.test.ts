import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/markdown/front-matter.ts';

describe('readFrontMatter', () => {
  it('keeps every line of the text where it stands in the file', () => {
    const { data, content } = readFrontMatter('---\ntitle: X\n---\n\nText.\n');
    expect(data).toEqual({ title: 'X' });
    expect(content.split('\n').indexOf('Text.')).toBe(4);
  });

  it('says where keys and items stand', () => {
    const { keys } = readFrontMatter('---\nauthor:\n  name: A\nquestions:\n  - one\n  - two\nmark: { src: a }\n---\n');
    expect(keys).toEqual({
      author: { line: 2, column: 1 },
      'author.name': { line: 3, column: 3 },
      questions: { line: 4, column: 1 },
      'questions.0': { line: 5, column: 5 },
      'questions.1': { line: 6, column: 5 },
      mark: { line: 7, column: 1 },
    });
  });

  it('gives a date as the text it was written as', () => {
    expect(readFrontMatter('---\npublished: 2026-11-22\n---\n').data).toEqual({ published: '2026-11-22' });
  });

  it.each([
    ['without front matter', 'Text.', 'front-matter-missing', 1],
    ['with front matter that does not end', '---\ntitle: X\n\nText.', 'front-matter-malformed', 1],
    ['with code for front matter', '---js\nprocess.exit()\n---\n', 'front-matter-not-yaml', 1],
    ['with JSON for front matter', '---json\n{}\n---\n', 'front-matter-not-yaml', 1],
    ['with a list for front matter', '---\n- a\n---\n', 'front-matter-malformed', 2],
    ['with a list that does not end', '---\ntitle: X\nfirst: [1, 2\n---\n', 'front-matter-malformed', 4],
    ['with one key twice', '---\ntitle: X\ntitle: Y\n---\n', 'front-matter-malformed', 3],
  ])('finds a file %s', (_, source, code, line) => {
    const { fault } = readFrontMatter(source);
    expect(fault).toMatchObject({ code, line });
  });

  it('reads bad YAML twice as bad, and not as empty from a cache', () => {
    const bad = '---\ntitle: "X\n---\n';
    expect(readFrontMatter(bad).fault).toEqual(readFrontMatter(bad).fault);
    expect(readFrontMatter(bad).fault?.code).toBe('front-matter-malformed');
  });
});
