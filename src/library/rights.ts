import type { Fault, Place } from '../markdown/fault.ts';
import { folded } from '../text/fold.ts';
import { countWords, words } from '../text/words.ts';
import { faultIn } from './faults.ts';
import type { Library, LocatedQuotation, Page, Work } from './library.ts';

/** How many words of a work may be quoted. */
export interface Limit {
  /** In one block: a paragraph, a stanza, a speech, or a quotation that no passage has. */
  block: number;
  /** Over the whole library. */
  work: number;
}

/** The limits, by the status that `rights` in a work's front matter gives; a work in the public domain has none. */
export const limits: Record<Work['data']['rights']['status'], Limit | undefined> = {
  'public-domain': undefined,
  'in-copyright': { block: 80, work: 400 },
};

/** How much of a work is quoted: each of its words once, however often lemmas and essays repeat it. */
export interface Quoted {
  words: number;
  /** How many words the longest block of it has. */
  longest: number;
  limit?: Limit;
  faults: Fault[];
}

/**
 * Counts the words of a work that stand in the library: its passages, and the quotations without a link on its own
 * pages and in sentences of other pages that name it. What goes beyond the limits of its rights is a fault.
 */
export function quotedOf(work: Work, library: Library): Quoted {
  const limit = limits[work.data.rights.status];
  const passages = passagesOf(work);
  const quoted: Quoted = { words: 0, longest: 0, ...(limit && { limit }), faults: [] };
  for (const { page, count, place } of [...passages, ...unlinkedOf(work, passages, library)]) {
    quoted.words += count;
    quoted.longest = Math.max(quoted.longest, count);
    if (!limit) continue;
    const name = `“${work.title}”, which is in copyright`;
    if (count > limit.block) {
      const message = `Unexpected block of ${count} words of ${name}; expected at most ${limit.block}.`;
      quoted.faults.push(faultIn(page.document, 'rights-block-exceeded', message, place));
    }
    if (quoted.words > limit.work && quoted.words - count <= limit.work) {
      const message = `Unexpected ${quoted.words} words of ${name}, up to here; expected at most ${limit.work} in all.`;
      quoted.faults.push(faultIn(page.document, 'rights-work-exceeded', message, place));
    }
  }
  return quoted;
}

interface Piece {
  page: Page;
  /** How many words it has. */
  count: number;
  place: Place;
}

/** A block of an excerpt. */
interface Block extends Piece {
  text: string;
  fingerprint: string;
}

/** The blocks of a work's excerpts; one that an earlier excerpt has too is left out. */
function passagesOf({ excerpts }: Work): Block[] {
  const earlier = new Map<string, Block[]>();
  return excerpts.flatMap((page) => {
    const blocks = page.passages
      .filter(({ kind }) => kind !== 'omission' && kind !== 'break')
      .map(({ text, fingerprint, place }): Block => ({ page, count: fingerprint.length, place, text, fingerprint }));
    // Folding every text would take longer than all else that is counted here.
    const found = blocks.filter(
      ({ text, fingerprint }) => !earlier.get(fingerprint)?.some((other) => folded(other.text) === folded(text)),
    );
    for (const block of found) {
      const alike = earlier.get(block.fingerprint);
      if (alike) alike.push(block);
      else earlier.set(block.fingerprint, [block]);
    }
    return found;
  });
}

function unlinkedOf(work: Work, passages: Block[], library: Library): Piece[] {
  const unlinked = library.quotations.filter((located) => !located.proved && !located.excerpt && isOf(work, located));
  if (unlinked.length === 0) return [];
  const texts = passages.map(({ text }) => folded(text));
  return unlinked
    .filter(({ quotation }) => !texts.some((text) => text.includes(folded(quotation.text))))
    .map(({ page, quotation: { text, place } }) => ({ page, count: countWords(text), place }));
}

/** Whether an unlinked quotation may be of a work: it stands on a page of the work, or its sentence or source names it. */
function isOf(work: Work, { page, quotation }: LocatedQuotation): boolean {
  if (page === work || (page.kind === 'excerpt' && page.work === work)) return true;
  const source = page.document.links[quotation.link]?.text ?? '';
  return spaced(`${quotation.sentence} ${source}`).includes(spaced(work.title));
}

/** The words of a text, each between spaces, so that a title is not found inside a word. */
function spaced(text: string): string {
  return ` ${words(folded(text).toLowerCase()).join(' ')} `;
}
