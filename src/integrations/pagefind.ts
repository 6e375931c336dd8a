import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as service from 'pagefind';
import sirv from 'sirv';

import { indexable } from './indexable.ts';

/** Indexes the built pages for search; in dev, serves the index of the site that was published last. */
export function pagefind(): AstroIntegration {
  let site: URL;
  let base: string;
  return {
    name: 'pagefind',
    hooks: {
      'astro:config:setup': ({ config }) => {
        site = config.outDir;
        base = config.base;
      },
      'astro:server:setup': ({ server }) => {
        const index = fileURLToPath(new URL('pagefind/', site));
        server.middlewares.use(`${server.config.base}pagefind`, sirv(index, { dev: true }));
      },
      'astro:build:done': async ({ dir, logger }) => {
        await indexSite(fileURLToPath(dir), base);
        logger.info('The pages are indexed for search.');
      },
    },
  };
}

/**
 * Indexes the pages of a built site, of each its `data-pagefind-body`, and writes the index to `pagefind/` in it; `base`
 * is the path under which the site will be served.
 * Throws with every error that Pagefind reports.
 */
export async function indexSite(folder: string, base = '/'): Promise<void> {
  // In one order on every machine, so that one site has one index.
  const paths = (await Array.fromAsync(glob('**/*.html', { cwd: folder }))).sort();
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(chunkSize(paths.length));
  try {
    const { index, errors } = await service.createIndex({ excludeSelectors: apparatus });
    if (index) {
      errors.push(...(await addPages(index, folder, paths, base)));
      const built = await index.getFiles();
      errors.push(...built.errors);
      if (errors.length === 0) await writeIndex(built.files, join(folder, 'pagefind'));
    }
    if (errors.length > 0) throw new Error(`Pagefind could not index the site:\n${errors.join('\n')}`);
  } finally {
    await service.close();
  }
}

/** What stands in a block and is not of its text: numbers in the margin, ways back, who quotes it. */
const apparatus = ['.number', '[role="doc-backlink"]', 'details'];

/**
 * How many places of words go into one file of the index. Pagefind's 20,000 would have a reader of a small library
 * load a fifth of all words for each that is searched; in a large one smaller files would make their list too long.
 */
function chunkSize(pages: number): number {
  return Math.min(20_000, Math.max(2_000, pages * 4));
}

async function addPages(
  index: service.PagefindIndex,
  folder: string,
  paths: string[],
  base: string,
): Promise<string[]> {
  const errors: string[] = [];
  for (const path of paths) {
    const content = indexable(await readFile(join(folder, path), 'utf8'));
    if (content === undefined) continue;
    const url = base.replace(/\/?$/, '/') + path.replaceAll('\\', '/').replace(/(?<=^|\/)index\.html$/, '');
    const page = await index.addHTMLFile({ url, content });
    errors.push(...page.errors.map((error) => `${path}: ${error}`));
  }
  return errors;
}

/** Written here and not by Pagefind, which dies without an answer when a disk is full; its own widgets are left out. */
async function writeIndex(files: service.IndexFile[], folder: string): Promise<void> {
  for (const { path, content } of files.filter(({ path }) => !/^pagefind-(.*ui|highlight)\./.test(path))) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
