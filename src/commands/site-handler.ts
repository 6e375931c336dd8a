import { existsSync, readFileSync } from 'node:fs';
import type { RequestListener, ServerResponse } from 'node:http';
import { extname, join, posix } from 'node:path';
import sirv from 'sirv';

import { hashedFolders, headers, immutable } from '../integrations/headers.ts';

/** Types that sirv does not know, or sends without saying that they are UTF-8. */
const types: Record<string, string> = {
  '.bib': 'application/x-bibtex',
  '.md': 'text/markdown',
  '.ris': 'application/x-research-info-systems',
  '.txt': 'text/plain',
};

/**
 * Answers requests for a built site as static hosts do: the page of an address that ends in `/`, a redirect where the
 * `/` is missing, `404.html` for the rest. Files are looked up anew on each request, since a build may replace them.
 *
 * @param folder The built site; a file with a `.br` or `.gz` beside it is sent compressed to those who accept it.
 * @param base Path under which the site was built, with `/` at both ends.
 */
export function siteHandler(folder: string, base: string): RequestListener {
  const files = sirv(folder, { dev: true, etag: true, brotli: true, gzip: true, extensions: [], setHeaders });

  return (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const { pathname, search } = addressOf(request.url ?? '/');
    if (!pathname.startsWith(base)) {
      if (pathname === '/' || `${pathname}/` === base) redirect(response, 302, base + search);
      else notFound(response, folder);
      return;
    }
    const path = pathname.slice(base.length - 1);
    const isPage = path.endsWith('/');
    request.url = isPage ? `${path}index.html` : path;
    files(request, response, () => {
      if (!isPage && existsSync(join(folder, decoded(path), 'index.html'))) {
        redirect(response, 301, `${pathname}/${search}`);
      } else {
        notFound(response, folder);
      }
    });
  };
}

/** Splits a request's target; a path of several slashes would be another host in a redirect, so they become one. */
function addressOf(target: string): { pathname: string; search: string } {
  const [path = '/', ...query] = target.split('?');
  return { pathname: posix.normalize(`/${path}`), search: query.length > 0 ? `?${query.join('?')}` : '' };
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function setHeaders(response: ServerResponse, pathname: string): void {
  const type = types[extname(pathname)];
  if (type) response.setHeader('Content-Type', `${type};charset=utf-8`);
  const isHashed = hashedFolders.some((folder) => pathname.startsWith(`/${folder}/`));
  response.setHeader('Cache-Control', isHashed ? immutable : 'no-cache');
}

function redirect(response: ServerResponse, status: 301 | 302, location: string): void {
  response.writeHead(status, { Location: location }).end();
}

function notFound(response: ServerResponse, folder: string): void {
  const page = join(folder, '404.html');
  const body = existsSync(page) ? readFileSync(page) : 'This site has no page for addresses that lead nowhere.';
  response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' }).end(body);
}
