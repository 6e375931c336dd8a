import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { find, load, type Options } from '../../../src/elements/search-engine.ts';
import { type Read, SearchIndex } from '../../../src/elements/search-index.ts';
import { contextLines } from '../../../src/elements/search-lines.ts';
import { indexSite } from '../../../src/integrations/indexing.ts';

/** A page of an index: its address, what its head says of it, and its article. */
export interface IndexedPage {
  path: string;
  title: string;
  summary?: string;
  /** `theme: ['guilt Guilt']` */
  filters?: Record<string, string[]>;
  article: string;
}

/** Reads the files of an index that Pagefind has made of these pages. */
export async function indexOf(pages: IndexedPage[]): Promise<Read> {
  const folder = mkdtempSync(join(tmpdir(), 'search-'));
  for (const { path, title, summary = '', filters = {}, article } of pages) {
    const metas = Object.entries(filters).flatMap(([name, values]) =>
      values.map((value) => `<meta name="gloss:${name}" data-pagefind-filter="${name}[content]" content="${value}">`),
    );
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(
      join(folder, path, 'index.html'),
      `<html lang="en-GB"><head><meta name="description" content="${summary}">
      <meta property="og:title" content="${title}">${metas.join('')}</head>
      <body><article data-pagefind-body>${article}</article></body></html>`,
    );
  }
  await indexSite(folder);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return readerOf(join(folder, 'pagefind'));
}

/** Reads the files of the index in a folder. */
export function readerOf(folder: string): Read {
  const files = new Map<string, Uint8Array>();
  return (path) => {
    const known = files.get(path) ?? readFileSync(join(folder, path));
    files.set(path, known);
    return Promise.resolve(path.endsWith('.json') ? known : gunzipSync(known).subarray('pagefind_dcd'.length));
  };
}

/** What a search shows: a line for each hit, its kind, its address without the words, and its text with [marks]. */
export async function search(read: Read, query: string, options: Options = {}): Promise<string[]> {
  const index = await SearchIndex.open(read);
  const answer = await find(query, index, options);
  const { hits } = await load(answer, index, 0, 10);
  return hits.flatMap(({ text, passages }) =>
    passages.flatMap((passage) =>
      contextLines(text, passage, answer.query).map(({ kind, url, pieces }) => {
        const words = pieces.map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text)).join('');
        return `${kind} ${url.split(':~:')[0]!} ${words}`;
      }),
    ),
  );
}

/** Which of the words of a query stand nowhere. */
export async function absentFrom(read: Read, query: string): Promise<string[]> {
  const { absent } = await find(query, await SearchIndex.open(read));
  return absent.map(({ typed }) => typed);
}
