import { linkSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import zlib from 'node:zlib';

/**
 * Formats that are text, with the quality of Brotli for each: images, fonts and Pagefind's index are compressed already.
 * Style and script come with every page and are few; data are seldom asked for. Over 8.2 MB of pages and data, 5 gives
 * 1,617 kB in 0.3 s, 10 gives 1,458 kB in 6.8 s. Over 16.6 MB of data, 5 gives 5.1 MB in 0.49 s and 3 gives 5.4 in 0.21.
 */
const qualities: Record<string, number> = {
  '.css': 11,
  '.js': 11,
  '.svg': 9,
  '.html': 5,
  '.json': 3,
  '.txt': 5,
  '.xml': 5,
};

/** Of gzip, for the few who cannot read Brotli: over 73 MB of pages 6 gives 14.4 MB in 0.94 s, 4 gives 14.8 in 0.57. */
const level = 4;

/** Below this many bytes a file fits into one packet as it is. */
const smallest = 1024;

const compressedForms = ['.br', '.gz'];

/**
 * Writes a file of a site, with a `.br` and a `.gz` beside it where it is text; where `last`, its place in the last
 * site, has the same bytes, it shares those files. Throws what writing throws. It works at once and not by promises, of
 * which four for each of thousands of small files cost more than the writing.
 */
export function writeCompressed(path: string, bytes: Buffer, last: string): void {
  if (!isSame(bytes, last) || !share(path, last, formsOf(path, bytes.length))) write(path, bytes);
}

/** The same for a file that is known to be as it was in its place in the last site. */
export function shareCompressed(path: string, last: string): void {
  if (!share(path, last, formsOf(path, statSync(last).size))) write(path, readFileSync(last));
}

/**
 * Writes a `.br` and a `.gz` beside each text file of the folder that has none; a file that is the same in the folder
 * `last` shares those it has there. Says how many were compressed; throws when one cannot be read or written.
 */
export function compress(folder: string, last?: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = new Set(
    entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name)),
  );
  let compressed = 0;
  for (const path of paths) {
    if (!(extname(path) in qualities) || paths.has(`${path}.br`)) continue;
    const bytes = readFileSync(path);
    if (!isCompressible(path, bytes.length)) continue;
    const before = last !== undefined && join(last, path.slice(folder.length));
    if (before && isSame(bytes, before) && share(path, before, compressedForms)) continue;
    compressFile(path, bytes);
    compressed++;
  }
  return compressed;
}

function isCompressible(path: string, size: number): boolean {
  return extname(path) in qualities && size >= smallest;
}

/** What is added to the name of a file for each form that it is written in. */
function formsOf(path: string, size: number): string[] {
  return ['', ...(isCompressible(path, size) ? compressedForms : [])];
}

function write(path: string, bytes: Buffer): void {
  writeFileSync(path, bytes);
  if (isCompressible(path, bytes.length)) compressFile(path, bytes);
}

function isSame(bytes: Buffer, last: string): boolean {
  return statSync(last, { throwIfNoEntry: false })?.size === bytes.length && readFileSync(last).equals(bytes);
}

/** Links those forms of a file that is as it was in the last site; says whether it could. */
function share(path: string, last: string, forms: string[]): boolean {
  try {
    for (const form of forms) linkSync(last + form, path + form);
    return true;
  } catch {
    // What is linked would be written into the last site too.
    for (const form of forms) rmSync(path + form, { force: true });
    return false;
  }
}

function compressFile(path: string, bytes: Buffer): void {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT, BROTLI_MIN_WINDOW_BITS } = zlib.constants;
  const params = {
    [BROTLI_PARAM_QUALITY]: qualities[extname(path)]!,
    // As far back as the file is long: the usual window costs a third of the time to set up.
    [BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(bytes.length + 16)))),
    [BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  writeFileSync(`${path}.br`, zlib.brotliCompressSync(bytes, { params }));
  writeFileSync(`${path}.gz`, zlib.gzipSync(bytes, { level }));
}
