import type { AnchorCount } from './anchor-count.ts';
import type { Library, LocatedQuotation, Work } from './library.ts';
import type { Retired } from './retired.ts';

/** What the page of proofs says of a library. */
export interface ProofReport {
  /** Works that are quoted: how many quotations are proved against their editions. */
  editions: { work: Work; quotations: number }[];
  /** Quotations that are not proved, as their sources are outside the library. */
  unproved: LocatedQuotation[];
  /** Works in copyright. */
  inCopyright: Work[];
  /** For each kind of anchor how many were published and what became of them. */
  anchors: AnchorCount[];
  /** Anchors whose words are gone, each with its address under the base. */
  retired: (Retired & { at: string })[];
}

/** Gathers what the page of proofs says: nothing on it is typed by hand. */
export function proofReport(library: Library): ProofReport {
  const proved = library.quotations.filter((quotation) => quotation.proved);
  const byWork = Map.groupBy(proved, ({ excerpt }) => excerpt!.work);
  return {
    editions: library.works.flatMap((work) => {
      const quotations = byWork.get(work)?.length;
      return quotations === undefined ? [] : [{ work, quotations }];
    }),
    unproved: library.quotations.filter((quotation) => !quotation.proved),
    inCopyright: library.works.filter(({ quoted }) => quoted.limit !== undefined),
    anchors: library.permanence?.published ?? [],
    retired: retiredIn(library),
  };
}

/** Of pages that are there the anchors, of pages that are gone the page and its anchors. */
function retiredIn({ excerpts, permanence }: Library): ProofReport['retired'] {
  const places = [
    ...excerpts.map(({ url, retired }) => ({ url, retired })),
    ...(permanence?.retired ?? []).map(({ url, page, anchors }) => ({ url, retired: [page, ...anchors] })),
  ];
  return places.flatMap(({ url, retired }) =>
    retired.map((one) => ({ ...one, at: one.id === '' ? url : `${url}#${one.id}` })),
  );
}
