import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/markdown/compile.ts';
import { codes, essay, excerpt } from './source.ts';

describe('compile', () => {
  it('gives a document that survives JSON', () => {
    const document = excerpt('A word[^a].\n\n[^a]: **word** It names [guilt](../../themes/guilt.md).');
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it('reads CRLF and a byte order mark as the same file without them', () => {
    const source = '---\ntitle: X\nform: prose\n---\n\nOne[^a].\n\n[^a]: **One** of many.\n';
    const plain = compile(source, 'works/book/a.md');
    expect(compile(`\uFEFF${source.replaceAll('\n', '\r\n')}`, 'works/book/a.md')).toEqual(plain);
  });

  it('takes the path however the file is named', () => {
    expect(compile('---\na: 1\n---\nx', './content/essays/a.md').path).toBe('essays/a.md');
    expect(compile('---\na: 1\n---\nx', 'content\\works\\b\\work.md').kind).toBe('work');
  });

  it('sets typographic marks in our prose and leaves the text of a book as it is typed', () => {
    expect(essay('"It\'s" -- so').html).toBe('<p id="p1">“It’s” — so</p>');
    const { blocks, notes } = excerpt('"It\'s" so[^a].\n\n[^a]: **so** "It\'s" so.');
    expect(blocks[0]?.text).toBe('"It\'s" so.');
    expect(notes[0]?.text).toBe('“It’s” so.');
  });

  it('numbers the paragraphs of an essay and gives headings their slugs', () => {
    const { html, headings } = essay('One.\n\n## The eye *opens*\n\nTwo.\n\n## P1\n');
    expect(html).toBe(
      '<p id="p1">One.</p>\n<h2 id="the-eye-opens">The eye <em>opens</em></h2>\n<p id="p2">Two.</p>\n<h2 id="section-p1">P1</h2>',
    );
    expect(headings).toEqual([
      { depth: 2, id: 'the-eye-opens', text: 'The eye opens' },
      { depth: 2, id: 'section-p1', text: 'P1' },
    ]);
  });

  it('compiles questions as Markdown, with their links and the places of their faults', () => {
    const source =
      '---\ntitle: X\nquestions:\n  - Is *it* in [ch. 1](../works/b/chapter-1.md#p1)?\n  - See [x](javascript:1).\n---\n\nText.\n';
    const document = compile(source, 'essays/x.md', { base: '/gloss/' });
    expect(document.questions).toEqual([
      {
        text: 'Is it in ch. 1?',
        html: 'Is <em>it</em> in <a href="/gloss/works/b/chapter-1/#p1">ch. 1</a>?',
        links: [0],
      },
      { text: 'See x.', html: 'See <a>x</a>.', links: [] },
    ]);
    expect(codes(document)).toEqual(['5:9 unsafe-url']);
  });

  it('holds a paragraph with forty notes', () => {
    const text = Array.from({ length: 40 }, (_, n) => `word${n}[^n${n}]`).join(' ');
    const notes = Array.from({ length: 40 }, (_, n) => `[^n${n}]: **word${n}** Said of it.`).join('\n\n');
    const document = excerpt(`${text}\n\n${notes}`);
    expect(codes(document)).toEqual([]);
    expect(document.blocks[0]?.notes).toHaveLength(40);
  });

  it('puts notes of an essay after the block of their first reference', () => {
    const { html } = essay('One[^b] and two[^a].\n\nThree[^b].\n\n[^a]: A.\n\n[^b]: B.');
    expect(html.replaceAll(/<a [^>]*href="(#[^"]+)"[^>]*>/g, '<a $1>')).toBe(
      '<p id="p1">One<a #fn-b></a> and two<a #fn-a></a>.</p><div data-note="0"></div><div data-note="1"></div>\n' +
        '<p id="p2">Three<a #fn-b></a>.</p>',
    );
  });
});

describe('what is refused', () => {
  it.each([
    ['raw HTML', 'a <b>bold</b> word', ['5:3 raw-html', '5:10 raw-html']],
    ['a comment', '<!-- x -->', ['5:1 raw-html']],
    ['a table', 'a | b\n--|--\n1 | 2', ['5:1 unsupported-syntax']],
    ['strikethrough', 'a ~~b~~ c', ['5:3 unsupported-syntax']],
    ['a shortcode', '{{< x >}}', ['5:1 unsupported-syntax']],
    ['a title', '# Title', ['5:1 heading-level']],
    ['a level that is left out', '## A\n\n#### B', ['7:1 heading-level']],
    ['a script URL', '[x](javascript:alert)', ['5:1 unsafe-url']],
    ['a script URL in entities', '[x](java&#115;cript:alert)', ['5:1 unsafe-url']],
    ['a data URL', '![x](data:image/svg+xml,1)', ['5:1 image-missing']],
    ['an address from the root', '[x](/themes/guilt/)', ['5:1 link-not-relative']],
    ['an address of another host without its scheme', '[x](//example.org)', ['5:1 link-not-relative']],
    ['a path out of content', '[x](../../../etc/passwd.md)', ['5:1 link-missing-file']],
    ['an image without words', '![](a.svg)', ['5:1 image-without-alt']],
    ['nesting without end', `${'>'.repeat(5000)} x`, ['5:1 nested-too-deep']],
  ])('%s', (_, body, expected) => {
    expect(codes(essay(body))).toEqual(expected);
  });

  it.each([
    ['a heading', '## Part two', '6:1 excerpt-not-text'],
    ['a link', 'See [this](chapter-2.md).', '6:5 excerpt-not-text'],
    ['an image', '![a](a.svg)', '6:1 excerpt-not-text'],
  ])('%s in the text of a book', (_, body, expected) => {
    expect(codes(excerpt(body))).toContain(expected);
  });

  it('never lets markup through that it does not write itself', () => {
    const { html } = essay('See <script>alert(1)</script> [a](https://x.org "t\\" onload=1") <img src=x onerror=1>');
    expect(html).not.toMatch(/<script|<img|onerror/);
    expect(html).toContain('<a href="https://x.org" title="t&#x22; onload=1">a</a>');
  });

  it('shows no picture from an address that could run', () => {
    expect(essay('![x](javascript:1) ![y](data:text/html,1)').html).toBe('<p id="p1"><img alt="x"> <img alt="y"></p>');
  });
});
