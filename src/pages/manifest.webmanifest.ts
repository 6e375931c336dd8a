import type { APIRoute } from 'astro';
import { href } from '../library/address.ts';

export const GET: APIRoute = () =>
  Response.json({
    name: 'Gloss',
    description: 'Essays and close readings of books, every quotation checked.',
    start_url: href('/'),
    scope: href('/'),
    display: 'browser',
    background_color: '#fbfaf7',
    theme_color: '#9b2d1f',
    icons: [{ src: href('/favicon.svg'), type: 'image/svg+xml', sizes: 'any' }],
  });
