import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/markdown/compile.ts';
import { words } from '../../../src/text/words.ts';

/** Pieces of Markdown, of ours and of what goes wrong in it, out of which texts are made. */
const pieces = [
  ...[
    '---\n',
    'title: X\n',
    'form: verse\n',
    'form: drama\n',
    'questions:\n  - "[^a] *b*"\n',
    '\n',
    '\n\n',
    ' ',
    '    ',
    '\t',
    '\r\n',
  ],
  ...['word', 'two words', '1818.', 'naïve', '𝒜', '\u0000', '\uFFFD', '\u202e', 'é', '\u00a0', '\u2060'],
  ...[
    '*',
    '**',
    '_',
    '`',
    '```\n',
    '~~',
    '# ',
    '## ',
    '> ',
    '>',
    '- ',
    '1. ',
    '\\',
    '\\\n',
    '|',
    '--|--\n',
    '***\n',
    '<b>',
    '</b>',
    '<!--',
    '&amp;',
    '&#0;',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '[x](y.md#p1)',
    '[x](javascript:1)',
    '[x]: y.md\n',
    '[…]',
    '…',
    '“',
    '”',
    '‘',
    '’',
    '"',
    "'",
    '—',
    '--',
    '...',
  ],
  ...[
    '[^a]',
    '[^b]',
    '[^a]: **word** said.\n',
    '[^b]: **two words** and\n\n    - more\n',
    '[^A b]: x\n',
    '**Macbeth** ',
    '**Macbeth**   ',
    '*Exit.*',
  ],
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));
const withFrontMatter = fc
  .tuple(fc.constantFrom('prose', 'verse', 'drama'), text)
  .map(([form, body]) => `---\ntitle: X\nform: ${form}\n---\n\n${body}`);
const source = fc.oneof(fc.string({ unit: 'binary' }), text, withFrontMatter);
const path = fc.constantFrom('works/b/a.md', 'works/b/work.md', 'essays/a.md', 'themes/a.md', 'lists/a.md');

describe('any text', () => {
  it('gives a document and faults with places inside the file, and never throws', () => {
    fc.assert(
      fc.property(source, path, (file, name) => {
        const document = compile(file, name);
        const lines = file.replaceAll(/\r\n?/g, '\n').split('\n');
        const things = [
          ...document.faults,
          ...[document.links, document.quotations, document.notes, document.blocks].flatMap((list) =>
            list.map(({ place }) => place),
          ),
        ];
        for (const { line, column } of things) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          // A tab counts as the columns it fills, so a column may lie past the characters of its line.
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').replaceAll('\t', '    ').length + 1);
        }
        expect(JSON.parse(JSON.stringify(document))).toEqual(document);
      }),
      { numRuns: 600 },
    );
  });

  it('never yields markup that can run', () => {
    const hostile = fc.constantFrom(
      '<script>',
      '<img src=x onerror=1>',
      '[a](javascript:1)',
      '![a](javascript:1)',
      '[a](data:text/html,x)',
      '" onload="',
      '<svg/onload=1>',
      '![a](x" onerror="1)',
      '[a](x.md "b\\" onclick=\\"1")',
      '&lt;script&gt;',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(hostile, fc.constantFrom(...pieces)), { maxLength: 30 }), path, (parts, name) => {
        const { html, blocks, notes, questions } = compile(
          `---\ntitle: X\nform: prose\n---\n\n${parts.join('')}`,
          name,
        );
        const all = [
          html,
          ...blocks.map((block) => block.html),
          ...notes.map((note) => note.html),
          ...questions.map((question) => question.html),
        ].join('\n');
        for (const [tag = ''] of all.matchAll(/<(?:"[^"]*"|[^">])*>/g)) {
          const bare = tag.replaceAll(/"[^"]*"/g, '""');
          expect(bare).not.toMatch(/<(?:script|svg|iframe|object|style)|\s(?:on\w+|style)\s*=/i);
          expect(tag).not.toMatch(/(?:href|src|cite)="\s*(?!https?:|mailto:)[a-z][a-z\d+.-]*:/i);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('keeps the words of a book as they are: those of the file are those of the page', () => {
    const word = fc.stringMatching(/^[a-zà-ý]{1,8}$/);
    const paragraph = fc.array(word, { minLength: 1, maxLength: 20 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('prose', 'verse', 'drama'),
        (paragraphs, form) => {
          const { blocks } = compile(
            `---\ntitle: X\nform: ${form}\n---\n\n${paragraphs.join('\n\n')}\n`,
            'works/b/a.md',
          );
          expect(blocks.flatMap((block) => words(block.text))).toEqual(paragraphs.flatMap((text) => words(text)));
          const shown = blocks.map((block) =>
            (block.lines ? block.lines.map((line) => line.html).join('\n') : block.html).replaceAll(/<[^>]*>/g, ''),
          );
          expect(shown.flatMap((text) => words(text))).toEqual(paragraphs.flatMap((text) => words(text)));
        },
      ),
      { numRuns: 200 },
    );
  });
});
