import type { Element, Nodes, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { VFile } from 'vfile';
import { draftOf } from './draft.ts';
import { isReference } from './hast-text.ts';
import { walk } from './walk.ts';

declare module 'vfile' {
  interface DataMap {
    /** The content of each note, by its index in `Draft.notes`. */
    noteContent: Element[];
  }
}

/** Takes the notes out of the tree; on pages of prose a `<div data-note>` holds the place of each, after its block. */
export function rehypeNotes() {
  return (tree: Root, file: VFile) => {
    const { kind, notes } = draftOf(file);
    const content: Element[] = [];
    tree.children = tree.children.filter((node) => {
      if (node.type !== 'element' || node.properties['dataDefinition'] === undefined) return true;
      content[Number(node.properties['dataDefinition'])] = node;
      return false;
    });
    for (const [index, note] of notes.entries()) note.text = content[index] ? words(content[index]) : '';
    file.data.noteContent = content;
    if (kind === 'excerpt') return;

    const placed = new Set<string>();
    tree.children = tree.children.flatMap((node): RootContent[] => {
      if (node.type !== 'element') return [node];
      const holders: Element[] = [];
      walk(node, (element: Nodes) => {
        if (element.type !== 'element' || !isReference(element)) return;
        const number = String(element.properties['dataN']);
        if (placed.has(number)) return;
        placed.add(number);
        holders.push({
          type: 'element',
          tagName: 'div',
          properties: { dataNote: String(Number(number) - 1) },
          children: [],
        });
      });
      return [node, ...holders];
    });
  };
}

function words(node: Element): string {
  return node.children
    .map((child) => toString(child))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
