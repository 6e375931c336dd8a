import { expect, test } from 'vitest';
import { checkContent } from '../../../src/library/check.ts';
import type { Library, Page } from '../../../src/library/library.ts';
import { proveQuotations } from '../../../src/library/proof.ts';
import { compile } from '../../../src/markdown/compile.ts';
import type { Quotation } from '../../../src/markdown/document.ts';
import { folded } from '../../../src/text/fold.ts';

const { library, sources } = checkContent('content', { ledger: false });
const proved = library.quotations
  .filter((quotation) => quotation.proved)
  .map(({ page, quotation }) => ({ page, quotation }));
const passages = library.excerpts.map(({ passages: all }) => folded(all.map(({ text }) => text).join('\n')));

/** Every letter that a quotation has from its passage; those of insertions are the essayist's. */
function lettersOf({ text }: Quotation): number[] {
  const inserted = [...text.matchAll(/\[[^\]]{2,}\]/gu)].map(
    ({ 0: found, index }) => [index, index + found.length] as const,
  );
  const letters = [...text.matchAll(/\p{L}/gu)].map(({ index }) => index);
  return letters.filter((at) => inserted.every(([start, end]) => at < start || at >= end));
}

function changed(text: string, at: number): string {
  const letter = text[at]!;
  const other = letter.toLowerCase() === 'e' ? 'o' : 'e';
  return `${text.slice(0, at)}${letter === letter.toLowerCase() ? other : other.toUpperCase()}${text.slice(at + 1)}`;
}

/** Whether words stand in a passage, and not as a part of longer ones. */
function stands(text: string, passage: string): boolean {
  for (let at = passage.indexOf(text); at >= 0; at = passage.indexOf(text, at + 1))
    if (
      !/[\p{L}\p{N}]'?$/u.test(passage.slice(Math.max(0, at - 2), at)) &&
      !/^'?[\p{L}\p{N}]/u.test(passage.slice(at + text.length, at + text.length + 2))
    )
      return true;
  return false;
}

/** The faults of the library when some quotations read otherwise, as `file:line code`. */
function faultsWith(readings: Map<Quotation, string>): string[] {
  const edited = (page: Page) => {
    const quotations = page.document.quotations.map((quotation) => ({
      ...quotation,
      text: readings.get(quotation) ?? quotation.text,
    }));
    return { ...page, document: { ...page.document, quotations } };
  };
  const pages = new Map([...library.pages].map(([path, page]) => [path, edited(page)]));
  const excerpts = [...pages.values()].filter(({ kind }) => kind === 'excerpt');
  const { faults } = proveQuotations({ ...library, excerpts, pages } as Library);
  return faults.map(({ file, line, code }) => `${file}:${line} ${code}`);
}

test('the shelf has quotations, and every one without a link to an outside source is proved', () => {
  expect(proved.length).toBeGreaterThan(200);
  expect(library.quotations.filter((quotation) => !quotation.proved && !quotation.quotation.attributed)).toEqual([]);
});

test('changing any one letter of any quotation is a fault where the letter stands', () => {
  let tried = 0;
  const most = Math.max(...proved.map(({ quotation }) => lettersOf(quotation).length));
  for (let round = 0; round < most; round++) {
    const readings = new Map<Quotation, string>();
    const expected: string[] = [];
    for (const { page, quotation } of proved) {
      const at = lettersOf(quotation)[round];
      if (at === undefined) continue;
      const text = changed(quotation.text, at);
      readings.set(quotation, text);
      const isElsewhere = passages.some((passage) => stands(folded(text), passage));
      const line = isElsewhere ? quotation.place.line : quotation.pieces.findLast(([start]) => start <= at)![1];
      expected.push(`content/${page.path}:${line} quotation-${isElsewhere ? 'misattributed' : 'mismatch'}`);
    }
    tried += readings.size;
    expect(faultsWith(readings).sort()).toEqual(expected.sort());
  }
  expect(tried).toBeGreaterThan(10_000);
}, 300_000);

test('what is changed in a file is what the compiler reads', () => {
  // Questions stand in the front matter, where YAML may write them with escapes.
  const inText = proved.filter(
    ({ page, quotation }) => quotation.place.line > sources.get(page.path)!.split('\n').indexOf('---', 1),
  );
  for (const { page, quotation } of inText) {
    const [first] = lettersOf(quotation);
    const piece = quotation.pieces.findLast(([start]) => start <= first!)!;
    const lines = sources.get(page.path)!.split('\n');
    const at = piece[2] - 1 + first! - piece[0];
    lines[piece[1] - 1] = changed(lines[piece[1] - 1]!, at);
    const index = page.document.quotations.indexOf(quotation);
    const read = compile(lines.join('\n'), page.path, { base: '/' }).quotations[index]!;
    expect(read).toEqual({ ...quotation, text: changed(quotation.text, first!), sentence: read.sentence });
  }
}, 300_000);
