import type { Element, ElementContent, Nodes, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { directions, element, hasBlock, isBlank, isBlock, isElement, isMarked, marksOf } from './element.ts';
import { blockOf, blocksOfLines } from './lines.ts';
import type { Block, Lose } from './section.ts';
import { linesOfTable, speechesOfTable } from './table.ts';

/** What an element inherits from those around it. */
interface Surroundings {
  verse: boolean;
  /** The quotation that it stands in. */
  quoted?: string;
}

const verse = /poem|poetry|stanza|^(?:verse|song|hymn|ballad|lyric|linegroup|lg)/;
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hgroup'];

/** Brings the markup of any edition down to the blocks of an excerpt. */
export function flow(
  nodes: (ElementContent | RootContent)[],
  lose: Lose,
  around: Surroundings = { verse: false },
): Block[] {
  const blocks: Block[] = [];
  let loose: ElementContent[] = [];
  const settle = () => {
    blocks.push(
      ...inherit(
        blocksOfLines(
          loose,
          around.verse,
          loose.find((node) => !isBlank(node)),
        ),
        around,
      ),
    );
    loose = [];
  };
  for (const node of nodes) {
    if (node.type === 'doctype' || node.type === 'comment') continue;
    if (isBlock(node) || (isElement(node) && hasBlock(node))) {
      settle();
      blocks.push(...block(node));
    } else loose.push(node);
  }
  settle();
  return blocks;

  function block(node: Element): Block[] {
    const inside = { ...around, verse: around.verse || [...marksOf(node)].some((mark) => verse.test(mark)) };
    if (node.tagName === 'hr') return [element('hr', {}, [], node)];
    if (headings.includes(node.tagName)) return heading(node);
    if (node.tagName === 'table') return table(node);
    if (node.tagName === 'blockquote') inside.quoted ??= String(node.position?.start.offset ?? 0);
    if (['ul', 'ol', 'dl'].includes(node.tagName)) lose(node, 'A list is set as paragraphs.');
    if (node.properties['dataVerse'] !== undefined) return inherit([node], around);
    if (inside.verse && isStanzaOfLines(node))
      return inherit(
        [
          blockOf(
            node.children.filter(notBlank).map((line) => [line]),
            true,
            node,
          ),
        ],
        inside,
      );
    if (hasBlock(node) || !['p', 'div', 'li', 'dt', 'dd', 'center', 'address'].includes(node.tagName))
      return flow(node.children, lose, inside);
    return paragraph(node, inside);
  }

  function paragraph(node: Element, inside: Surroundings): Block[] {
    const isDirection = isMarked(node, ...directions);
    const properties = { ...node.properties, ...(isDirection && { dataDirection: '' }) };
    return inherit(blocksOfLines(node.children, inside.verse, node), inside).map((made) => ({
      ...made,
      properties: { ...kept(properties), ...made.properties },
    }));
  }

  function heading(node: Element): Block[] {
    lose(
      node,
      `The heading “${toString(node).replace(/\s+/g, ' ').trim()}” inside the text is a break: an excerpt has no headings.`,
    );
    return [element('hr', {}, [], node)];
  }

  function table(node: Element): Block[] {
    const cell = (inner: Element) => flow(inner.children, lose, { verse: isMarked(inner, 'verse') });
    const speeches = speechesOfTable(node, cell, lose);
    if (speeches) return speeches;
    lose(node, 'A table is set as lines, its cells parted by dashes.');
    return inherit(linesOfTable(node), {
      ...around,
      quoted: around.quoted ?? String(node.position?.start.offset ?? 0),
    });
  }
}

function inherit(blocks: Block[], { quoted }: Surroundings): Block[] {
  if (quoted !== undefined) for (const block of blocks) block.properties['dataQuoted'] ??= quoted;
  return blocks;
}

function kept({ dataDirection, dataFootnote }: Element['properties']): Element['properties'] {
  return { ...(dataDirection !== undefined && { dataDirection }), ...(dataFootnote !== undefined && { dataFootnote }) };
}

/** Lines that are blocks of their own, as `<div class="verse">`, are one stanza. */
function isStanzaOfLines(node: Element): boolean {
  const lines = node.children.filter(notBlank);
  return (
    lines.length > 0 &&
    lines.every((line) => isElement(line, 'div', 'p') && isMarked(line, 'verse', 'line', 'l') && !hasBlock(line))
  );
}

function notBlank(node: Nodes): boolean {
  return !isBlank(node);
}
