import { expect, it } from 'vitest';
import { codes, essay } from './source.ts';

const note = '\n\n[^a]: A letter.';

it.each([
  [
    'before the point that follows',
    'So “all of it is grey”.[^a]',
    'So “all of it is grey”<a data-quotation="0"></a>.<a ',
  ],
  [
    'outside the emphasis in its marks',
    '“All of *it is grey*” ([Paper](https://example.org/)) here.',
    '<p id="p1">“All of <em>it is grey</em>”<a data-quotation="0"></a> (<a href="https://example.org/">',
  ],
  [
    'inside the emphasis around it',
    '*“All of it is grey”*[^a]',
    '<em>“All of it is grey”<a data-quotation="0"></a></em>',
  ],
  [
    'after each of several',
    '“All of it is grey”[^a] and “none of it is grey”[^a]',
    '“none of it is grey”<a data-quotation="1"></a><a role="doc-noteref"',
  ],
])('a quotation without a link has a place for its sign %s', (_, body, expected) => {
  const document = essay(body + note);
  expect(codes(document).filter((code) => !code.endsWith('note-unused'))).toEqual([]);
  expect(document.html).toContain(expected);
});

it('words in quotation marks that need no link have no sign', () => {
  expect(essay('He said “not at all”.').html).toBe('<p id="p1">He said “not at all”.</p>');
});
