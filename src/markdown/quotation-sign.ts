import type { Parents, PhrasingContent, Text } from 'mdast';
import type { Run } from './inline-text.ts';

/** Where the sign of a quotation without a link is to stand: at an offset of its paragraph, by its index. */
export interface Sign {
  at: number;
  quotation: number;
}

/**
 * Sets an empty link with `data-quotation` after each quotation that has no link of its own, so that the library can
 * say there that it is not proved. `runs` are those of the paragraph as it was before.
 */
export function setSigns(paragraph: Parents, runs: readonly Run[], signs: readonly Sign[]): void {
  // From the last to the first: what stands before a sign keeps its offsets.
  for (const { at, quotation } of signs.toSorted((a, b) => b.at - a.at)) {
    const run = runs.findLast(({ start, end }) => start < at && at <= end);
    const place = run && placeOf(run, paragraph);
    if (!run || !place) continue;
    const sign: PhrasingContent = {
      type: 'emphasis',
      children: [],
      data: { hName: 'a', hProperties: { dataQuotation: String(quotation) } },
    };
    const after: PhrasingContent[] = [sign];
    if (run.node.type === 'text' && at < run.end) after.push(cut(run.node, at - run.start));
    place.parent.children.splice(place.index + 1, 0, ...(after as never[]));
  }
}

/** Shortens a text to its first characters; returns the rest. */
function cut(node: Text, length: number): Text {
  const rest: Text = { type: 'text', value: node.value.slice(length) };
  node.value = node.value.slice(0, length);
  return rest;
}

function placeOf({ node }: Run, parent: Parents): { parent: Parents; index: number } | undefined {
  const index = parent.children.indexOf(node as never);
  if (index >= 0) return { parent, index };
  for (const child of parent.children) {
    const place = 'children' in child ? placeOf({ node } as Run, child) : undefined;
    if (place) return place;
  }
  return undefined;
}
