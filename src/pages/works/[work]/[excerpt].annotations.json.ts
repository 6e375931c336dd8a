import type { APIRoute } from 'astro';
import { annotationCollection } from '../../../library/annotations.ts';
import type { Excerpt } from '../../../library/library.ts';

export { getStaticPaths } from '../../../library/excerpt-paths.ts';

export const GET: APIRoute<{ excerpt: Excerpt }> = ({ props, site }) =>
  Response.json(
    annotationCollection(props.excerpt, (url) => new URL(url, site).href),
    {
      headers: { 'Content-Type': 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"' },
    },
  );
