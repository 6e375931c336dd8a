import { describe, expect, test } from 'vitest';
import { plainHtml, plainText, quoted, type QuotedLine } from '../../../src/text/quoted.ts';

const verse = (stanza: string, ...lines: string[]): QuotedLine[] =>
  lines.map((text) => ({ text, isVerse: true, stanza }));
const speaker = (text: string): QuotedLine => ({ text, isSpeaker: true });
const link = 'https://example.com/works/a/b/#p1:~:text=a%2Cb';

describe('a quotation', () => {
  test('a few words of prose go in quotation marks, then the citation, then the link', () => {
    expect(quoted([{ text: 'dreary night of November' }], '(Shelley, ch. 5, par. 1)', link)).toEqual({
      text: `“dreary night of November” (Shelley, ch. 5, par. 1). ${link}`,
      html: `<p>“dreary night of November” <a href="${link}">(Shelley, ch. 5, par. 1)</a>.</p>`,
    });
  });

  test('quotation marks inside it become single', () => {
    expect(quoted([{ text: '“I,” he said, “don’t”' }], '(A)', link).text).toBe(`“‘I,’ he said, ‘don’t’” (A). ${link}`);
  });

  test('lines of verse are parted by a stroke and stanzas by two', () => {
    const lines = [...verse('1', 'a thing', 'of beauty'), ...verse('2', 'is a joy')];
    expect(quoted(lines, '(Keats, lines 1–3)', link).text).toBe(
      `“a thing / of beauty // is a joy” (Keats, lines 1–3). ${link}`,
    );
  });

  test('more than forty words are a block', () => {
    const text = Array.from({ length: 41 }, (_, index) => `word${index}`).join(' ');
    expect(quoted([{ text }], '(A)', link)).toEqual({
      text: `    ${text} (A)\n\n${link}`,
      html: `<blockquote><p>${text} <a href="${link}">(A)</a></p></blockquote>`,
    });
  });

  test('more than three lines of verse are a block that keeps its lines', () => {
    expect(quoted(verse('1', 'one', 'two', 'three', 'four'), '(K)', link)).toEqual({
      text: `    one\n    two\n    three\n    four (K)\n\n${link}`,
      html: `<blockquote><p>one<br>two<br>three<br>four <a href="${link}">(K)</a></p></blockquote>`,
    });
  });

  test('an omission that it runs across is marked', () => {
    const lines = [{ text: 'the end.' }, { text: '[…]' }, { text: 'The start' }];
    expect(quoted(lines, '(A)', link).text).toBe(`    the end.\n\n    […]\n\n    The start (A)\n\n${link}`);
  });

  test('the one who speaks is left out, but two who speak are named', () => {
    const one = [speaker('Seyton'), ...verse('1', 'The queen, my lord, is dead.')];
    expect(quoted(one, '(M)', link).text).toBe(`“The queen, my lord, is dead.” (M). ${link}`);
    const two = [speaker('Macbeth'), ...verse('0', 'Wherefore was that cry?'), ...one];
    expect(quoted(two, '(M)', link).text).toBe(
      `    Macbeth\n    Wherefore was that cry?\n\n    Seyton\n    The queen, my lord, is dead. (M)\n\n${link}`,
    );
  });

  test('markup in the words or the citation is text', () => {
    expect(quoted([{ text: '<img onerror=x>' }], '(A & B)', link).html).toBe(
      `<p>“&lt;img onerror=x&gt;” <a href="${link}">(A &amp; B)</a>.</p>`,
    );
  });
});

test('a plain copy parts paragraphs and keeps the lines of a stanza together', () => {
  const lines = [{ text: 'Prose & more.' }, ...verse('1', 'one', 'two'), ...verse('2', 'three')];
  expect(plainText(lines)).toBe('Prose & more.\n\none\ntwo\n\nthree');
  expect(plainHtml(lines)).toBe('<p>Prose &amp; more.</p><p>one<br>two</p><p>three</p>');
});
