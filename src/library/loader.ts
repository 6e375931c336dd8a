import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { compile } from '../markdown/compile.ts';
import type { Document } from '../markdown/document.ts';
import { type Files, readFiles, readOne } from './files.ts';

/** What lies in `content/` beside documents, as the data store keeps it. */
export interface Surroundings {
  pictures: Files['pictures'];
  ledger?: Files['ledger'];
  faults: Files['faults'];
}

/** The id under which the surroundings stand among the documents. */
export const surroundingsId = 'content';

/**
 * Loads the folder `content` into a collection: a document for each Markdown file, and one entry for what else lies
 * there. Faults are stored, never thrown: a loader that throws ends the dev server. A file is compiled again only when
 * it, or the code that compiles, has changed.
 */
export function contentLoader(content: string): Loader {
  return {
    name: 'content',
    async load(context) {
      const { config, logger, store, watcher } = context;
      const folder = resolve(fileURLToPath(config.root), content);
      const pipeline = await digestOfSources(fileURLToPath(config.root));
      const files = await readFiles(folder);
      let compiled = 0;
      for (const id of store.keys()) if (id !== surroundingsId && !files.sources.has(id)) store.delete(id);
      for (const path of files.sources.keys()) if (load(path)) compiled++;
      loadSurroundings();
      logger.info(
        `Compiled ${compiled} of ${files.sources.size} documents; ${files.sources.size - compiled} were unchanged.`,
      );

      watcher?.add(folder);
      for (const event of ['add', 'change', 'unlink'] as const) watcher?.on(event, (path) => void changed(event, path));

      /** Puts a document into the store; returns whether it had to be compiled. */
      function load(path: string): boolean {
        const source = files.sources.get(path) ?? '';
        const digest = context.generateDigest([pipeline, config.base, path, source].join('\0'));
        if (store.get(path)?.digest === digest) return false;
        const document: Document = compile(source, path, { base: config.base });
        return store.set({ id: path, data: { ...document }, digest });
      }

      function loadSurroundings() {
        const data: Surroundings = { pictures: files.pictures, faults: files.faults };
        if (files.ledger !== undefined) data.ledger = files.ledger;
        const digest = context.generateDigest(JSON.stringify([...files.pictures, files.ledger, files.faults]));
        if (store.get(surroundingsId)?.digest !== digest) store.set({ id: surroundingsId, data: { ...data }, digest });
      }

      async function changed(event: 'add' | 'change' | 'unlink', file: string) {
        const path = relative(folder, file).replaceAll('\\', '/');
        if (path.startsWith('..')) return;
        files.faults = files.faults.filter((fault) => fault.file !== `content/${path}`);
        files.sources.delete(path);
        files.pictures.delete(path);
        if (event !== 'unlink') await readOne(folder, path, files);
        if (files.sources.has(path)) load(path);
        else store.delete(path);
        loadSurroundings();
        logger.info(`${event === 'unlink' ? 'Removed' : 'Compiled'} ${path}.`);
      }
    },
  };
}

/** A digest of the code that turns sources into documents, and of the packages it stands on. */
async function digestOfSources(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['src/markdown', 'src/text'])
    for (const name of (await readdir(join(root, folder))).sort())
      hash.update(await readFile(join(root, folder, name)));
  hash.update(await readFile(join(root, 'package-lock.json')));
  return hash.digest('hex');
}
