import type { APIRoute } from 'astro';
import { citationFiles } from '../../../library/citation-files.ts';
import { itemOf } from '../../../library/citation.ts';
import type { Excerpt } from '../../../library/library.ts';
import { getShelf } from '../../../library/shelf.ts';

export async function getStaticPaths() {
  const { excerpts } = await getShelf();
  return excerpts.flatMap((excerpt) =>
    Object.entries(citationFiles).map(([citation, file]) => ({
      params: { work: excerpt.work.slug, excerpt: excerpt.slug, citation },
      props: { excerpt, file },
    })),
  );
}

interface Props {
  excerpt: Excerpt;
  file: (typeof citationFiles)[keyof typeof citationFiles];
}

export const GET: APIRoute<Props> = ({ props: { excerpt, file }, site }) =>
  new Response(file.write(itemOf(excerpt, new URL(excerpt.url, site).href)), {
    headers: { 'Content-Type': `${file.type}; charset=utf-8` },
  });
