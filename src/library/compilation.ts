import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Tinypool } from 'tinypool';
import { type Compilable, compileInto } from './compile-into.ts';

/** From so many documents on, starting threads costs less than they gain. */
const enoughForThreads = 40;

/**
 * Compiles documents, each into its file, in threads where there are many; `root` is the project's folder. Resolves
 * when all are written; rejects when the compiler itself or the disk fails.
 */
export async function compileAll(documents: Compilable[], root: string): Promise<void> {
  if (documents.length < enoughForThreads) {
    for (const document of documents) compileInto(document);
    return;
  }
  const threads = Math.min(availableParallelism(), 8);
  const filename = join(root, 'src/library/compile-into.ts');
  const pool = new Tinypool({ filename, name: compileInto.name, minThreads: threads, maxThreads: threads });
  try {
    await Promise.all(documents.map((document) => pool.run(document)));
  } finally {
    await pool.destroy();
  }
}
