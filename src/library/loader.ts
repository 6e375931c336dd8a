import { createHash, hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { compileAll } from './compilation.ts';
import type { Compilable } from './compile-into.ts';
import { readFiles } from './files.ts';
import { begin, type Stored, type Surroundings, surroundingsId } from './stored.ts';
import { work } from './work.ts';

/**
 * Loads the folder `content` into a collection: an entry for each Markdown file, which names the file that holds its
 * document, and one for what else lies there. Faults are stored, never thrown: a loader that throws ends the dev server.
 * A file is compiled again only when it, or the code that compiles, has changed; Astro goes on meanwhile.
 */
export function contentLoader(content: string): Loader {
  return {
    name: 'content',
    async load(context) {
      const { config, logger, store, watcher } = context;
      const root = fileURLToPath(config.root);
      const folder = resolve(root, content);
      const compiled = join(fileURLToPath(config.cacheDir), 'documents');
      const pipeline = await digestOfSources(root);
      const files = readFiles(folder);
      await mkdir(compiled, { recursive: true });
      for (const id of store.keys()) if (id !== surroundingsId && !files.sources.has(id)) store.delete(id);
      const documents = [...files.sources].map(([path, source]) => compilable(path, source));
      const missing = documents.filter(({ file }) => !existsSync(file));
      begin(compileAll(missing, root));
      for (const document of documents) keep(document);
      loadSurroundings();
      if (!watcher) await forgetAllBut(new Set(documents.map(({ file }) => file)), compiled);
      Object.assign(work(), { documents: documents.length, compiled: missing.length });
      logger.info(`Compiled ${missing.length} of ${documents.length} documents.`);

      function compilable(path: string, source: string): Compilable {
        const digest = hash('sha256', [pipeline, config.base, path, source].join('\0'));
        return { path, source, base: config.base, file: join(compiled, `${digest}.json`) };
      }

      function keep({ path, file }: Compilable) {
        const data: Stored = { file };
        store.set({ id: path, data: { ...data }, digest: file });
      }

      function loadSurroundings() {
        const data: Surroundings = { pictures: files.pictures, faults: files.faults };
        if (files.ledger !== undefined) data.ledger = files.ledger;
        const digest = context.generateDigest(JSON.stringify([...files.pictures, files.ledger, files.faults]));
        if (store.get(surroundingsId)?.digest !== digest) store.set({ id: surroundingsId, data: { ...data }, digest });
      }
    },
  };
}

/** Removes what was compiled of texts that are no more. */
async function forgetAllBut(wanted: Set<string>, folder: string): Promise<void> {
  const files = (await readdir(folder)).map((name) => join(folder, name));
  await Promise.all(files.filter((file) => file.endsWith('.json') && !wanted.has(file)).map((file) => rm(file)));
}

/** A digest of the code that turns sources into documents, and of the packages it stands on. */
async function digestOfSources(root: string): Promise<string> {
  const sum = createHash('sha256');
  for (const folder of ['src/markdown', 'src/text'])
    for (const name of (await readdir(join(root, folder))).sort()) sum.update(await readFile(join(root, folder, name)));
  sum.update(await readFile(join(root, 'package-lock.json')));
  return sum.digest('hex');
}
