import type { ElementContent } from 'hast';
import { visit } from 'unist-util-visit';
import { isReference } from './element.ts';
import { flow } from './flow.ts';
import type { Note } from './markdown.ts';
import type { Block, EditionNotes, Lose } from './section.ts';
import { slice } from './speech.ts';

/**
 * The notes that blocks refer to, with the words before each reference as its lemma; the references get the labels of
 * the notes, `edition-1` and on. A reference before any word of its block moves behind the first.
 */
export function notesOf(blocks: Block[], edition: EditionNotes, lose: Lose): Note[] {
  const notes: Note[] = [];
  const labels = new Map<string, string>();
  for (const block of blocks) {
    settle(block);
    visit(block, 'element', (node) => {
      if (!isReference(node)) return;
      const key = String(node.properties['dataNote']);
      const known = labels.get(key);
      const label = known ?? `edition-${labels.size + 1}`;
      labels.set(key, label);
      node.properties['dataNote'] = label;
      if (known !== undefined) return;
      const before = textBefore(block, node);
      notes.push({ label, lemma: lemmaIn(before), blocks: flow(edition.get(key) ?? [], lose) });
    });
  }
  return notes;
}

/** Blocks without any reference to a note. */
export function withoutNotes(blocks: Block[]): Block[] {
  return blocks.map((block) => ({ ...block, children: without(block.children) }));
}

function without(nodes: ElementContent[]): ElementContent[] {
  return nodes
    .filter((node) => !isReference(node))
    .map((node) => (node.type === 'element' ? { ...node, children: without(node.children) } : node));
}

const firstWord = /^[^\p{L}\p{N}]*[\p{L}\p{N}\p{M}’'-]+[^\s\p{L}\p{N}]*/u;

function settle(block: Block): void {
  const { text } = plain(block);
  const end = firstWord.exec(text)?.[0].length ?? 0;
  const early: ElementContent[] = [];
  visit(block, 'element', (node) => {
    if (isReference(node) && textBefore(block, node).length < end) early.push(node);
  });
  if (early.length === 0 || end === 0) return;
  const bare = without(block.children);
  const late = slice(block.children, end, Infinity);
  block.children = [...slice(bare, 0, end), ...early, ...late];
}

/** The last words before a reference, three at most, with nothing between them that parts a sentence. */
function lemmaIn(before: string): string {
  const found = /(?:[\p{L}\p{N}][^\s.,;:!?—–…“”"()]*(?:\s+(?=[\p{L}\p{N}])|$)){1,3}$/u.exec(
    before.replace(/[^\p{L}\p{N}\p{M}]+$/u, ''),
  );
  return (found?.[0] ?? before).replace(/\s+/g, ' ').trim();
}

function textBefore(block: Block, reference: ElementContent): string {
  const { text, at } = plain(block, reference);
  return text.slice(0, at);
}

/** The text of a block, and where in it a node stands. */
function plain(block: Block, wanted?: ElementContent): { text: string; at: number } {
  let text = '';
  let at = -1;
  visit(block, (node) => {
    if (node === wanted) at = text.length;
    if (node.type === 'text') text += node.value;
    else if (node.type === 'element' && node.tagName === 'br') text += '\n';
  });
  return { text, at };
}
