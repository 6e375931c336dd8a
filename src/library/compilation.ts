import { createHash, hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { Tinypool } from 'tinypool';
import { keepAhead } from './ahead.ts';
import { type Compilable, type Share, compileInto, isLeft, shareOf } from './compile-into.ts';
import { type Files, readFiles } from './files.ts';
import { begins, ends } from './phase.ts';
import { begin } from './stored.ts';

/** Where content is, and what is compiled of it. */
export interface Place {
  /** The project's folder. */
  root: string;
  /** The folder of the content, from there. */
  content: string;
  /** The path that the site is served under, with `/` at both ends. */
  base: string;
  /** The site's cache. */
  cache: string;
}

/** What lies in a folder of content, and what of it is compiled. */
export interface Compilation {
  files: Files;
  /** A digest of the code that compiles, and of what else it makes a document of. */
  pipeline: string;
  documents: Compilable[];
  /** The folder of the files that hold them. */
  folder: string;
  /** How many were not compiled yet. */
  missing: number;
}

/**
 * Reads the content and begins to compile what is not compiled yet: what, or the code that compiles, has changed.
 * `ended` resolves when that is done; it rejects when the compiler itself or the disk fails. What is as it was `before`
 * is neither read nor looked at again.
 */
export function beginCompilation({ root, content, base, cache }: Place, before?: Compilation): Compilation {
  begins('load');
  const folder = join(cache, 'documents');
  const pipeline = hash('sha256', `${digestOfSources(root)}\0${base}`);
  const files = readFiles(resolve(root, content), before?.files);
  const known = new Map(before?.pipeline === pipeline ? before.documents.map((each) => [each.path, each]) : []);
  mkdirSync(folder, { recursive: true });
  const documents = Array.from(files.sources, ([path, source]): Compilable => {
    const document = known.get(path);
    if (document?.source === source) return document;
    const digest = hash('sha256', [pipeline, path, source].join('\0'));
    return { path, source, base, file: join(folder, `${digest}.json`) };
  });
  const missing = documents.filter(({ file }) => !existsSync(file));
  ends('load');
  begins('compile');
  const shares = sharesOf(missing);
  const help = () => shares.forEach(compileInto);
  if (missing.length < enoughForThreads) help();
  begin(
    compileAll(shares, root).then(() => ends('compile')),
    help,
  );
  return { files, pipeline, documents, folder, missing: missing.length };
}

/** Begins before Astro is there to ask for it, while one core has nothing to do. */
export function beginAhead(place: Place): Compilation {
  const compilation = beginCompilation(place);
  keepAhead(place, compilation);
  return compilation;
}

/** From so many documents on, starting a thread costs less than it gains. */
const enoughForThreads = 40;
/** What one thread compiles while this one reads Astro; each has to make the same code fast first. */
const enoughForAnother = 1_200;

/**
 * What each thread is to compile. It is told at once: it would stand still whenever this thread, which reads Astro
 * meanwhile, had not come to hand it the next.
 */
function sharesOf(documents: Compilable[]): Share[] {
  const threads = Math.min(Math.ceil(documents.length / enoughForAnother), availableParallelism(), 8);
  return Array.from({ length: threads }, (_, thread) =>
    shareOf(documents.filter((_, index) => index % threads === thread)),
  );
}

/** Compiles what is left of each share in a thread of its own. */
async function compileAll(shares: Share[], root: string): Promise<void> {
  const left = shares.filter(isLeft);
  if (left.length === 0) return;
  const filename = join(root, 'src/library/compile-into.ts');
  const pool = new Tinypool({ filename, name: compileInto.name, minThreads: left.length, maxThreads: left.length });
  try {
    await Promise.all(left.map((share) => pool.run(share)));
  } finally {
    await pool.destroy();
  }
}

/** A digest of the code that turns sources into documents, and of the packages it stands on. */
function digestOfSources(root: string): string {
  const sum = createHash('sha256');
  for (const folder of ['src/markdown', 'src/text'])
    for (const name of readdirSync(join(root, folder)).sort()) sum.update(readFileSync(join(root, folder, name)));
  sum.update(readFileSync(join(root, 'package-lock.json')));
  return sum.digest('hex');
}
