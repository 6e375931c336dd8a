import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';

import { root, shelf } from '../site/sites.ts';
import { urlOf } from './served.ts';

interface Sought {
  query: string;
  /** Addresses of which any one will do; one without an anchor stands for every anchor of its page. */
  find: string[];
}

const setOf = (name: string) => parse(readFileSync(join(root, 'tests/search', `${name}.yaml`), 'utf8')) as Sought[];

for (const { name, recall, rank } of [
  { name: 'students', recall: 0.95, rank: 0.85 },
  // Written afterwards and used for nothing else; below this the search would have been made for the other set alone.
  { name: 'books', recall: 0.8, rank: 0.7 },
]) {
  test(`the passages that the set “${name}” asks for are among the first three hits`, async ({ page }) => {
    test.slow();
    await page.goto(urlOf(shelf, 'search/'));
    const ranks: number[] = [];
    const missed: string[] = [];
    for (const { query, find } of setOf(name)) {
      const hits = await page.evaluate(async (q) => {
        history.replaceState(null, '', `?${new URLSearchParams({ q }).toString()}`);
        dispatchEvent(new PopStateEvent('popstate'));
        const search = document.querySelector('search-page')!;
        while (search.hasAttribute('aria-busy')) await new Promise((resolve) => setTimeout(resolve, 5));
        return [...document.querySelectorAll<HTMLAnchorElement>('main .hit a')].map(({ pathname, hash }) => {
          return pathname + hash.split(':~:')[0]!;
        });
      }, query);
      const found = hits.findIndex((hit) =>
        find
          .map((address) => shelf.base + address.slice(1))
          .some((address) => (address.includes('#') ? hit === address : hit.startsWith(`${address}#`))),
      );
      ranks.push(found < 0 ? 0 : 1 / (found + 1));
      if (found < 0 || found > 2) missed.push(`${query}: ${found < 0 ? 'not found' : `hit ${found + 1}`}`);
    }
    const recallAt3 = 1 - missed.length / ranks.length;
    const meanReciprocalRank = ranks.reduce((sum, each) => sum + each, 0) / ranks.length;
    console.log(
      `${name}: ${ranks.length} queries, recall@3 ${recallAt3.toFixed(3)}, MRR ${meanReciprocalRank.toFixed(3)}` +
        missed.map((line) => `\n  ${line}`).join(''),
    );
    expect(recallAt3).toBeGreaterThanOrEqual(recall);
    expect(meanReciprocalRank).toBeGreaterThanOrEqual(rank);
  });
}
