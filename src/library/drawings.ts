import { createHash, hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Tinypool } from 'tinypool';
import type { Card } from './card.ts';
import type * as drawing from './card-drawing.ts';

/** The pictures of cards, kept in a folder by what they show, so that none is drawn twice. */
export class Drawings {
  readonly #root: string;
  readonly #folder: string;
  readonly #files = new Map<string, Promise<string>>();
  readonly #pipeline: Promise<string>;
  #pool: Tinypool | undefined;
  #waiting = 0;

  /**
   * @param root The project's folder.
   * @param folder Where pictures are kept.
   */
  constructor(root: string, folder: string) {
    this.#root = root;
    this.#folder = folder;
    this.#pipeline = mkdir(folder, { recursive: true }).then(() => digestOfDrawing(root));
  }

  /** The file of a card's picture, once it is drawn; rejects when drawing fails. */
  file(card: Card): Promise<string> {
    const key = JSON.stringify(card);
    const file = this.#files.get(key) ?? this.#draw(card, key);
    this.#files.set(key, file);
    // Whoever asks for it is told of a failure; until then it must not end the process.
    file.catch(() => undefined);
    return file;
  }

  /** Removes the pictures that were not asked for. */
  async forgetOthers(): Promise<void> {
    const wanted = new Set(await Promise.all(this.#files.values()));
    const kept = (await readdir(this.#folder)).map((name) => join(this.#folder, name));
    await Promise.all(kept.filter((file) => file.endsWith('.png') && !wanted.has(file)).map((file) => rm(file)));
  }

  async #draw(card: Card, key: string): Promise<string> {
    const file = join(this.#folder, `${hash('sha256', `${await this.#pipeline}\0${key}`).slice(0, 32)}.png`);
    if (existsSync(file)) return file;
    this.#waiting++;
    try {
      await this.#threads().run({ card, file } satisfies drawing.Drawable);
    } finally {
      if (--this.#waiting === 0) {
        const pool = this.#pool;
        this.#pool = undefined;
        await pool?.destroy();
      }
    }
    return file;
  }

  /** Threads for as long as there is something to draw. */
  #threads(): Tinypool {
    const maxThreads = Math.min(availableParallelism(), 8);
    const filename = join(this.#root, 'src/library/card-drawing.ts');
    const name: keyof typeof drawing = 'drawInto';
    return (this.#pool ??= new Tinypool({ filename, name, minThreads: 1, maxThreads }));
  }
}

/** A digest of the code that draws, and of the packages it stands on. */
async function digestOfDrawing(root: string): Promise<string> {
  const sum = createHash('sha256');
  for (const name of ['card-drawing', 'card-layout', 'card-png'])
    sum.update(await readFile(join(root, `src/library/${name}.ts`)));
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { integrity?: string }>;
  };
  for (const name of ['satori', '@resvg/resvg-js', 'source-serif'])
    sum.update(lock.packages[`node_modules/${name}`]?.integrity ?? '');
  return sum.digest('hex');
}
