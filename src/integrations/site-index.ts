import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import { begins, ends } from '../library/phase.ts';
import { Batches } from './batches.ts';
import type { begin, Searchable } from './index-into.ts';

/** Pages that may wait to be indexed, beside those that the thread keeps. */
const most = 512;

/** The index of a site in the making, in a thread of its own: pages are made ready for it while the next are rendered. */
export class SiteIndex {
  readonly #thread: Tinypool;
  readonly #begun: Promise<void>;
  readonly #pages: Batches<Searchable>;

  /** `root` is the project's folder, `pages` about how many there will be, `cache` a folder for groups of them alone. */
  constructor(root: URL, pages: number, cache: string) {
    begins('index');
    const filename = fileURLToPath(new URL('src/integrations/index-into.ts', root));
    this.#thread = new Tinypool({
      filename,
      minThreads: 1,
      maxThreads: 1,
      // It has the next pages before it, since here one page may take longer than it takes for many.
      concurrentTasksPerWorker: most,
      // Between the last page and the end it works on, and must not be put to sleep.
      useAtomics: false,
    });
    this.#begun = this.#run('begin', { pages, cache } satisfies Parameters<typeof begin>[0]);
    this.#begun.catch(() => undefined);
    this.#pages = new Batches(most, (pages) => this.#run('add', pages, bytesOf(pages)));
  }

  /** Adds a page, whose bytes are given away; resolves when there is room for the next, and rejects as Pagefind does. */
  add(page: Searchable): Promise<void> {
    return this.#pages.add(page);
  }

  /** Writes the index into a folder; rejects with every error that Pagefind has reported. */
  async write(folder: string): Promise<void> {
    try {
      await this.#begun;
      await this.#pages.end();
      await this.#run('write', folder);
      ends('index');
    } finally {
      await this.#thread.destroy();
    }
  }

  #run(name: 'begin' | 'add' | 'write', given: unknown, transfer: ArrayBuffer[] = []): Promise<void> {
    return this.#thread.run(given, { name, transferList: { transfer } }) as Promise<void>;
  }
}

function bytesOf(pages: Searchable[]): ArrayBuffer[] {
  return pages.flatMap(({ html }) => (typeof html === 'string' ? [] : html.buffer));
}
