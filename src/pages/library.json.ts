import type { APIRoute } from 'astro';
import { catalogue } from '../library/data.ts';
import { getShelf } from '../library/shelf.ts';

export const GET: APIRoute = async () => Response.json(catalogue(await getShelf()));
