import { basis, prime } from './hashes.ts';

const space = 0x20;

/**
 * The stretches between spaces of some texts, each once, in the order in which they are first met. By hand, with a hash
 * to tell what was met before it is cut out: a large library has each a hundred times.
 */
export function distinctStretches(texts: Iterable<string>): Set<string> {
  const found = new Set<string>();
  const met = new Map<number, string>();
  for (const text of texts) {
    for (let start = 0, end = 0; start < text.length; start = end + 1) {
      let hash = basis;
      for (end = start; end < text.length; end++) {
        const code = text.charCodeAt(end);
        if (code === space) break;
        hash = Math.imul(hash ^ code, prime);
      }
      const known = met.get(hash);
      // Two may share a hash.
      if (known?.length === end - start && text.startsWith(known, start)) continue;
      const stretch = text.slice(start, end);
      met.set(hash, stretch);
      if (stretch !== '') found.add(stretch);
    }
  }
  return found;
}
