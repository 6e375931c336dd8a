import { getCollection } from 'astro:content';
import { buildLibrary } from './build.ts';
import { sorted } from './faults.ts';
import type { Library, Page } from './library.ts';
import { begins, ends } from './phase.ts';
import type { Picture } from './picture.ts';
import { ContentError } from './report.ts';
import { documentsIn, ended, fileOf, ledgerIn, type Stored, type Surroundings, surroundingsId } from './stored.ts';

export interface Shelf extends Library {
  /** Pictures by their path inside `content/`. */
  pictures: Map<string, Picture>;
}

/** A digest of the source of a page, and of the code that compiles it. */
export function digestOf({ document }: Page): string | undefined {
  return fileOf(document);
}

let known: { key: string; shelf: Promise<Shelf> } | undefined;

/**
 * The library of the site, built once a build; in dev again when content has changed. Throws a ContentError with every
 * fault of the content, which fails the build or shows in the overlay.
 */
export async function getShelf(): Promise<Shelf> {
  if (known && import.meta.env.PROD) return known.shelf;
  const entries = await getCollection('content');
  const key = entries.map(({ id, digest }) => `${id} ${digest ?? ''}`).join('\n');
  if (known?.key !== key) known = { key, shelf: build(entries) };
  return known.shelf;
}

async function build(entries: { id: string; data: unknown }[]): Promise<Shelf> {
  await ended();
  begins('library and proofs');
  const stored = entries.filter(({ id }) => id !== surroundingsId).map(({ data }) => data as Stored);
  const documents = documentsIn(stored.map(({ file }) => file));
  const { pictures, faults, ledger } = entries.find(({ id }) => id === surroundingsId)?.data as Surroundings;
  const library = buildLibrary(documents, {
    base: import.meta.env.BASE_URL,
    drafts: import.meta.env.DEV,
    pictures: new Set(pictures.keys()),
    ledger: { ...ledgerIn(ledger, import.meta.env.DEV), strict: !import.meta.env.DEV },
  });
  ends('library and proofs');
  const pending = library.permanence?.unrecorded.length ?? 0;
  if (import.meta.env.DEV && pending > 0)
    console.warn(
      `${pending} anchors are not in the ledger yet: run \`npm run permalinks\` when they are to be published.`,
    );
  const all = sorted([...faults, ...library.faults]);
  if (all.length > 0) throw new ContentError(all, process.cwd());
  return { ...library, pictures };
}
