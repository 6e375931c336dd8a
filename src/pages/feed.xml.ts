import type { APIRoute } from 'astro';
import { href } from '../library/address.ts';
import { feedOf } from '../library/feed.ts';
import { getShelf } from '../library/shelf.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(feedOf(await getShelf(), new URL(href('/'), site)), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
