import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';

import { baseOf, publicationOf, repair } from '../integrations/publication.ts';
import { listen } from './listen.ts';
import { siteHandler } from './site-handler.ts';

const { OUT = 'dist', PORT = '4321', HOST = 'localhost' } = process.env;

try {
  const folder = resolve(OUT);
  await repair(publicationOf(folder));
  if (!existsSync(folder)) throw new Error(`There is no site in ${OUT}/ to serve; build it with \`npm run build\`.`);
  const base = baseOf(folder);
  const handler = siteHandler(folder, base);
  const port = await listen(() => createServer(handler), HOST, PORT);
  console.log(`Gloss is at http://${HOST}:${port}${base} (Ctrl+C stops it).`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

// npm reports a process that dies of a signal as a failure; stopping a server is none.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
