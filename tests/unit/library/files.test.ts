import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { checkContent } from '../../../src/library/check.ts';
import { readFiles } from '../../../src/library/files.ts';

let folder = '';
let content = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
  content = join(folder, 'content');
  write('content/works/book/work.md', 'Text.');
  write('secret.md', 'Secret.');
  write('secret.svg', '<svg></svg>');
  write('secrets/work.md', 'Secret.');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** What is read and what is refused: each fault by its code, with its file. */
function found() {
  const { sources, pictures, ledger, faults } = readFiles(content);
  return {
    sources: [...sources.keys()],
    pictures: [...pictures.keys()],
    ledger,
    faults: faults.map(({ code, file }) => `${code} ${file}`).sort(),
  };
}

const nothingElse = { sources: ['works/book/work.md'], pictures: [], ledger: undefined };

// Windows has neither such names nor, for most users, such links.
describe.skipIf(process.platform === 'win32')('what content holds', () => {
  test('is not read through symbolic links, of files, of folders, of pictures or of the ledger', () => {
    symlinkSync('../../secret.md', join(content, 'works/secret.md'));
    symlinkSync('../../secrets', join(content, 'works/secrets'));
    symlinkSync('../../../secret.svg', join(content, 'works/book/mark.svg'));
    symlinkSync('work.md', join(content, 'works/book/chapter-1.md'));
    symlinkSync('../secret.md', join(content, 'permalinks.json'));
    symlinkSync('nowhere', join(content, 'essays'));
    symlinkSync('../content', join(content, 'themes'));
    expect(found()).toEqual({
      ...nothingElse,
      faults: [
        'file-unreadable content/essays',
        'file-unreadable content/permalinks.json',
        'file-unreadable content/themes',
        'file-unreadable content/works/book/chapter-1.md',
        'file-unreadable content/works/book/mark.svg',
        'file-unreadable content/works/secret.md',
        'file-unreadable content/works/secrets',
      ],
    });
  });

  test.each([
    'a\\..\\..\\..\\..\\secret.svg',
    '"><img src=x onerror=hostile()>.svg',
    'a?b.svg',
    'a#b.svg',
    'a%2e%2e%2fb.svg',
    'a\nb.svg',
    'a\u202egvs.svg',
    '$(hostile).svg',
    '-rf.svg',
    '__proto__.svg',
  ])('is no picture by the name %j', (name) => {
    write(`content/works/book/${name}`, '<svg></svg>');
    expect(found()).toEqual({ ...nothingElse, faults: [`slug-invalid content/works/book/${name}`] });
  });

  test.each([
    ['unknown-file', 'themes/a/b.md'],
    ['unknown-file', 'works/a.md'],
    ['unknown-file', 'else/where.md'],
    ['unknown-file', 'a\\..\\..\\secret.md'],
    ['slug-invalid', 'essays/a\\..\\..\\secret.md'],
    ['slug-invalid', 'essays/"><img src=x onerror=hostile()>.md'],
    ['slug-invalid', 'essays/__proto__.md'],
    ['slug-invalid', 'works/a%2e%2e%2f/work.md'],
  ])('has the fault %s for a page at %j', (code, path) => {
    write(`content/${path}`, 'Text.');
    const { faults } = checkContent(content, { ledger: false });
    const file = `content/${path}`.replaceAll('\\', '/');
    const codes = faults.filter((fault) => fault.file.replaceAll('\\', '/') === file).map((fault) => fault.code);
    expect(codes).toContain(code);
  });

  test('is a picture by a name of letters, signs that join them and spaces', () => {
    for (const name of ['é 1_b-c.svg', 'Bild.2.png']) write(`content/works/book/${name}`, '<svg></svg>');
    expect(found()).toMatchObject({ pictures: ['works/book/Bild.2.png', 'works/book/é 1_b-c.svg'], faults: [] });
  });
});

test.each(['none', 'secret.md'])('a library that is %s, and no folder, is one without a work', (path) => {
  expect(readFiles(join(folder, path)).faults.map(({ code }) => code)).toEqual(['content-empty']);
});
