import type { Link, Paragraph, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { InlineText } from './inline-text.ts';

/** The last line of a block quotation attributes it when it starts with a dash. */
export function isAttribution(node: Paragraph): boolean {
  return /^\s*(?:[—–―]|-{2,3})\s*\S/.test(toString(node));
}

/** The first link in a paragraph, at any depth. */
export function linkIn(node: Paragraph | PhrasingContent): Link | undefined {
  if (node.type === 'link') return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const link = linkIn(child);
    if (link) return link;
  }
  return undefined;
}

/** Whether a note reference or a link out of the library follows at once after `offset`: punctuation may come between. */
export function attributed({ text, runs }: InlineText, offset: number): boolean {
  const rest = text.slice(offset);
  const next = offset + (/^[.,;:!?)]*\s*[(—–]?\s*/.exec(rest)?.[0].length ?? 0);
  const tight = offset + (/^[.,;:!?)]*/.exec(rest)?.[0].length ?? 0);
  return runs.some(
    (run) =>
      (run.node.type === 'footnoteReference' && run.start >= offset && run.start <= tight) ||
      (run.link?.type === 'link' && run.start === next && /^[a-z]+:/i.test(run.link.url)),
  );
}
