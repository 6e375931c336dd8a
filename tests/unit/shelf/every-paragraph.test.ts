import { expect, test } from 'vitest';
import { buildLibrary } from '../../../src/library/build.ts';
import { checkContent } from '../../../src/library/check.ts';
import { type Entry, isBlockId, readLedger, writeLedger } from '../../../src/library/ledger.ts';
import type { Excerpt } from '../../../src/library/library.ts';
import { publishedOf } from '../../../src/library/published.ts';
import { compile } from '../../../src/markdown/compile.ts';
import type { Block, Document } from '../../../src/markdown/document.ts';
import { folded } from '../../../src/text/fold.ts';

const { library, sources } = checkContent('content', { ledger: false });
const ledgerOf = (entries: Entry[]) => ({ ...readLedger(writeLedger(entries)), strict: false });
const documents = [...library.pages.values()].map(({ document }) => document);
const recorded = buildLibrary(documents, { base: '/', ledger: ledgerOf([]) }).permanence!.unrecorded;

/** The published blocks and lines of an excerpt: what stands under each id. */
const wordsOf = (page: Excerpt) =>
  new Map(publishedOf(page).flatMap(({ id, text }) => (isBlockId(id) ? [[id, folded(text)]] : [])));

/** What is published of an excerpt and its work, as the ledger has it: the same for every way in which it is edited. */
const ledgers = new Map(
  library.excerpts.map((excerpt) => [
    excerpt,
    ledgerOf(recorded.filter(({ address }) => address === excerpt.url || address === excerpt.work.url)),
  ]),
);

/**
 * Expects that, when an excerpt reads otherwise, every published id is either on its words or named by a fault and on
 * none; returns the ids that are.
 */
function lostBy(excerpt: Excerpt, edited: Document): string[] {
  const ledger = ledgers.get(excerpt)!;
  const { excerpts, faults } = buildLibrary([excerpt.work.document, edited], { base: '/', ledger });
  const now = excerpts[0] ? wordsOf(excerpts[0]) : new Map<string, string>();
  const losses = faults.filter(({ code }) => code === 'anchor-vanished' || code === 'anchor-changed');
  const published = wordsOf(excerpt);
  const lost = [...published.keys()].filter((id) =>
    losses.some(({ message }) => message.includes(`\`${excerpt.url}#${id}\``)),
  );
  // One expectation for all of them: there are a million.
  const misplaced = [...published].filter(([id, words]) => now.get(id) !== (lost.includes(id) ? undefined : words));
  expect(misplaced, excerpt.path).toEqual([]);
  return lost;
}

const idsIn = ({ passages }: Excerpt, index: number) =>
  [passages[index]!.id, ...(passages[index]!.lines ?? []).map(({ id }) => id)].filter((id) => id !== null);

test.each(library.excerpts.map((excerpt) => [excerpt.path, excerpt] as const))(
  '%s: deleting or swapping paragraphs moves no id to other words',
  (_, excerpt) => {
    const { document } = excerpt;
    const reading = (blocks: Block[]) => lostBy(excerpt, { ...document, blocks });
    expect(reading(document.blocks)).toEqual([]);
    for (const [index, block] of document.blocks.entries()) {
      expect(reading(document.blocks.toSpliced(index, 1)).sort()).toEqual(idsIn(excerpt, index).sort());
      for (let other = index + 1; other < document.blocks.length; other++)
        expect(reading(document.blocks.with(index, document.blocks[other]!).with(other, block))).toEqual([]);
    }
  },
  300_000,
);

test.each(library.excerpts.map((excerpt) => [excerpt.path, excerpt] as const))(
  '%s: taking a paragraph out of the file loses its ids and no others',
  (path, excerpt) => {
    const source = sources.get(path)!;
    for (const [index, { place, kind }] of excerpt.passages.entries()) {
      if (kind === 'break') continue;
      const lines = source.split('\n');
      const length = lines.slice(place.line - 1).findIndex((line) => line.trim() === '');
      lines.splice(place.line - 1, length < 0 ? lines.length : length);
      expect(lostBy(excerpt, compile(lines.join('\n'), path, { base: '/' })).sort()).toEqual(
        idsIn(excerpt, index).sort(),
      );
    }
  },
  300_000,
);
