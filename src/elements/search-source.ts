import { SearchIndex, type Read } from './search-index.ts';

const signature = 'pagefind_dcd'.length;

/** Reads Pagefind's files from the site that is served under `base`, and unpacks them. */
function reader(base: string): Read {
  return async (path) => {
    // The list of files is asked for anew, so that a page that was open before a build finds the index after it.
    const isList = path.endsWith('.json');
    const response = await fetch(`${base}pagefind/${path}`, { cache: isList ? 'no-cache' : 'default' });
    if (!response.ok || !response.body) throw new Error(`${path} answers ${response.status}`);
    if (isList) return new Uint8Array(await response.arrayBuffer());
    const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(unpacked).arrayBuffer()).subarray(signature);
  };
}

let known: Promise<SearchIndex> | undefined;

/**
 * Does something with the index of this site, which is opened on first use and opened anew, once, where it fails: a
 * build may have replaced its files. Rejects where it fails again.
 */
export async function withIndex<T>(base: string, use: (index: SearchIndex) => Promise<T>): Promise<T> {
  const isFirst = known === undefined;
  try {
    known ??= SearchIndex.open(reader(base));
    return await use(await known);
  } catch (error) {
    known = undefined;
    if (isFirst) throw error;
    return withIndex(base, use);
  }
}
