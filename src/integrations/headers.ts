import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * What a host says with every file. The policy in each page's meta element holds the hashes of its scripts and styles;
 * here stands what a meta element may not say, and what holds for files that have none.
 */
export const headers: Record<string, string> = {
  'Content-Security-Policy': "base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** Of files that are named by their content: they never change. */
export const immutable = 'public, max-age=31536000, immutable';

/** The folders, from the site's root, in which every file is named by its content. */
export const hashedFolders = ['_astro', 'pagefind/fragment', 'pagefind/index', 'pagefind/filter'];

/** Writes the headers to `_headers`, which Netlify and Cloudflare Pages read. */
export function hostHeaders(): AstroIntegration {
  let base: string;
  return {
    name: 'host-headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': ({ dir }) => writeFile(fileURLToPath(new URL('_headers', dir)), headersFile(base)),
    },
  };
}

/** The text of `_headers` for a site that is served under `base`, with or without a `/` at its end. */
export function headersFile(base: string): string {
  const root = base.replace(/\/?$/, '/');
  const rule = (path: string, fields: Record<string, string>) =>
    [path, ...Object.entries(fields).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
  return [
    rule('/*', headers),
    ...hashedFolders.map((folder) => rule(`${root}${folder}/*`, { 'Cache-Control': immutable })),
  ].join('\n');
}
