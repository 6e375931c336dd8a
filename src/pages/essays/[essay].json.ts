import type { APIRoute } from 'astro';
import { essayData } from '../../library/data.ts';
import type { Essay } from '../../library/library.ts';
import { getShelf } from '../../library/shelf.ts';

export async function getStaticPaths() {
  const { essays } = await getShelf();
  return essays.map((essay) => ({ params: { essay: essay.slug }, props: { essay } }));
}

export const GET: APIRoute<{ essay: Essay }> = ({ props }) => Response.json(essayData(props.essay));
