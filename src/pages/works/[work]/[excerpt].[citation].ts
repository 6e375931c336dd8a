import type { APIRoute } from 'astro';
import { citationFiles } from '../../../library/citation-files.ts';
import { itemOf } from '../../../library/citation.ts';
import { getStaticPaths as excerptPaths } from '../../../library/excerpt-paths.ts';
import type { Excerpt } from '../../../library/library.ts';

export async function getStaticPaths() {
  return (await excerptPaths()).flatMap(({ params, props, ...path }) =>
    Object.entries(citationFiles).map(([citation, file]) => ({
      ...path,
      params: { ...params, citation },
      props: { ...props, file },
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
