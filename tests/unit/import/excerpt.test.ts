import { describe, expect, test } from 'vitest';

import { readEdition } from '../../../src/import/edition.ts';
import { excerptOf } from '../../../src/import/excerpt.ts';

const options = { notes: true, typographic: false };

function markdownOf(text: string, more: Partial<Parameters<typeof excerptOf>[3]> = {}): string {
  const edition = readEdition({ path: 'a.html', text, isMarkup: text.startsWith('<') });
  const { markdown } = excerptOf(edition.sections[0]!, edition, 'works/a/b.md', { ...options, ...more });
  return markdown.replace(/^---\n[^]*?form: \w+\n/, '').replace(/---\n/, '');
}

describe('a cut', () => {
  const prose = '<h2>Chapter 1</h2><p>One.</p><p>Two.</p><hr><p>Three.</p><p>Four.</p>';
  const verse = '<h2>Song</h2><div class="poem"><p>One,<br>&nbsp;&nbsp;two,<br>three.</p><p>Four,<br>five.</p></div>';
  const play =
    '<h2>Act 1</h2><table><tr><td class="speaker">A</td><td class="verse"><p><span>One,</span><br><span>two,</span><br><span>three.</span></p></td></tr>' +
    '<tr><td></td><td><i>Exit.</i></td></tr><tr><td class="speaker">B</td><td class="verse"><p><span>Four,</span><br><span>five.</span></p></td></tr></table>';

  test.each([
    ['from a paragraph on', prose, { from: 'p3' }, 'first: 3\n\nThree.\n\nFour.\n'],
    ['up to a paragraph', prose, { to: 'p3' }, '\nOne.\n\nTwo.\n\n***\n\nThree.\n'],
    [
      'from a line to a line of another stanza',
      verse,
      { from: 'l2', to: 'l4' },
      'first: 2\n\n  two,\\\nthree.\n\nFour,\n',
    ],
    ['within a speech, which keeps its speaker', play, { from: 'l2', to: 'l2' }, 'first: 2\n\n**A** two,\\\n'],
    ['over a direction', play, { from: 'd1' }, 'first: 4\n\n*Exit.*\n\n**B** Four,\\\nfive.\n'],
  ])('%s', (_, text, range, markdown) => {
    expect(markdownOf(text, range)).toBe(markdown);
  });

  test.each([
    [{ from: 'p9' }, 'There is no `p9` in “Chapter 1”; it has `p1` to `p4`.'],
    [{ from: 'p3', to: 'p2' }, '`p2` comes before `p3` in “Chapter 1”.'],
    [{ from: 'l1' }, 'There is no `l1` in “Chapter 1”; it has `p1` to `p4`.'],
  ])('is refused for %o', (range, message) => {
    expect(() => markdownOf(prose, range)).toThrow(message);
  });

  test('is what an overlong chapter needs', () => {
    const long = `<h2>Chapter 1</h2>${`<p>${'on and '.repeat(1000)}on.</p>\n`.repeat(30)}`;
    expect(() => markdownOf(long)).toThrow(
      '“Chapter 1” has 210,209 characters, and an excerpt 200,000 at most; import a part of it, as in `--from p1 --to p50`.',
    );
    expect(markdownOf(long, { from: 'p30' })).toBe(`first: 30\n\n${'on and '.repeat(1000)}on.\n`);
  });
});

test.each([
  ['a list number at the start', '<p>1818. A year.</p>', '1818\\. A year.'],
  [
    'asterisks, underscores, brackets and angle brackets',
    '<p>* _a_ [b] &lt;i> `c` \\d</p>',
    '\\* \\_a\\_ \\[b] \\<i> \\`c\\` \\d',
  ],
  ['emphasis that begins within a word', '<p>un<i>heard</i>-of <em> spaced </em>end</p>', 'un*heard*-of *spaced* end'],
  ['what has no width', '<p>soft\u00adly\u2060—\u200bso</p>', 'softly—so'],
  ['spaces with a width', '<p>“\u200a‘a’\u00a0b</p>', '“\u200a‘a’\u00a0b'],
  ['HTML that nobody closed', '<p>One <i>two<p>three', 'One *two*\n\n*three*'],
  ['paragraphs made of line ends', 'One.<br><br>Two.', 'One.\n\nTwo.'],
])('keeps %s', (_, html, markdown) => {
  expect(markdownOf(`<h2>Chapter 1</h2>${html}`)).toBe(`\n${markdown}\n`);
});

test('sets a typewriter’s marks as print has them, across italics and lines, where that is asked for', () => {
  const html = `<h2>Chapter 1</h2><p>"<i>'Tis</i>," he said--"so..."</p>`;
  expect(markdownOf(html)).toBe(`\n"*'Tis*," he said--"so..."\n`);
  expect(markdownOf(html, { typographic: true })).toBe('\n“*’Tis*,” he said—“so…”\n');
});

describe('an edition’s note', () => {
  const noted = (text: string) =>
    `<h2>Chapter 1</h2><p>${text.replace('#', '<a class="fnanchor" href="#n1">[1]</a>')}</p><div class="footnote" id="n1"><p>[1] So.</p></div>`;

  test.each([
    [
      'on the words before it',
      'He came, and the sea rose#.',
      'He came, and the sea rose[^edition-1].\n\n[^edition-1]: **the sea rose** *The edition’s note.* So.',
    ],
    [
      'behind the first word, where none comes before it',
      '#He came.',
      'He[^edition-1] came.\n\n[^edition-1]: **He** *The edition’s note.* So.',
    ],
  ])('stands %s', (_, text, markdown) => {
    expect(markdownOf(noted(text))).toBe(`\n${markdown}\n`);
  });

  test('is dropped with its reference', () => {
    expect(markdownOf(noted('He came#.'), { notes: false })).toBe('\nHe came.\n');
  });
});

test.each([
  ['a quotation mark of an attribute', '<p>One.</p>\n<p>Two <span class="x>three</span> four.</p>\n<p>Five.</p>'],
  ['a comment', '<p>One.</p>\n<p>Two <!-- three -- four.</p>\n<p>Five.</p>'],
])('%s that is never closed is refused: it hides the rest of the book', (_, html) => {
  expect(() => markdownOf(`<h2>Chapter 1</h2>\n${html}`)).toThrow(
    'a.html cannot be read beyond line 3: a tag or comment that begins there is never closed.',
  );
});
