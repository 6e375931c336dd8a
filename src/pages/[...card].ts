import type { APIRoute } from 'astro';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Card, cardsOf, hasCards } from '../library/card.ts';
import { Drawings } from '../library/drawings.ts';
import { getShelf } from '../library/shelf.ts';

const drawings = new Drawings(process.cwd(), resolve('.cache', process.env['OUT'] ?? 'dist', 'cards'));

/** Cards begin to be drawn here, in threads, and are waited for below: this is one of the last routes to be built. */
export async function getStaticPaths() {
  if (!hasCards) return [];
  const cards = cardsOf(await getShelf());
  if (import.meta.env.PROD) {
    for (const card of cards.values()) void drawings.file(card);
    // What fails here fails below, too, where it is told.
    drawings.forgetOthers().catch(() => undefined);
  }
  return [...cards].map(([path, card]) => ({ params: { card: path }, props: { card } }));
}

/** The picture that stands for a page where a link to it is shown. */
export const GET: APIRoute<{ card: Card }> = async ({ props: { card } }) =>
  new Response(new Uint8Array(await readFile(await drawings.file(card))), { headers: { 'Content-Type': 'image/png' } });
