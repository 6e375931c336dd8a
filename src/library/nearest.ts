import { distance } from '../text/distance.ts';

/** The candidate nearest to `name` by spelling (Levenshtein), if it differs in at most a third of the characters. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let limit = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= limit) continue;
    const letters = distance(name, candidate);
    if (letters < limit) [best, limit] = [candidate, letters];
  }
  return best;
}
