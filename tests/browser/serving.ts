import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { siteHandler } from '../../src/commands/site-handler.ts';
import { root, type Site } from '../site/sites.ts';

/** A built site on a port of its own. */
export interface Serving {
  origin: string;
  close(): void;
}

/** Serves a built site from within a test, which may answer some requests itself by returning true. */
export async function serve(site: Site, answers: (...request: Parameters<RequestListener>) => boolean = () => false) {
  const handler = siteHandler(join(root, site.out), site.base);
  const server = createServer((request, response) => {
    if (!answers(request, response)) handler(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const serving: Serving = { origin: `http://localhost:${port}`, close: () => void server.close() };
  return serving;
}
