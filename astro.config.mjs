import { defineConfig } from 'astro/config';

import { endingsInDev } from './src/integrations/endings.ts';
import { hostHeaders } from './src/integrations/headers.ts';
import { pages } from './src/integrations/pages.ts';
import { publish } from './src/integrations/publish.ts';
import { refresh } from './src/integrations/refresh.ts';
import { settings } from './src/integrations/settings.ts';
import { pageMap } from './src/integrations/sitemap.ts';
import { typeface } from './src/integrations/typeface.ts';

// Nobody is watched, authors neither: no report of builds, no question after newer versions.
process.env.ASTRO_TELEMETRY_DISABLED ??= '1';
process.env.ASTRO_DISABLE_UPDATE_CHECK ??= 'true';

const { SITE = 'http://localhost:4321', BASE = '/', OUT = 'dist', CONTENT = 'content' } = process.env;

/** Addresses of pages that have gone, which are known when pages are rendered. */
const gone = new Set();

export default defineConfig({
  site: SITE,
  base: BASE,
  outDir: OUT,
  // One cache for each site that is built here, so that builds of other content do not empty it.
  cacheDir: `.cache/${OUT}`,
  trailingSlash: 'always',
  compressHTML: true,
  prefetch: false,
  // One sheet that every page shares is kept by the browser; a copy in each page is not.
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "frame-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "worker-src 'none'",
        // No script of ours writes markup or loads code by a computed address, so no policy needs to allow any.
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ],
    },
  },
  vite: {
    server: {
      // What a page imports is read side by side, not one after the other: a third of the time to the first page.
      preTransformRequests: true,
      watch: { ignored: ['**/.cache/**', '**/.dist.*/**'] },
    },
    // Astro takes a script into its page before Vite has filled in the wrapper that it puts around an `import()`.
    build: { assetsInlineLimit: (file) => (/\.m?js$/.test(file) ? false : undefined) },
    // On paper an address needs its host, which a style sheet cannot find out.
    css: { preprocessorOptions: { scss: { additionalData: `$site: '${new URL(SITE).origin}';` } } },
  },
  // Publishing replaces the last site, so it comes after everything that writes.
  integrations: [
    typeface(),
    settings(),
    refresh(CONTENT),
    pageMap(gone),
    pages(gone),
    endingsInDev(),
    hostHeaders(),
    publish(),
  ],
});
