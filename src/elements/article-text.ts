/** A line of the text of an article: a paragraph, a line of verse, a heading, an item. */
export interface TextLine {
  element: Element;
  /** The nodes of its text, in order. */
  nodes: Text[];
  /** Its words as a reader sees them, with single spaces. */
  text: string;
}

const line = '.line, p, li, h1, h2, h3, h4, h5, h6, dt, dd, figcaption, summary, td, th, div, section, article';
const apart = '[role="doc-footnote"], .card, .retired, .number, details, figcaption, script, style';

/** The lines of a text in order; without `everything`, those that belong to it, and no notes or tools. */
export function linesOf(root: Element, everything = false): TextLine[] {
  const lines: TextLine[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const element = node.parentElement!.closest(line) ?? root;
    const left = node.parentElement!.closest(everything ? 'script, style, .card' : apart);
    if (left && root.contains(left)) continue;
    const last = lines.at(-1);
    if (last?.element === element) last.nodes.push(node);
    else if (node.data.trim() !== '') lines.push({ element, nodes: [node], text: '' });
  }
  for (const found of lines) found.text = spaced(rawOf(found)).trim();
  return lines;
}

/** The part of a line that a range covers, as offsets in its text; undefined where it covers no letter of it. */
export function within(found: TextLine, range: Range): { start: number; end: number } | undefined {
  let [raw, from, to] = [0, -1, -1];
  for (const node of found.nodes) {
    if (range.intersectsNode(node)) {
      const start = node === range.startContainer ? range.startOffset : 0;
      const end = node === range.endContainer ? range.endOffset : node.length;
      if (from < 0) from = raw + start;
      to = raw + end;
    }
    raw += node.length;
  }
  if (from < 0) return undefined;
  const whole = rawOf(found);
  const lead = whole.length - whole.trimStart().length;
  const offset = (index: number) =>
    Math.min(found.text.length, spaced(whole.slice(lead, Math.max(lead, index))).length);
  let [start, end] = [offset(from), offset(to)];
  while (start < end && found.text[start] === ' ') start++;
  while (end > start && found.text[end - 1] === ' ') end--;
  return end > start ? { start, end } : undefined;
}

/** The id that a line is linked by: its own, or that of what it stands in, or that of the heading above it. */
export function anchorOf({ element }: TextLine): string {
  const own = element.closest('article [id]');
  if (own) return own.id;
  const headings = [...(element.closest('article')?.querySelectorAll('h2[id], h3[id]') ?? [])];
  const isAbove = (heading: Element) => heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
  return headings.findLast(isAbove)?.id ?? '';
}

function rawOf({ nodes }: TextLine): string {
  return nodes.map(({ data }) => data).join('');
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
