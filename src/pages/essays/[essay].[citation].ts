import type { APIRoute } from 'astro';
import { citationFiles } from '../../library/citation-files.ts';
import { itemOf } from '../../library/citation.ts';
import type { Essay } from '../../library/library.ts';
import { getShelf } from '../../library/shelf.ts';

export async function getStaticPaths() {
  const { essays } = await getShelf();
  return essays.flatMap((essay) =>
    Object.entries(citationFiles).map(([citation, file]) => ({
      params: { essay: essay.slug, citation },
      props: { essay, file },
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
