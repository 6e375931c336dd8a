import type { APIRoute } from 'astro';
import { annotationCollection } from '../../../library/annotations.ts';
import type { Excerpt } from '../../../library/library.ts';
import { getShelf } from '../../../library/shelf.ts';

export async function getStaticPaths() {
  const { excerpts } = await getShelf();
  return excerpts.map((excerpt) => ({
    params: { work: excerpt.work.slug, excerpt: excerpt.slug },
    props: { excerpt },
  }));
}

export const GET: APIRoute<{ excerpt: Excerpt }> = ({ props, site }) =>
  Response.json(
    annotationCollection(props.excerpt, (url) => new URL(url, site).href),
    {
      headers: { 'Content-Type': 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"' },
    },
  );
