import { hash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { begunAhead } from './ahead.ts';
import type { Compilation } from './compilation.ts';
import type { Compilable } from './compile-into.ts';
import { type Stored, type Surroundings, surroundingsId } from './stored.ts';
import { work } from './work.ts';

/**
 * Loads the folder `content` into a collection: an entry for each Markdown file, which names the file that holds its
 * document, and one for what else lies there. Faults are stored, never thrown: a loader that throws ends the dev server.
 * A file is compiled again only when it, or the code that compiles, has changed; Astro goes on meanwhile.
 */
export function contentLoader(content: string): Loader {
  let before: Compilation | undefined;
  return {
    name: 'content',
    async load({ config, logger, store, watcher }) {
      const root = resolve(fileURLToPath(config.root));
      const place = { root, content, base: config.base, cache: resolve(fileURLToPath(config.cacheDir)) };
      // Astro would read every module that compiles, which takes half a second: for a build, in vain.
      const begun = begunAhead(place) ?? (await import('./compilation.ts')).beginCompilation(place, before);
      if (watcher) before = begun;
      const { files, documents, folder, missing } = begun;
      for (const id of store.keys()) if (id !== surroundingsId && !files.sources.has(id)) store.delete(id);
      for (const document of documents) keep(document);
      keepSurroundings();
      if (!watcher) forgetAllBut(new Set(documents.map(({ file }) => file)), folder);
      Object.assign(work(), { documents: documents.length, compiled: missing });
      logger.info(`Compiled ${missing} of ${documents.length} documents.`);

      function keep({ path, file }: Compilable) {
        const data: Stored = { file };
        store.set({ id: path, data: { ...data }, digest: file });
      }

      function keepSurroundings() {
        const data: Surroundings = { pictures: files.pictures, faults: files.faults };
        if (files.ledger) data.ledger = files.ledger;
        const digest = hash('sha256', JSON.stringify([...files.pictures, data.ledger, files.faults]));
        if (store.get(surroundingsId)?.digest !== digest) store.set({ id: surroundingsId, data: { ...data }, digest });
      }
    },
  };
}

/** Removes what was compiled of texts that are no more. */
function forgetAllBut(wanted: Set<string>, folder: string): void {
  for (const file of readdirSync(folder).map((name) => join(folder, name)))
    if (file.endsWith('.json') && !wanted.has(file)) rmSync(file);
}
