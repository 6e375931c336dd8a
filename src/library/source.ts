import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from './library.ts';

/** The Markdown of a page, as its author wrote it. */
export function sourceOf({ path }: Page): Promise<string> {
  return readFile(join(process.env['CONTENT'] ?? 'content', path), 'utf8');
}
