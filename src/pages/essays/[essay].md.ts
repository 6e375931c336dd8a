import type { APIRoute } from 'astro';
import type { Essay } from '../../library/library.ts';
import { getShelf } from '../../library/shelf.ts';
import { sourceOf } from '../../library/source.ts';

export async function getStaticPaths() {
  const { essays } = await getShelf();
  return essays.map((essay) => ({ params: { essay: essay.slug }, props: { essay } }));
}

export const GET: APIRoute<{ essay: Essay }> = ({ props }) =>
  new Response(sourceOf(props.essay), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
