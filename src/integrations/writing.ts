import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import { Batches } from './batches.ts';
import { type Writable, writeInto } from './write-into.ts';

/** Files that may wait to be written. */
const most = 512;

/** Writes the files of a site, with their compressed forms, in threads while the next are rendered. */
export class Writing {
  readonly #pool: Tinypool;
  readonly #files: Batches<Writable>;

  /** `root` is the project's folder. */
  constructor(root: URL) {
    const filename = fileURLToPath(new URL('src/integrations/write-into.ts', root));
    const maxThreads = Math.max(1, Math.min(availableParallelism() - 1, 4));
    // A thread has the next files before it, since here one may take longer than it takes for many.
    const concurrentTasksPerWorker = 4;
    this.#pool = new Tinypool({ filename, name: writeInto.name, minThreads: 1, maxThreads, concurrentTasksPerWorker });
    this.#files = new Batches(most, (files) => {
      const transfer = files.flatMap(({ bytes }) => bytes?.buffer ?? []);
      return this.#pool.run(files, { transferList: { transfer } }) as Promise<void>;
    });
  }

  /** Has a file written, whose bytes are given away; resolves when there is room for the next. Rejects as writing does. */
  add(file: Writable): Promise<void> {
    return this.#files.add(file);
  }

  /** Resolves when all are written; rejects when one could not be. */
  async end(): Promise<void> {
    try {
      await this.#files.end();
    } finally {
      await this.#pool.destroy();
    }
  }
}
