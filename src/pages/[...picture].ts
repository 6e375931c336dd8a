import type { APIRoute } from 'astro';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureType } from '../library/picture.ts';
import { getShelf } from '../library/shelf.ts';

export async function getStaticPaths() {
  const { pictures } = await getShelf();
  return [...pictures.keys()].map((path) => ({ params: { picture: path }, props: { path } }));
}

/** A picture of `content/`, at the address that its path gives it. */
export const GET: APIRoute<{ path: string }> = async ({ props: { path } }) =>
  new Response(new Uint8Array(await readFile(join(process.env['CONTENT'] ?? 'content', path))), {
    headers: { 'Content-Type': pictureType(path)! },
  });
