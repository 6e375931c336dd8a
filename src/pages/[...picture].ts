import type { APIRoute } from 'astro';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getShelf } from '../library/shelf.ts';

const types: Record<string, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
};

export async function getStaticPaths() {
  const { pictures } = await getShelf();
  return [...pictures.keys()].map((path) => ({ params: { picture: path }, props: { path } }));
}

/** A picture of `content/`, at the address that its path gives it. */
export const GET: APIRoute<{ path: string }> = async ({ props: { path } }) =>
  new Response(new Uint8Array(await readFile(join(process.env['CONTENT'] ?? 'content', path))), {
    headers: { 'Content-Type': types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream' },
  });
