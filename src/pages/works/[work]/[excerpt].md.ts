import type { APIRoute } from 'astro';
import type { Excerpt } from '../../../library/library.ts';
import { sourceOf } from '../../../library/source.ts';

export { getStaticPaths } from '../../../library/excerpt-paths.ts';

export const GET: APIRoute<{ excerpt: Excerpt }> = ({ props }) =>
  new Response(sourceOf(props.excerpt), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
