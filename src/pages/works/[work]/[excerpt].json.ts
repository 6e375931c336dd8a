import type { APIRoute } from 'astro';
import { excerptData } from '../../../library/data.ts';
import type { Excerpt } from '../../../library/library.ts';

export { getStaticPaths } from '../../../library/excerpt-paths.ts';

export const GET: APIRoute<{ excerpt: Excerpt }> = ({ props }) => Response.json(excerptData(props.excerpt));
