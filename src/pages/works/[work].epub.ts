import type { APIRoute } from 'astro';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { href } from '../../library/address.ts';
import { epubOf } from '../../library/epub.ts';
import type { Work } from '../../library/library.ts';
import { getShelf } from '../../library/shelf.ts';

export async function getStaticPaths() {
  const { works } = await getShelf();
  return works.map((work) => ({ params: { work: work.slug }, props: { work } }));
}

const font = (style: string) =>
  readFile(
    createRequire(join(process.cwd(), 'package.json')).resolve(
      `source-serif/WOFF2/TTF/SourceSerif4-${style}.ttf.woff2`,
    ),
  );

/** The work as a book. */
export const GET: APIRoute<{ work: Work }> = async ({ props: { work }, site }) => {
  const { essays } = await getShelf();
  const days = essays.map(({ data }) => data.updated ?? data.published).sort();
  const book = await epubOf(work, {
    absolute: (url) => new URL(url, site).href,
    modified: days.at(-1) ?? '2000-01-01',
    fonts: { roman: await font('Regular'), italic: await font('It') },
    picture: (url) => readFile(join(process.env['CONTENT'] ?? 'content', url.slice(href('/').length))),
  });
  return new Response(new Uint8Array(book), { headers: { 'Content-Type': 'application/epub+zip' } });
};
