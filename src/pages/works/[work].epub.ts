import type { APIRoute } from 'astro';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { href } from '../../library/address.ts';
import { epubOf } from '../../library/epub.ts';
import { materialOfExcerpt } from '../../library/excerpt-paths.ts';
import type { Work } from '../../library/library.ts';
import { materialOfBook } from '../../library/material.ts';
import { digestOf, getShelf } from '../../library/shelf.ts';

export async function getStaticPaths() {
  const { works, essays } = await getShelf();
  const modified =
    essays
      .map(({ data }) => data.updated ?? data.published)
      .sort()
      .at(-1) ?? '2000-01-01';
  return works.map((work) => {
    const material = materialOfBook(work, digestOf, materialOfExcerpt);
    return {
      params: { work: work.slug },
      props: { work, modified },
      ...(material !== undefined && { cacheKey: `${material} ${modified}` }),
    };
  });
}

const font = (style: string): Promise<Buffer> =>
  readFile(
    createRequire(join(process.cwd(), 'package.json')).resolve(
      `source-serif/WOFF2/TTF/SourceSerif4-${style}.ttf.woff2`,
    ),
  );

/** Read once for all books. */
const fonts = Promise.all([font('Regular'), font('It')]);

/** The work as a book. */
export const GET: APIRoute<{ work: Work; modified: string }> = async ({ props: { work, modified }, site }) => {
  const [roman, italic] = await fonts;
  const book = await epubOf(work, {
    absolute: (url) => new URL(url, site).href,
    modified,
    fonts: { roman, italic },
    picture: (url) => readFile(join(process.env['CONTENT'] ?? 'content', url.slice(href('/').length))),
  });
  return new Response(book, { headers: { 'Content-Type': 'application/epub+zip' } });
};
