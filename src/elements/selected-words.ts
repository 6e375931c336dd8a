import type { QuotedLine } from '../text/quoted.ts';
import { anchorOf, linesOf, within, type TextLine } from './article-text.ts';

/** Words of an excerpt or essay that the reader has selected. */
export interface SelectedWords {
  lines: (QuotedLine & { line: TextLine; start: number; end: number })[];
  /** Ids of the first and the last passage that they touch; '' where the text has none. */
  first: string;
  last: string;
  range: Range;
}

/**
 * What of a selection is text of an excerpt or essay: numbers, notes and headings outside it are left out. Undefined
 * where nothing is left, as with one space, or words of a note alone.
 */
export function selectedWords(selection = getSelection()): SelectedWords | undefined {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const article = [...document.querySelectorAll('article:is(.excerpt, .essay)')].find((found) =>
    range.intersectsNode(found),
  );
  if (!article) return undefined;
  const lines = linesOf(article).flatMap((line) => {
    const part = within(line, range);
    const { element } = line;
    if (!part) return [];
    return [
      {
        line,
        ...part,
        text: line.text.slice(part.start, part.end),
        ...(element.matches('.speaker') && { isSpeaker: true }),
        ...(element.matches('.line') && { isVerse: true, stanza: element.parentElement!.id || numberOf(element) }),
      },
    ];
  });
  const words = lines.filter(({ isSpeaker, text }) => !isSpeaker && text !== '[…]');
  if (words.length === 0) return undefined;
  return { lines, first: anchorOf(words[0]!.line), last: anchorOf(words.at(-1)!.line), range };
}

/** Whether both ends of a selection stand in the text itself. */
export function isWithinText({ range }: SelectedWords): boolean {
  const inText = (node: Node) => {
    const element = node instanceof Element ? node : node.parentElement;
    return !!element?.closest('article:is(.excerpt, .essay)') && !element.closest('[role="doc-footnote"], .card');
  };
  return inText(range.startContainer) && inText(range.endContainer);
}

const stanzas = new WeakMap<Element, string>();
let stanzaCount = 0;

/** A name for the stanza or speech that holds a line. */
function numberOf({ parentElement }: Element): string {
  const known = stanzas.get(parentElement!) ?? String(++stanzaCount);
  stanzas.set(parentElement!, known);
  return known;
}
