import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { Tinypool } from 'tinypool';
import { fileOf } from './publication.ts';
import { type Writable, writeInto } from './write-into.ts';

/** Files that go to a thread at once, since handing them over costs more than writing a small one. */
const batch = 32;

/** Batches that may wait to be written; more would fill the memory. */
const most = 16;

/**
 * A prerenderer whose pages and files are written in threads while the next are rendered. Astro, which is given
 * nothing to write, would wait for each of them.
 *
 * @param root The project's folder.
 * @param site Where the site is built, where the last one stands, and the path it is served under.
 */
export function written(
  standard: AstroPrerenderer,
  root: string,
  site: { next: string; last: string; base: string },
): AstroPrerenderer {
  const filename = join(root, 'src/integrations/write-into.ts');
  const maxThreads = Math.max(1, Math.min(availableParallelism() - 1, 4));
  const pool = new Tinypool({ filename, name: writeInto.name, minThreads: 1, maxThreads });
  const writing: Promise<void>[] = [];
  let files: Writable[] = [];
  function write(): void {
    const batch = pool.run(files, {
      transferList: { transfer: files.map(({ bytes }) => bytes.buffer) },
    }) as Promise<void>;
    // Whoever waits is told of a failure; until then it must not end the process.
    batch.catch(() => undefined);
    writing.push(batch);
    files = [];
  }
  return {
    ...standard,
    async render(request, options) {
      const rendered = await standard.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      if (response.status >= 300 && response.status < 400) return rendered;
      const path = fileOf(request, site.base, options.routeData.type === 'page');
      const bytes = new Uint8Array(await response.arrayBuffer());
      files.push({ path: join(site.next, path), last: join(site.last, path), bytes });
      if (files.length === batch) write();
      if (writing.length > most) await writing.shift();
      const nothing = new Response(null, { headers: response.headers });
      return rendered instanceof Response ? nothing : { ...rendered, response: nothing };
    },
    async teardown() {
      try {
        write();
        await Promise.all(writing);
      } finally {
        await pool.destroy();
        await standard.teardown?.();
      }
    },
  };
}
