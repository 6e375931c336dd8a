import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { isElement, isMarked } from './element.ts';
import { type Heading, asTitle, isHeadingText, readHeading } from './heading.ts';

/** A heading of a page, and how deep it is: 1 to 6. */
export interface RankedHeading extends Heading {
  level: number;
}

/** The heading that an element is: `h1` to `h6`, a group of one with its titles, or a paragraph that is set as one. */
export function headingOf(node: Element): RankedHeading | undefined {
  if (isElement(node, 'hgroup')) {
    const [first, ...others] = node.children.filter((child): child is Element => isElement(child));
    const heading = first && headingOf(first);
    const titles = others.map((other) => asTitle(toString(other))).filter(Boolean);
    return heading && { ...heading, title: [heading.title, ...titles].filter(Boolean).join(': ') };
  }
  const level = /^h([1-6])$/.exec(node.tagName)?.[1];
  if (level === undefined && !isElement(node, 'p', 'div', 'center')) return undefined;
  const text = textOf(node);
  // A contents list is links, and its lines look like headings.
  const links = linksIn(node);
  if (level !== undefined) return text === '' || links > 1 ? undefined : { ...readHeading(text), level: Number(level) };
  return isHeadingText(text) && links === 0 && !isMarked(node, 'toc') ? { ...readHeading(text), level: 6 } : undefined;
}

/** Whether there is a heading within that parts the text; one in a quotation or a table does not. */
export function holdsHeading(node: Element): boolean {
  if (isElement(node, 'blockquote', 'table', 'p') || isMarked(node, 'speech-title')) return false;
  return node.children.some(
    (child) =>
      isElement(child) &&
      (isElement(child, 'section', 'article') || headingOf(child) !== undefined || holdsHeading(child)),
  );
}

/** The level of the deepest heading with a label or a number: an unnumbered one below it stands inside a chapter. */
export function deepestNumbered(node: Root | Element): number {
  return Math.max(
    0,
    ...node.children.map((child) => {
      if (!isElement(child)) return 0;
      const heading = headingOf(child);
      if (!heading) return deepestNumbered(child);
      return heading.number !== undefined && heading.level < 6 ? heading.level : 0;
    }),
  );
}

/** The text of a heading: a `br` parts words. */
function textOf(node: Element): string {
  const parts = node.children.map((child) =>
    isElement(child, 'br') ? ' ' : isElement(child) ? textOf(child) : toString(child),
  );
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function linksIn(node: Element): number {
  let links =
    node.tagName === 'a' && node.properties['href'] !== undefined && node.properties['dataNote'] === undefined ? 1 : 0;
  for (const child of node.children) if (isElement(child)) links += linksIn(child);
  return links;
}
