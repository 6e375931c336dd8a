import { expect, test } from 'vitest';

import { Refusal, readSource } from '../../../src/import/source.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.codePointAt(0)!);

test.each([
  ['UTF-8', utf8('café'), undefined, 'café'],
  ['UTF-8 with a byte order mark', utf8('\uFEFFcafé'), undefined, 'café'],
  ['UTF-16 with a byte order mark', Uint8Array.from([0xff, 0xfe, 0xe9, 0]), undefined, 'é'],
  [
    'the encoding that HTML declares',
    latin1('<meta charset="iso-8859-1"> café'),
    undefined,
    '<meta charset="iso-8859-1"> café',
  ],
  [
    'the encoding that a Gutenberg text declares',
    latin1('Character set encoding: ISO-8859-1\n\ncafé'),
    undefined,
    'Character set encoding: ISO-8859-1\n\ncafé',
  ],
  ['the encoding that the author names', latin1('café \x93quoted\x94'), 'windows-1252', 'café “quoted”'],
  ['line ends of Windows', utf8('one\r\ntwo\rthree'), undefined, 'one\ntwo\nthree'],
])('reads %s', (_, bytes, encoding, text) => {
  expect(readSource(bytes, 'a.html', encoding).text).toBe(text);
});

test.each([
  ['a.xhtml', '<?xml version="1.0"?><html/>', true],
  ['b.txt', 'CHAPTER I.\n\nHe wrote 1 < 2.', false],
  ['c.html', 'Text\n<p>and a paragraph', true],
])('tells markup from plain text in %s', (path, text, isMarkup) => {
  expect(readSource(utf8(text), path)).toEqual({ path, text, isMarkup });
});

test.each([
  ['a.html', new Uint8Array(), undefined, 'a.html is empty.'],
  ['a.txt', utf8(' \n \n'), undefined, 'a.txt is empty.'],
  [
    'a.epub',
    utf8('PK\x03\x04…'),
    undefined,
    'a.epub is a zip archive (EPUB and Word files are such), not text; unpack it and give the chapter files in it.',
  ],
  ['a.pdf', utf8('%PDF-1.7'), undefined, 'a.pdf is a PDF, not text; look for the edition as HTML or plain text.'],
  [
    'a.md',
    utf8('# A'),
    undefined,
    'a.md is Markdown already: put it into the folder of its work and run `npm run check`.',
  ],
  ['a.txt', utf8('one\0two'), undefined, 'a.txt is not a text file.'],
  [
    'a.txt',
    latin1('café'),
    undefined,
    'a.txt is not UTF-8 and does not say what it is; name its encoding, as in `--encoding windows-1252`.',
  ],
  [
    'a.txt',
    latin1('café'),
    'utf-8',
    'a.txt cannot be read as utf-8; name its encoding, as in `--encoding windows-1252`.',
  ],
  [
    'a.txt',
    latin1('café'),
    'klingon',
    '`klingon` is no encoding that is known here; try `windows-1252` or `utf-16le`.',
  ],
])('refuses %s with a sentence', (path, bytes, encoding, message) => {
  expect(() => readSource(bytes, path, encoding)).toThrow(new Refusal(message));
});
