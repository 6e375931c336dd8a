import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The text of a chapter, scene or poem without its notes, in blocks as its file has them. */
export interface Chapter {
  /** Slug of the work. */
  work: string;
  title: string;
  form: 'prose' | 'verse' | 'drama';
  blocks: string[];
}

const corpus = '../shared/corpus';

/** The chapters to build with: those of the corpus that lies beside the checkout, else those of the shelf. */
export async function chapters(root: string): Promise<Chapter[]> {
  const [folder, pattern] = existsSync(join(root, corpus))
    ? [join(root, corpus), '*/*.md']
    : [join(root, 'content/works'), '*/!(work).md'];
  const paths = (await Array.fromAsync(glob(pattern, { cwd: folder }))).sort();
  const found = await Promise.all(
    paths.map(async (path) => chapter(path.split('/')[0]!, await readFile(join(folder, path), 'utf8'))),
  );
  return found.filter(({ blocks }) => blocks.length > 0);
}

function chapter(work: string, source: string): Chapter {
  const [, matter = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(source) ?? [];
  const value = (key: string) => new RegExp(`^${key}: *"?(.*?)"?$`, 'm').exec(matter)?.[1] ?? '';
  const form = (value('form') || value('kind')) as Chapter['form'];
  const blocks = body
    .replaceAll(/^\[\^[^]*$/gm, '')
    .replaceAll(/\[\^[\w-]+\]/g, '')
    .split(/\n\s*\n/)
    .map((block) => plain(block, form))
    // What is left must be text and nothing else: no headings, lists, omissions or rules.
    .filter((block) => /^[\p{L}“‘*]/u.test(block) && /\p{L}{3}/u.test(block) && !/^\d+\. |[[\]<>`_]/.test(block));
  return { work, title: value('title'), form, blocks };
}

/** A block without marks of Markdown, but for those that make a stage direction or the name of a speaker. */
function plain(block: string, form: Chapter['form']): string {
  const lines = block.split('\n').map((line) => line.replace(/^(?:> ?)+/, ''));
  const text = (form === 'prose' ? lines.join(' ').replaceAll('\\ ', ' ') : lines.join('\n')).trim().replace(/\\$/, '');
  if (form === 'drama' && /^\*(?!\*)/.test(text)) return `*${text.replaceAll('*', '').replaceAll(/\\?\n/g, ' ')}*`;
  const [, speaker = '', words = ''] = (form === 'drama' && /^(\*\*[^*]+\*\* )([^]+)$/.exec(text)) || [, '', text];
  return speaker + words.replaceAll('*', '').replaceAll(/\s*\\?\n\s*/g, form === 'prose' ? ' ' : '\\\n');
}
