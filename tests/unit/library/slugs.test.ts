import { expect, test } from 'vitest';

import { buildLibrary } from '../../../src/library/build.ts';
import { compile } from '../../../src/markdown/compile.ts';

const theme = '---\ntitle: Guilt\nquestion: Whose?\nsummary: On guilt.\n---\n\nText.\n';

// No folder of tests/cases, since two names that differ by case cannot both be checked out on every disk.
test('names that differ by case alone are one address taken twice', () => {
  const documents = ['themes/Guilt.md', 'themes/guilt.md'].map((path) => compile(theme, path));
  expect(buildLibrary(documents, { base: '/' }).faults).toEqual([
    {
      code: 'slug-invalid',
      file: 'content/themes/Guilt.md',
      line: 1,
      column: 1,
      message: 'Unexpected name `Guilt`, expected lower-case letters, digits and hyphens.',
    },
    {
      code: 'slug-taken',
      file: 'content/themes/guilt.md',
      line: 1,
      column: 1,
      message: 'Unexpected second file for the address `/themes/guilt/`, the first is `content/themes/Guilt.md`.',
    },
  ]);
});
