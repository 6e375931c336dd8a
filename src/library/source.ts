import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from './library.ts';

/** The Markdown of a page, as its author wrote it; read at once, since waiting for a promise takes longer than reading. */
export function sourceOf({ path }: Page): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(process.env['CONTENT'] ?? 'content', path)));
}
