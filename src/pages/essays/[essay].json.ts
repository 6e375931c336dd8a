import type { APIRoute } from 'astro';
import { essayData } from '../../library/data.ts';
import type { Essay } from '../../library/library.ts';

export { getStaticPaths } from '../../library/essay-paths.ts';

export const GET: APIRoute<{ essay: Essay }> = ({ props }) => Response.json(essayData(props.essay));
