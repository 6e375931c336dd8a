import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { isBlock, isMarked } from './element.ts';

const dropped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'nav',
  'form',
  'button',
  'input',
  'select',
  'map',
]);
const apparatus = [
  'pagenum',
  'pageno',
  'pagenumber',
  'page_number',
  'page-number',
  'pagebreak',
  'doc-pagebreak',
  'linenum',
  'linenumber',
  'pg-boilerplate',
  'transnote',
  'tnote',
  'covernote',
];
const begins =
  /\*\*\* ?START OF (?:THIS|THE) PROJECT GUTENBERG EBOOK|\*END\*?.{0,4}THE SMALL PRINT|^\W*START OF (?:THIS|THE) PROJECT/i;
const ends = /\*\*\* ?END OF (?:THIS|THE) PROJECT GUTENBERG EBOOK|^\W*End of (?:the |this )?Project Gutenberg/i;

/** Takes out what a transcription adds to its text: scripts, page and line numbers, licences, transcribers' notes. */
export function rehypeApparatus() {
  return (tree: Root): void => {
    let start = -1;
    let end = Infinity;
    visit(tree, ['element', 'comment'], (node, index, parent) => {
      if (node.type === 'comment' && parent && index !== undefined) {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      if (node.type !== 'element') return undefined;
      if (parent && index !== undefined && (dropped.has(node.tagName) || isApparatus(node))) {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      if (!isBlock(node) || node.tagName === 'body' || node.children.some(isBlock)) return undefined;
      const text = toString(node).slice(-2000);
      if (end === Infinity && ends.test(toString(node).trim().slice(0, 300))) end = node.position?.start.offset ?? end;
      else if (start < 0 && begins.test(text)) start = node.position?.end.offset ?? start;
      return undefined;
    });
    if (start < 0 && end === Infinity) return;
    visit(tree, (node, index, parent) => {
      const from = node.position?.start.offset ?? start;
      const to = node.position?.end.offset ?? end;
      if (!parent || index === undefined || (to > start && from < end)) return undefined;
      (parent as Element).children.splice(index, 1);
      return [SKIP, index];
    });
  };
}

function isApparatus(node: Element): boolean {
  if (isMarked(node, ...apparatus) || /^pg-(?:header|footer|start|end|machine)/.test(node.properties['id'] ?? ''))
    return true;
  // Page numbers without a class: `<span>[Pg 12]</span>`.
  return node.tagName === 'span' && /^\s*[[{](?:p|pg|page)\.?\s*[\divxlc]+[\]}]\s*$/i.test(toString(node));
}
