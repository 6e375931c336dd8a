import type { APIRoute } from 'astro';
import { namesOf } from '../../library/names.ts';
import { getShelf } from '../../library/shelf.ts';

/** What the search suggests for a word that it does not find. */
export const GET: APIRoute = async () => Response.json(namesOf(await getShelf()));
