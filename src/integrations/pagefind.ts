import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as service from 'pagefind';
import sirv from 'sirv';

/** Indexes the built pages for search; in dev, serves the index of the site that was published last. */
export function pagefind(): AstroIntegration {
  let site: URL;
  return {
    name: 'pagefind',
    hooks: {
      'astro:config:setup': ({ config }) => {
        site = config.outDir;
      },
      'astro:server:setup': ({ server }) => {
        const index = fileURLToPath(new URL('pagefind/', site));
        server.middlewares.use(`${server.config.base}pagefind`, sirv(index, { dev: true }));
      },
      'astro:build:done': async ({ dir, logger }) => {
        await indexSite(fileURLToPath(dir));
        logger.info('The pages are indexed for search.');
      },
    },
  };
}

/**
 * Indexes the pages of a built site, of each its `data-pagefind-body`, and writes the index to `pagefind/` in it.
 * Throws with every error that Pagefind reports.
 */
export async function indexSite(folder: string): Promise<void> {
  try {
    const { index, errors } = await service.createIndex();
    if (index) {
      errors.push(...(await addPages(index, folder)));
      const built = await index.getFiles();
      errors.push(...built.errors);
      if (errors.length === 0) await writeIndex(built.files, join(folder, 'pagefind'));
    }
    if (errors.length > 0) throw new Error(`Pagefind could not index the site:\n${errors.join('\n')}`);
  } finally {
    await service.close();
  }
}

async function addPages(index: service.PagefindIndex, folder: string): Promise<string[]> {
  const errors: string[] = [];
  // In one order on every machine, so that one site has one index.
  const paths = (await Array.fromAsync(glob('**/*.html', { cwd: folder }))).sort();
  for (const path of paths) {
    const content = withoutNoterefs(await readFile(join(folder, path), 'utf8'));
    const page = await index.addHTMLFile({ sourcePath: path.replaceAll('\\', '/'), content });
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

/**
 * The page without its references to notes. They hold no words, but Pagefind parts the text at every element with an
 * id, and would find neither “November, that” nor a word in whose middle a reference stands.
 */
function withoutNoterefs(html: string): string {
  return html.replaceAll(/<a\s(?:[^>"]|"[^"]*")*role="doc-noteref"(?:[^>"]|"[^"]*")*><\/a>/g, '');
}
