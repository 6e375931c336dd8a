import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { remarkSyntax } from '../../src/markdown/syntax.ts';

// The least that this parser and this index can do: every file becomes a page, alone; then the pages are indexed.
const [content = '', site = ''] = process.argv.slice(2);
const processor = unified()
  .use(remarkParse)
  .use(remarkSyntax, { excerpt: false })
  .use(remarkRehype)
  .use(rehypeStringify)
  .freeze();
for await (const path of glob('**/*.md', { cwd: content })) {
  const source = (await readFile(join(content, path), 'utf8')).replace(/^---\n[^]*?\n---\n/, '');
  const file = join(site, path.replace(/\.md$/, ''), 'index.html');
  await mkdir(dirname(file), { recursive: true });
  const body = String(processor.processSync(source));
  await writeFile(file, `<!doctype html><html lang="en"><title>A page</title><main data-pagefind-body>${body}</main>`);
}

const { index } = await createIndex();
const { page_count: indexed } = await index!.addDirectory({ path: site });
if (indexed === 0) throw new Error('Unexpected site of which Pagefind indexes no page.');
await index!.writeFiles({ outputPath: join(site, 'pagefind') });
await close();
