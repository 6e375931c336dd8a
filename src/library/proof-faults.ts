import { dirname, relative } from 'node:path/posix';
import type { Quotation } from '../markdown/document.ts';
import type { Fault, Place } from '../markdown/fault.ts';
import { wordsInserted } from '../text/match.ts';
import type { Nearest } from '../text/occurrences.ts';
import { type Failure, prove, wordsBesideOmission } from '../text/proof.ts';
import type { Evidence } from './evidence.ts';
import { faultIn } from './faults.ts';
import type { Page } from './library.ts';

/** A passage is meant where at least half of a quotation agrees with it. */
const meant = 0.5;
/** Where half is all that agrees, another passage is meant that agrees so far. */
const meantRather = 0.75;
/** Below this a passage is too unlike a quotation to be offered. */
const offered = 0.25;
/** So many places of the same words are looked for, and so many of them named. */
const [sought, named] = [64, 3];

/** The fault of a quotation that its passage does not have. */
export function failureFault(page: Page, quotation: Quotation, failure: Failure, evidence: Evidence): Fault {
  const mismatch = (message: string) =>
    faultIn(page.document, 'quotation-mismatch', message, placeAt(quotation, failure.at));
  switch (failure.reason) {
    case 'empty':
      return mismatch('Unexpected quotation without a word of the passage, expected words that stand there.');
    case 'order':
      return mismatch('Unexpected order, expected what follows an omission to stand after what precedes it.');
    case 'insertion':
      return mismatch(`Unexpected insertion of ${failure.words} words, expected at most ${wordsInserted}.`);
    case 'omission':
      return mismatch(
        `Unexpected omission with ${failure.words} ${failure.words === 1 ? 'word' : 'words'} of the passage beside it, expected at least ${wordsBesideOmission} on each side.`,
      );
    case 'differs': {
      const places = placesOf(page, quotation, evidence);
      if (places.length > 0) return misattributed(page, quotation, places, evidence);
      if (failure.likeness > meant) return mismatch(difference(failure, evidence));
      const nearest = evidence.occurrences.nearest(quotation.text);
      return failure.likeness === meant && !(nearest && nearest.likeness >= meantRather)
        ? mismatch(difference(failure, evidence))
        : fabricated(page, quotation, nearest, evidence);
    }
  }
}

/** The fault of a quotation whose link names a page, or a note or heading, but no passage. */
export function placelessFault(page: Page, quotation: Quotation, target: Page, evidence: Evidence): Fault {
  const all = placesOf(page, quotation, evidence);
  const within = all.filter((unit) => {
    const excerpt = evidence.excerptAt(unit);
    return excerpt === target || excerpt.work === target;
  });
  if (all.length === 0) {
    const nearest = evidence.occurrences.nearest(quotation.text);
    const proof =
      nearest && nearest.likeness >= meant && prove(quotation.text, evidence.passages, nearest.stretch.unit);
    if (!proof || proof.proved) return fabricated(page, quotation, nearest, evidence);
    return failureFault(page, quotation, proof, evidence);
  }
  if (within.length === 0) return misattributed(page, quotation, all, evidence);
  const expected = `expected ${choice(page, within, evidence)}`;
  if (within.length > 1)
    return faultIn(
      page.document,
      'quotation-ambiguous',
      `Unexpected link that does not say which passage is meant, where the words stand ${within.length} times; ${expected}.`,
      quotation.place,
    );
  const message = `Unexpected link without the anchor of a passage, ${expected}, where the words stand.`;
  return faultIn(page.document, 'quotation-without-passage', message, quotation.place);
}

function misattributed(page: Page, quotation: Quotation, places: number[], evidence: Evidence): Fault {
  const link = page.document.links[quotation.link]!;
  const message = `Unexpected link to \`content/${link.target}${link.anchor && `#${link.anchor}`}\`, which does not have the words; expected ${choice(page, places, evidence)}, where they stand.`;
  return faultIn(page.document, 'quotation-misattributed', message, quotation.place);
}

function fabricated(page: Page, quotation: Quotation, nearest: Nearest | undefined, evidence: Evidence): Fault {
  let offer = '';
  if (nearest && nearest.likeness >= offered) {
    const { unit, start, end } = nearest.stretch;
    const words = evidence.units[unit]!.text.slice(start, end).replace(/\s+/gu, ' ');
    offer = `; the nearest are “${words}” at ${choice(page, [unit], evidence)} (${placeOf(unit, evidence)})`;
  }
  const message = `Unexpected words that stand nowhere in the library${offer}.`;
  return faultIn(page.document, 'quotation-fabricated', message, quotation.place);
}

/** The first word that differs, in both readings. */
function difference({ read, expected, place }: Failure & { reason: 'differs' }, evidence: Evidence): string {
  if (expected === '') return `Unexpected “${read}”, expected no more words: the excerpt ends here.`;
  const { id } = evidence.units[place.unit]!;
  const where = `${placeOf(place.unit, evidence)}${id === null ? '' : ` (#${id})`}`;
  const first = /^\p{L}/u.exec(read)?.[0];
  const onlyCase = first !== undefined && read !== expected && read.toLowerCase() === expected.toLowerCase();
  const bracketed = onlyCase && read.slice(first.length) === expected.slice(first.length);
  const hint = bracketed ? `, or the changed letter in brackets: \`[${first}]${read.slice(first.length)}\`` : '';
  return `Unexpected “${read}”, expected “${expected}” as in ${where}${hint}.`;
}

/** The units that have the words of a quotation, those nearest to its link first. */
function placesOf(page: Page, quotation: Quotation, evidence: Evidence): number[] {
  const { target } = page.document.links[quotation.link]!;
  const distance = (unit: number) => {
    const excerpt = evidence.excerptAt(unit);
    return excerpt.path === target ? 0 : dirname(excerpt.path) === dirname(target) ? 1 : 2;
  };
  return evidence.occurrences
    .find(quotation.text, sought)
    .filter((unit) => evidence.units[unit]!.id !== null)
    .sort((a, b) => distance(a) - distance(b) || a - b);
}

/** Units as the links that an author would write: `` `../works/x/y.md#p3` or `#p5` of … ``. */
function choice(page: Page, units: number[], evidence: Evidence): string {
  const links = units.map((unit) => {
    const path = relative(dirname(page.path), evidence.excerptAt(unit).path);
    return `\`${path}#${evidence.units[unit]!.id}\``;
  });
  if (links.length > named) return `one of ${links.slice(0, named).join(', ')} and ${links.length - named} more`;
  return links.length > 1 ? `${links.slice(0, -1).join(', ')} or ${links.at(-1)}` : links[0]!;
}

/** A unit as a place in a file: `content/works/x/y.md:15`. */
function placeOf(unit: number, evidence: Evidence): string {
  return `content/${evidence.excerptAt(unit).path}:${evidence.units[unit]!.place.line}`;
}

/** The place in the file of an offset in a quotation. */
function placeAt({ pieces, place }: Quotation, offset: number): Place {
  const piece = pieces.findLast(([start]) => start <= offset);
  return piece ? { line: piece[1], column: piece[2] + offset - piece[0] } : place;
}
