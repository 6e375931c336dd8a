import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';

/** The sitemap: every page but those in `gone`, whose addresses only say where they went. */
export function pageMap(gone: ReadonlySet<string>): AstroIntegration {
  return sitemap({ filter: (page) => !gone.has(new URL(page).pathname) });
}
