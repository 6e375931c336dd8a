import type { APIRoute } from 'astro';
import type { Essay } from '../../library/library.ts';
import { sourceOf } from '../../library/source.ts';

export { getStaticPaths } from '../../library/essay-paths.ts';

export const GET: APIRoute<{ essay: Essay }> = ({ props }) =>
  new Response(sourceOf(props.essay), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
