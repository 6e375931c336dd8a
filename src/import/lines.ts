import type { ElementContent, Nodes } from 'hast';
import { toString } from 'hast-util-to-string';
import { splitLines } from '../markdown/hast-text.ts';
import { element, isBlank, isElement } from './element.ts';
import type { Block } from './section.ts';

const thoughtBreak = /^(?:⁂|(?:[*•·—–_~-]\s*){2,})$/;

/**
 * The blocks that a run of inline nodes makes. Where two line ends follow each other a new one begins; asterisks or
 * dashes alone are a thought break.
 */
export function blocksOfLines(children: ElementContent[], isVerse: boolean, origin: Nodes | undefined): Block[] {
  const stanzas: ElementContent[][][] = [[]];
  for (const line of linesOf(children, isVerse)) {
    if (!line.every(isBlank)) stanzas.at(-1)!.push(line);
    else if (stanzas.at(-1)!.length > 0) stanzas.push([]);
  }
  return stanzas
    .filter((lines) => lines.length > 0)
    .map((lines) => {
      const text = lines.map((line) => line.map((node) => toString(node)).join('')).join('\n');
      return thoughtBreak.test(text.trim())
        ? element('hr', {}, [], origin)
        : blockOf(lines, isVerse || looksLikeVerse(text.split('\n')), origin);
    });
}

/** Verse that nothing marks as such: short lines, most with a capital; an address or a cast has fewer, or full stops. */
function looksLikeVerse(lines: string[]): boolean {
  const capitals = lines.filter((line) => /^[^\p{L}]*\p{Lu}/u.test(line)).length;
  return lines.length > 3 && capitals > lines.length * 0.7 && lines.every((line) => line.length < 90);
}

/** One block of lines. */
export function blockOf(lines: ElementContent[][], isVerse: boolean, origin: Nodes | undefined): Block {
  const block = element('p', isVerse ? { dataVerse: '' } : {}, [], origin);
  for (const [index, line] of lines.entries()) {
    const indent = isVerse ? indentOf(line) : 0;
    const properties = indent > 0 ? { dataIndent: String(indent) } : {};
    if (index > 0) block.children.push(element('br', properties, []));
    else Object.assign(block.properties, properties);
    block.children.push(...line);
  }
  return block;
}

/** Lines end at a `br`, or, where there is none, with each `span` of verse: a style sheet would break them. */
function linesOf(children: ElementContent[], isVerse: boolean): ElementContent[][] {
  const lines = splitLines(children);
  const nodes = children.filter((node) => !isBlank(node));
  const areSpans = isVerse && lines.length === 1 && nodes.length > 1 && nodes.every((node) => isElement(node, 'span'));
  return areSpans ? nodes.map((node) => [node]) : lines;
}

/** How far a line is set in, in spaces: what `rehypeIndents` found of its elements, and no-break spaces before it. */
function indentOf(line: ElementContent[]): number {
  const text = line.map((node) => toString(node)).join('');
  const spaces = /^[ \t\n]*((?:\u00a0 ?)+)/.exec(text)?.[1]?.length ?? 0;
  let indent = 0;
  for (
    let node = line.find((child) => !isBlank(child));
    isElement(node);
    node = node.children.find((child) => !isBlank(child))
  )
    indent += Number(node.properties['dataIndent'] ?? 0);
  return indent + spaces;
}
