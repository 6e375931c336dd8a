import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/markdown/compile.ts';
import { validate } from '../../../src/library/validate.ts';

const essay = { title: 'X', description: 'Y', author: 'Z', published: '2026-01-02' };
const faultsOf = (changes: Record<string, unknown>, path = 'essays/x.md', data: Record<string, unknown> = essay) => {
  const yaml = Object.entries({ ...data, ...changes })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const document = compile(`---\n${yaml.join('\n')}\n---\n\nText.\n`, path);
  return validate(document).faults.map(({ code, line, column, message }) => `${line}:${column} ${code} ${message}`);
};

describe('validate', () => {
  it('takes what the schema allows', () => {
    expect(faultsOf({ draft: true, spoilers: ['book'], level: 'GCSE' })).toEqual([]);
  });

  it.each([
    [
      'a number for text',
      { title: 1984 },
      '2:1 front-matter-wrong-type Unexpected `1984` for `title`, expected text: put quotation marks around it, `title: "1984"`.',
    ],
    [
      'text for a list',
      { spoilers: 'book' },
      '6:1 front-matter-wrong-type Unexpected `"book"` for `spoilers`, expected a list: `spoilers: [book]`.',
    ],
    [
      'a list for text',
      { title: ['X'] },
      '2:1 front-matter-wrong-type Unexpected a list for `title`, expected one line of text.',
    ],
    [
      'a date that is none',
      { published: '2 May' },
      '5:1 front-matter-wrong-type Unexpected `"2 May"` for `published`, expected a date, such as 2026-11-22.',
    ],
    [
      'nothing for text',
      { title: null },
      '2:1 front-matter-wrong-type Unexpected nothing for `title`, expected one line of text.',
    ],
    [
      'a key that is unknown',
      { subtitle: 'Y' },
      '6:1 front-matter-unknown-key Unexpected key `subtitle`, expected `title`, `description`, `author`, `published`, `updated`, `spoilers`, `questions`, `level`, `illustration` or `draft`.',
    ],
    [
      'a word for yes or no',
      { draft: 'no' },
      '6:1 front-matter-wrong-type Unexpected `"no"` for `draft`, expected true or false, without quotation marks: `draft: true`.',
    ],
    [
      'a key that is missing',
      { author: undefined },
      '1:1 front-matter-missing-key Expected the key `author`: `author: Your Name`.',
    ],
  ])('says how to mend %s', (_, changes, expected) => {
    expect(faultsOf(changes)).toEqual([expected]);
  });

  it('says which values a key takes', () => {
    const excerpt = { title: 'X', locator: { chapter: 1 }, form: 'novel' };
    expect(faultsOf({}, 'works/book/a.md', excerpt)).toEqual([
      '4:1 front-matter-wrong-type Unexpected `"novel"` for `form`, expected `prose`, `verse` or `drama`.',
    ]);
    expect(faultsOf({ form: 'prose', locator: {} }, 'works/book/a.md', excerpt)).toEqual([
      '3:1 front-matter-wrong-type Unexpected keys for `locator`, expected where the excerpt stands, such as `chapter: 5`.',
    ]);
    expect(faultsOf({ form: 'prose', first: 'one' }, 'works/book/a.md', excerpt)).toEqual([
      '5:1 front-matter-wrong-type Unexpected `"one"` for `first`, expected a number, or a list of numbers such as `[1, 4]`.',
    ]);
  });
});
