import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { type Entry, isLive, ledgerPath } from '../library/ledger.ts';

/** The sitemap: every page but those that have gone, whose addresses only say where they went. */
export function pageMap({ base, content }: { base: string; content: string }): AstroIntegration {
  let gone: Set<string> | undefined;
  return sitemap({
    filter: (page) => !(gone ??= goneFrom(join(content, ledgerPath), base)).has(new URL(page).pathname),
  });
}

/** The addresses of pages that the ledger, which the pages have been built with, has as moved, merged or withdrawn. */
function goneFrom(ledger: string, base: string): Set<string> {
  const entries = JSON.parse(readFileSync(ledger, 'utf8')) as Entry[];
  const pages = entries.filter((entry) => entry.id === '' && !isLive(entry));
  return new Set(pages.map(({ address }) => `${base.replace(/\/$/, '')}${address}`));
}
