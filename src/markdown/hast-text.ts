import type { Element, ElementContent, Parents, Text } from 'hast';

/** A text node with its offset in the text of the block and its parent. */
export interface TextRun {
  node: Text;
  parent: Parents;
  start: number;
}

/** The text of an element as readers have it (a `<br>` is a line feed), with its text nodes and its note references. */
export function blockText(element: Parents): {
  text: string;
  runs: TextRun[];
  references: { id: string; at: number }[];
} {
  const runs: TextRun[] = [];
  const references: { id: string; at: number }[] = [];
  let text = '';
  const walk = (parent: Parents) => {
    for (const node of parent.children) {
      if (node.type === 'text') {
        runs.push({ node, parent, start: text.length });
        text += node.value;
      } else if (node.type === 'element') {
        if (node.tagName === 'br') text += '\n';
        else if (isReference(node)) references.push({ id: String(node.properties['href']).slice(4), at: text.length });
        else walk(node);
      }
    }
  };
  walk(element);
  return { text, runs, references };
}

export function isReference(node: Element): boolean {
  return node.properties['role'] === 'doc-noteref';
}

/** Parts a run of inline nodes at its line ends; an element that spans lines is repeated on each. */
export function splitLines(nodes: ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'br') lines.push([]);
    else if (node.type === 'element' && node.children.length > 0) {
      const parts = splitLines(node.children);
      for (const [index, children] of parts.entries()) {
        if (index > 0) lines.push([]);
        if (children.length > 0) lines.at(-1)!.push({ ...node, children });
      }
    } else lines.at(-1)!.push(node);
  }
  return lines;
}
