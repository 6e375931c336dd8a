import { describe, expect, it } from 'vitest';
import { partsOf, plainMarkup, withQuotations } from '../../../src/library/markup.ts';
import { libraryOf, shelf } from './sources.ts';

it('partsOf cuts prose where notes stand', () => {
  expect(partsOf('<p>One</p><div data-note="0"></div><div data-note="1"></div>\n<p>Two</p>')).toEqual([
    '<p>One</p>',
    0,
    1,
    '<p>Two</p>',
  ]);
});

describe('a quotation on the page', () => {
  const edition = 'edition: { title: Book, publisher: A & B, year: 1901 }';
  const essayOf = (body: string) =>
    libraryOf({
      'works/book/work.md': shelf['works/book/work.md']!.replace('form: novel', `form: novel\n${edition}`),
      'essays/grey.md': shelf['essays/grey.md']!.replace(/\n\n[^]*$/, `\n\n${body}\n`),
    }).essays[0]!;
  const htmlOf = (body: string, setting = {}) => {
    const essay = essayOf(body);
    return withQuotations(essay.document.html, essay.quotations, setting);
  };
  const address = '/works/book/chapter-2/#p3:~:text=The%20sea%20was%20grey';
  const proof = '<span class="proof" role="img" title="checked against A &amp; B, 1901"></span>';
  const name = 'not checked: its source is not in this library';
  const unproved = (id: string) =>
    `<a${id} class="unproved" href="/about/proof/#unproved" aria-label="${name}" title="${name}"></a>`;

  const inline = '[“The sea was grey”](../works/book/chapter-2.md#p3)';

  it('that is proved has its id, the address of its words and its sign', () => {
    expect(htmlOf(inline)).toBe(
      `<p id="p1"><a id="q1" class="quotation" href="${address}">“The sea was grey”${proof}</a></p>`,
    );
  });

  it('that is proved and a block has its sign after the attribution, which leads to the words', () => {
    expect(htmlOf('> The sea was grey\n>\n> — [*Book*](../works/book/chapter-2.md#p3)')).toContain(
      `<figcaption>— <a href="${address}" data-address="/works/book/chapter-2/#p3"><em>Book</em></a> ${proof}</figcaption>`,
    );
  });

  it.each([
    ['a note', 'So “all of it is grey”[^a].', `grey”${unproved(' id="q1"')}<a role="doc-noteref"`],
    [
      'an address outside',
      '[“all of it is grey”](https://example.org/)',
      `<a id="q1" class="quotation" href="https://example.org/">“all of it is grey”</a>${unproved('')}</p>`,
    ],
    ['a note under a block', '> All of it.[^a]', `<figcaption>${unproved('')}</figcaption>\n</figure>`],
    [
      'an attribution to what is outside',
      '> All of it.\n>\n> — [Paper](https://example.org/)',
      `Paper</a> ${unproved('')}</figcaption>`,
    ],
  ])('that is accounted for by %s is marked as not proved', (_, body, expected) => {
    expect(htmlOf(`${body}\n\n[^a]: A letter.`)).toContain(expected);
  });

  it('has no id on another page, and no sign where no style sheet shows it', () => {
    expect(htmlOf(inline, { ids: false })).not.toContain('id="q1"');
    expect(htmlOf(`${inline} “all of it is grey”[^a]\n\n[^a]: A.`, { signs: false })).toMatch(
      /^<p id="p1"><a id="q1" class="quotation" href="[^"]*">“The sea was grey”<\/a> “all of it is grey”<a role/,
    );
  });

  it('leaves no trace in data', () => {
    const { html } = essayOf(`${inline} “all of it is grey”[^a]\n\n[^a]: A.`).document;
    expect(plainMarkup(html)).toMatch(/^<p id="p1"><a href="[^"]*">“The sea was grey”<\/a> “all of it is grey”<a role/);
  });
});
