import type { APIRoute } from 'astro';
import { citationFiles } from '../../library/citation-files.ts';
import { itemOf } from '../../library/citation.ts';
import { getStaticPaths as essayPaths } from '../../library/essay-paths.ts';
import type { Essay } from '../../library/library.ts';

export async function getStaticPaths() {
  return (await essayPaths()).flatMap(({ params, props, ...path }) =>
    Object.entries(citationFiles).map(([citation, file]) => ({
      ...path,
      params: { ...params, citation },
      props: { ...props, file },
    })),
  );
}

interface Props {
  essay: Essay;
  file: (typeof citationFiles)[keyof typeof citationFiles];
}

export const GET: APIRoute<Props> = ({ props: { essay, file }, site }) =>
  new Response(file.write(itemOf(essay, new URL(essay.url, site).href)), {
    headers: { 'Content-Type': `${file.type}; charset=utf-8` },
  });
