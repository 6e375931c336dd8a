import type { Element, Root, Text } from 'hast';
import type { VFile } from 'vfile';
import { findLemma } from '../text/lemma.ts';
import type { Note } from './document.ts';
import { draftOf } from './draft.ts';
import { report } from './fault.ts';
import { blockText } from './hast-text.ts';

/**
 * Marks each lemma in the text of an excerpt and ties it to its note. Where lemmas overlap, or run across emphasis or
 * lines, each stretch becomes a `<mark>` of its own that names all its notes: `data-n="1 2"`.
 */
export function rehypeLemmas() {
  return (tree: Root, file: VFile) => {
    const { kind, notes } = draftOf(file);
    if (kind !== 'excerpt') return;
    const byLabel = new Map(notes.map((note) => [note.label, note]));
    const seen = new Set<Note>();
    for (const block of textElements(tree)) markBlock(block);

    function markBlock(block: Element) {
      const { text, runs, references } = blockText(block);
      const lemmas: { note: Note; start: number; end: number }[] = [];
      for (const { id, at } of references) {
        const note = byLabel.get(id);
        if (!note?.lemma || seen.has(note)) continue;
        seen.add(note);
        const found = findLemma(note.lemma, text, at);
        if (found) {
          lemmas.push({ note, ...found });
          Object.assign(note, found);
        } else
          report(
            file,
            'lemma-not-found',
            `Unexpected lemma “${note.lemma}”, expected words that stand before \`[^${id}]\` in its paragraph: “${before(text, at)}”.`,
            note.place,
          );
      }
      if (lemmas.length === 0) return;
      // From the last text node to the first, so that cutting one leaves the places of the others true.
      for (const { node, parent, start } of runs.reverse()) {
        const pieces = cut(node, start, lemmas);
        if (pieces.length > 1 || pieces[0] !== node)
          parent.children.splice(parent.children.indexOf(node), 1, ...(pieces as never[]));
      }
    }
  };
}

/** The elements that hold the text of the book: paragraphs, also those quoted inside it. */
function textElements(tree: Root): Element[] {
  return tree.children.flatMap((node) => {
    if (node.type !== 'element') return [];
    if (node.tagName === 'p') return [node];
    return node.tagName === 'blockquote'
      ? node.children.filter((child) => child.type === 'element' && child.tagName === 'p')
      : [];
  }) as Element[];
}

function cut(node: Text, start: number, lemmas: { note: Note; start: number; end: number }[]): (Text | Element)[] {
  const end = start + node.value.length;
  const here = lemmas.filter((lemma) => lemma.start < end && lemma.end > start);
  if (here.length === 0) return [node];
  const edges = new Set([
    start,
    end,
    ...here.flatMap((lemma) => [Math.max(start, lemma.start), Math.min(end, lemma.end)]),
  ]);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1]!;
    const text: Text = { type: 'text', value: node.value.slice(from - start, to - start) };
    const numbers = here.filter((lemma) => lemma.start < to && lemma.end > from).map(({ note }) => note.number);
    if (numbers.length === 0) return text;
    return { type: 'element', tagName: 'mark', properties: { dataN: numbers.join(' ') }, children: [text] };
  });
}

function before(text: string, at: number): string {
  const words = text.slice(0, at).trim();
  return words.length > 60 ? `…${words.slice(-60)}` : words;
}
