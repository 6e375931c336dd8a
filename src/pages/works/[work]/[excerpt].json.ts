import type { APIRoute } from 'astro';
import { excerptData } from '../../../library/data.ts';
import type { Excerpt } from '../../../library/library.ts';
import { getShelf } from '../../../library/shelf.ts';

export async function getStaticPaths() {
  const { excerpts } = await getShelf();
  return excerpts.map((excerpt) => ({
    params: { work: excerpt.work.slug, excerpt: excerpt.slug },
    props: { excerpt },
  }));
}

export const GET: APIRoute<{ excerpt: Excerpt }> = ({ props }) => Response.json(excerptData(props.excerpt));
