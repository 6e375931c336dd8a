import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { marksOf } from './element.ts';

/**
 * Says of every element that is set in by how many spaces, as `data-indent`: one for each em of a style, and of the
 * classes `i2` and `indent2` of Project Gutenberg, which count ems; two for each step of Standard Ebooks' `i1`, `i2`.
 */
export function rehypeIndents() {
  return (tree: Root): void => {
    let step = 1;
    visit(tree, 'element', (node) => {
      if (node.properties['epub:type'] !== undefined) step = 2;
      const indent = setIn(node, step);
      if (indent > 0) node.properties['dataIndent'] = String(indent);
    });
  };
}

function setIn(node: Element, step: number): number {
  const style = node.properties['style'] ?? '';
  const margin = /(?:margin-left|padding-left|text-indent)\s*:\s*([\d.]+)em/.exec(style)?.[1];
  if (margin !== undefined && node.tagName === 'span') return Math.round(Number(margin));
  for (const mark of marksOf(node)) {
    const [, name, digits] = /^(i|in|ind|indent)-?(\d{1,2})$/.exec(mark) ?? [];
    if (digits !== undefined) return Number(digits) * (name === 'i' ? step : 1);
  }
  return 0;
}
