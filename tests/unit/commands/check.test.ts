import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';

import { checkReport } from '../../../src/commands/check-report.ts';
import { checkContent } from '../../../src/library/check.ts';
import { writeLedger } from '../../../src/library/ledger.ts';
import { shelf } from '../library/sources.ts';

const root = resolve(import.meta.dirname, '../../..');

/** A folder with the small shelf, its anchors recorded, and other files. */
async function contentWith(files: Record<string, string> = {}): Promise<string> {
  const content = join(await mkdtemp(join(tmpdir(), 'check-')), 'content');
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(content, path)), { recursive: true });
    await writeFile(join(content, path), text);
  };
  for (const [path, source] of Object.entries(shelf)) await write(path, source);
  const { library } = checkContent(content);
  await write('permalinks.json', writeLedger(library.permanence!.unrecorded));
  for (const [path, source] of Object.entries(files)) await write(path, source);
  return content;
}

test('faults and advice become annotations at their lines, in the escapes of GitHub', async () => {
  const content = await contentWith({
    'essays/100%, a.md': shelf['essays/grey.md']!,
    'themes/guilt.md': shelf['themes/guilt.md']!.replace(
      'All are.',
      'All aree, [says the sea](../works/book/chapter-9.md).',
    ),
  });
  const { passed, errors, text } = await checkReport(content, 'github', 'none');
  expect({ passed, errors }).toEqual({ passed: false, errors: '' });
  expect(text.split('\n').filter((line) => line.startsWith('::'))).toEqual([
    '::error file=content/essays/100%25%2C a.md,line=1,col=1,title=slug-invalid::Unexpected name `100%25, a`, expected lower-case letters, digits and hyphens. Rename the file: lower-case letters, digits and hyphens.',
    '::error file=content/essays/100%25%2C a.md,line=1,col=1,title=anchor-unrecorded::Unexpected anchors that are not in the ledger: the page itself. Run `npm run permalinks` and commit `content/permalinks.json`.',
    '::error file=content/themes/guilt.md,line=7,col=11,title=link-missing-file::Unexpected link to `content/works/book/chapter-9.md`, which is not there; expected perhaps `content/works/book/chapter-1.md`. Mend the path, or write the file.',
    '::warning file=content/essays/100%25%2C a.md,line=1,col=1,title=essay-length::It has 12 words. An essay has 1,200 to 2,200 words.',
    '::warning file=content/essays/grey.md,line=1,col=1,title=essay-length::It has 12 words. An essay has 1,200 to 2,200 words.',
    '::warning file=content/themes/guilt.md,line=7,col=5,title=spelling::Unexpected spelling “aree”. Spell it as in Britain, or add it to `.spelling`.',
    '::warning file=content/works/book/chapter-1.md,line=9,col=1,title=note-length::It has 5 words. A note has 30 to 90 words.',
    '::warning file=content/works/book/chapter-2.md,line=14,col=1,title=note-length::It has 4 words. A note has 30 to 90 words.',
  ]);
});

test('a watch reports after each save, lives through faults and lost files, and ends well on Ctrl+C', async () => {
  const content = await contentWith();
  const file = join(content, 'themes/guilt.md');
  const child = spawn(process.execPath, ['src/commands/check.ts', '--watch'], {
    cwd: root,
    env: { ...process.env, CONTENT: content },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  /** What is said until the next round has ended. */
  const next = async () => {
    await vi.waitFor(() => expect(said).toContain('Ctrl+C ends it'), { timeout: 15_000 });
    const round = said;
    said = '';
    return round;
  };
  expect(await next()).toContain(', 0 faults\n');

  await writeFile(file, '---\ntitle: Gui');
  expect(await next()).toMatch(/guilt\.md\n.*front-matter-m/s);

  await rm(file);
  expect(await next()).toContain('link-missing-file');

  await writeFile(file, shelf['themes/guilt.md']!);
  expect(await next()).toContain(', 0 faults\n');

  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
