import { faultCodes } from '../markdown/fault.ts';
import type { Advice } from './advice.ts';
import type { Checked } from './check.ts';
import { nameOf } from './ledger.ts';
import type { Library, LocatedQuotation } from './library.ts';
import { readingsOf } from './occurrences.ts';
import { proofReport } from './proof-report.ts';

/** What a check found, for machines. */
export function checkData({ library, faults }: Checked, advice: readonly Advice[]) {
  const { quotations, permanence, works } = library;
  return {
    documents: library.pages.size,
    shelf: shelfData(library),
    quotations: {
      proved: quotations.filter(({ proved }) => proved).length,
      unproved: unprovedOf(library).map(unprovedData),
    },
    anchors: {
      kept: permanence?.kept ?? 0,
      unrecorded: permanence?.unrecorded.map(nameOf) ?? [],
      retired: proofReport(library).retired.map(({ at, fate, url, reason }) => ({ address: at, fate, url, reason })),
    },
    quoted: works.flatMap(({ slug, quoted: { words, longest, limit } }) =>
      limit ? [{ work: slug, words, longest, limit }] : [],
    ),
    faults: faults.map((fault) => ({ ...fault, mend: faultCodes[fault.code] })),
    advice,
  };
}

/** What a check found, in a line: `41 documents, 128 quotations proved, 612 anchors kept, 0 faults`. */
export function summaryOf({ library, faults }: Checked): string {
  return listed([
    [library.pages.size, 'document'],
    [library.quotations.filter(({ proved }) => proved).length, 'quotation', 's proved', ' proved'],
    [library.permanence?.kept ?? 0, 'anchor', 's kept', ' kept'],
    [faults.length, 'fault'],
  ]);
}

/** What stands on the shelf, in a line: `12 works, 30 excerpts, 266 notes` and so on. */
export function shelfSummary(library: Library): string {
  const { works, excerpts, notes, competing, essays, themes, terms, lists } = shelfData(library);
  return listed([
    [works, 'work'],
    [excerpts, 'excerpt'],
    [notes, 'note'],
    [competing, 'lemma', 's with competing readings', ' with competing readings'],
    [essays, 'essay'],
    [themes, 'theme'],
    [terms, 'term'],
    [lists, 'list'],
  ]);
}

/** How many of each kind there are; `competing` are lemmas that more than one note reads. */
function shelfData({ works, excerpts, essays, themes, terms, lists }: Library) {
  return {
    works: works.length,
    excerpts: excerpts.length,
    notes: excerpts.reduce((sum, { notes }) => sum + notes.length, 0),
    competing: excerpts.flatMap(({ notes }) => readingsOf(notes)).filter(({ length }) => length > 1).length,
    essays: essays.length,
    themes: themes.length,
    terms: terms.length,
    lists: lists.length,
  };
}

function listed(counts: [count: number, name: string, many?: string, one?: string][]): string {
  return counts.map(([count, name, many = 's', one = '']) => `${count} ${name}${count === 1 ? one : many}`).join(', ');
}

/** The quotations that are taken on trust, a line each, since what they are from is not in the library. */
export function unprovedReport(library: Library): string {
  return unprovedOf(library)
    .map(unprovedData)
    .map(({ file, line, column, text }) => `${file}:${line}:${column} not proved: “${text}”`)
    .join('\n');
}

function unprovedOf({ quotations }: Library): LocatedQuotation[] {
  return quotations.filter(({ proved, quotation }) => !proved && quotation.attributed);
}

function unprovedData({ page, quotation: { text, place } }: LocatedQuotation) {
  return { file: `content/${page.path}`, ...place, text: text.replaceAll('\n', ' / ') };
}
