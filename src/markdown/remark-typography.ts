import type { Nodes, Parents, Root } from 'mdast';
import type { VFile } from 'vfile';
import { educate } from '../text/typography.ts';
import { draftOf } from './draft.ts';

/** Sets typographic quotation marks, dashes and ellipses in our own prose; never in the text of a book. */
export function remarkTypography() {
  return (tree: Root, file: VFile) => {
    const isExcerpt = draftOf(file).kind === 'excerpt';
    for (const node of tree.children) if (!isExcerpt || node.type === 'footnoteDefinition') setTypography(node);
  };
}

/** Sets the quotation marks, dashes and ellipses in the paragraphs of a node. */
export function setTypography(node: Nodes): void {
  if (node.type === 'paragraph' || node.type === 'heading') run(node);
  else if ('children' in node) for (const child of node.children) setTypography(child);
}

/** Text nodes see across the markup between them, so that a quotation mark before emphasis opens. */
function run(parent: Parents) {
  const leaves = leavesOf(parent);
  for (const [index, node] of leaves.entries()) {
    if (node.type !== 'text') continue;
    const before = lastCharacter(leaves[index - 1]);
    const next = leaves[index + 1];
    node.value = educate(node.value, { before, after: next?.type === 'text' ? next.value.slice(0, 1) : '' });
  }
}

function leavesOf(parent: Parents): Nodes[] {
  return parent.children.flatMap((node) => ('children' in node ? leavesOf(node) : [node]));
}

function lastCharacter(node: Nodes | undefined): string {
  if (!node) return '';
  if (node.type === 'break') return '\n';
  return node.type === 'text' ? node.value.slice(-1) : 'x';
}
