import type { APIRoute } from 'astro';
import type { Excerpt } from '../../../library/library.ts';
import { getShelf } from '../../../library/shelf.ts';
import { sourceOf } from '../../../library/source.ts';

export async function getStaticPaths() {
  const { excerpts } = await getShelf();
  return excerpts.map((excerpt) => ({
    params: { work: excerpt.work.slug, excerpt: excerpt.slug },
    props: { excerpt },
  }));
}

export const GET: APIRoute<{ excerpt: Excerpt }> = async ({ props }) =>
  new Response(await sourceOf(props.excerpt), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
