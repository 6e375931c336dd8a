import { faultCodes } from '../markdown/fault.ts';
import type { Advice } from './advice.ts';
import type { Checked } from './check.ts';
import { nameOf } from './ledger.ts';
import type { Library, LocatedQuotation } from './library.ts';

/** What a check found, for machines. */
export function checkData({ library, faults }: Checked, advice: readonly Advice[]) {
  const { quotations, permanence, works } = library;
  return {
    documents: library.pages.size,
    quotations: {
      proved: quotations.filter(({ proved }) => proved).length,
      unproved: unprovedOf(library).map(unprovedData),
    },
    anchors: {
      kept: permanence?.kept ?? 0,
      unrecorded: permanence?.unrecorded.map(nameOf) ?? [],
      retired: permanence?.retired.map(({ url }) => url) ?? [],
    },
    quoted: works.flatMap(({ slug, quoted: { words, limit } }) => (limit ? [{ work: slug, words, limit }] : [])),
    faults: faults.map((fault) => ({ ...fault, mend: faultCodes[fault.code] })),
    advice,
  };
}

/** What a check found, in a line: `41 documents, 128 quotations proved, 612 anchors kept, 0 faults`. */
export function summaryOf({ library, faults }: Checked): string {
  const proved = library.quotations.filter((quotation) => quotation.proved).length;
  const kept = library.permanence?.kept ?? 0;
  return `${library.pages.size} documents, ${proved} quotations proved, ${kept} anchors kept, ${faults.length} faults`;
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
