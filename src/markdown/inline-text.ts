import type { Nodes } from 'mdast';

/** The text of a paragraph as one string, and where each part of it stands in the tree and in the file. */
export interface InlineText {
  text: string;
  runs: Run[];
}

export interface Run {
  start: number;
  end: number;
  node: Nodes;
  /** The nearest link above the text. */
  link?: Nodes;
}

/**
 * Flattens a node: text as it is, with a space where only the file goes to a new line; a line end for a break or a new
 * block, nothing for a reference to a note.
 */
export function inlineText(node: Nodes): InlineText {
  const runs: Run[] = [];
  let text = '';
  const walk = (node: Nodes, link: Nodes | undefined) => {
    if ('children' in node) {
      if (blocks.has(node.type) && text !== '') text += '\n';
      for (const child of node.children) walk(child, node.type === 'link' ? node : link);
      return;
    }
    const start = text.length;
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value.replaceAll('\n', ' ');
    else if (node.type === 'code') text += node.value;
    else if (node.type === 'break') text += '\n';
    runs.push({ start, end: text.length, node, ...(link && { link }) });
  };
  walk(node, undefined);
  return { text, runs };
}

const blocks = new Set(['paragraph', 'blockquote', 'list', 'listItem', 'heading']);

/** Pieces `[offset from start, line, column]` of a stretch of the text, one for each line of the file it stands on. */
export function piecesOf(
  { runs }: InlineText,
  start: number,
  end: number,
  source: string[],
): [number, number, number][] {
  const pieces: [number, number, number][] = [];
  for (const run of runs) {
    if (run.end <= start || run.start >= end || run.node.type === 'break' || !run.node.position) continue;
    const { line, column } = run.node.position.start;
    const value = 'value' in run.node ? run.node.value : '';
    let offset = run.start;
    for (const [index, part] of value.split('\n').entries()) {
      const from = Math.max(offset, start);
      if (part !== '' && offset + part.length > start && offset < end) {
        // Lines after the first start past their indentation or quotation mark, which the parser has taken off.
        const first = index === 0 ? column : (source[line + index - 1] ?? '').search(/[^\s>]/) + 1;
        pieces.push([from - start, line + index, Math.max(1, first) + from - offset]);
      }
      offset += part.length + 1;
    }
  }
  return pieces;
}
