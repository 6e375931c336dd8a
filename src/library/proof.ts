import type { Quotation } from '../markdown/document.ts';
import type { Fault } from '../markdown/fault.ts';
import { prove } from '../text/proof.ts';
import { Evidence } from './evidence.ts';
import type { Library, LocatedQuotation, Page } from './library.ts';
import { anchorsOf } from './links.ts';
import { failureFault, placelessFault } from './proof-faults.ts';

/** What proving the quotations of a library comes to. */
export interface Proofs {
  /** The quotations of each page in its order, proved or not. */
  quotations: Map<Page, LocatedQuotation[]>;
  faults: Fault[];
}

/**
 * Proves every quotation of a library against the passage that its link names. One without a link, because a note or an
 * outside address accounts for it, stays unproved without a fault; links to what is not there are faults elsewhere.
 */
export function proveQuotations(library: Library): Proofs {
  const evidence = new Evidence(library);
  const quotations = new Map<Page, LocatedQuotation[]>();
  const faults: Fault[] = [];
  for (const page of library.pages.values()) {
    const found = page.document.quotations.map((quotation, index) => locate(page, quotation, `q${index + 1}`));
    quotations.set(page, found);
  }
  return { quotations, faults };

  function locate(page: Page, quotation: Quotation, id: string): LocatedQuotation {
    const link = page.document.links[quotation.link];
    const target = link && library.pages.get(link.target);
    const excerpt = target?.kind === 'excerpt' ? target : undefined;
    const anchors = link?.anchor ? [link.anchor] : [];
    const note = page.document.notes[quotation.note];
    const at = `${page.url}#${note ? `fn-${note.label}` : id}`;
    const located: LocatedQuotation = { quotation, page, id, at, anchors, url: link?.href ?? '', proved: false };
    if (excerpt) located.excerpt = excerpt;
    const unit = excerpt && link && evidence.unitOf(excerpt, link.anchor);
    if (unit === undefined) {
      if (target && (link.anchor === '' || anchorsOf(target).has(link.anchor)))
        faults.push(placelessFault(page, quotation, target, evidence));
      return located;
    }
    const proof = prove(quotation.text, evidence.passages, unit);
    if (proof.proved) {
      located.anchors = proof.units.flatMap((at) => evidence.units[at]!.id ?? []);
      located.proved = true;
      // The text fragment costs more than the proof, and a check has no use for it.
      let address: string | undefined;
      return Object.defineProperty(located, 'url', {
        enumerable: true,
        get: () => (address ??= evidence.addressOf(proof.parts())),
      });
    }
    faults.push(failureFault(page, quotation, proof, evidence));
    return located;
  }
}
