import type { APIRoute } from 'astro';
import { type DataKind, dataSchemas, jsonSchema } from '../../library/data-schemas.ts';

export function getStaticPaths() {
  return Object.keys(dataSchemas).map((schema) => ({ params: { schema }, props: { kind: schema as DataKind } }));
}

/** The JSON Schema of one kind of the site's data. */
export const GET: APIRoute<{ kind: DataKind }> = ({ props: { kind }, url, site }) =>
  new Response(`${JSON.stringify(jsonSchema(kind, new URL(url.pathname, site).href), null, 2)}\n`, {
    headers: { 'Content-Type': 'application/schema+json' },
  });
