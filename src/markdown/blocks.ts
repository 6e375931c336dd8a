import type { Element, ElementContent, Root } from 'hast';
import { fingerprint } from '../text/fingerprint.ts';
import type { Block, BlockKind, Line, Note } from './document.ts';
import type { Place } from './fault.ts';
import { blockText, isReference, splitLines } from './hast-text.ts';

/** The blocks of an excerpt, from its tree; says in each note where its reference stands. `html` writes nodes out. */
export function blocksOf(
  tree: Root,
  notes: Note[],
  html: (nodes: ElementContent[]) => string,
  source: string[],
): Block[] {
  const byLabel = new Map(notes.map((note, index) => [note.label, index]));
  const blocks: Block[] = [];
  for (const node of tree.children) {
    if (node.type !== 'element') continue;
    if (node.tagName === 'p') blocks.push(block(node));
    else if (node.tagName === 'hr')
      blocks.push({ kind: 'break', html: '', text: '', fingerprint: '', place: placeOf(node), notes: [] });
    else if (node.tagName === 'blockquote')
      node.children
        .filter((child): child is Element => child.type === 'element' && child.tagName === 'p')
        .forEach((child, index) => blocks.push({ ...block(child), quoted: index === 0 ? 'first' : 'next' }));
  }
  shareLines(blocks);
  return blocks;

  function block(node: Element): Block {
    const { dataKind, dataSpeaker, dataVerse, dataIndent } = node.properties;
    const kind = String(dataKind ?? 'paragraph') as BlockKind;
    const { text, references } = blockText(node);
    const index = blocks.length;
    const words = kind === 'omission' ? '[…]' : text.trimEnd();
    const block: Block = {
      kind,
      html: '',
      text: words,
      fingerprint: fingerprint(words),
      place: placeOf(node),
      notes: [],
    };
    if (dataSpeaker !== undefined) block.speaker = String(dataSpeaker);
    for (const { id } of references) {
      const note = byLabel.get(id);
      if (note === undefined || notes[note]!.block >= 0) continue;
      notes[note]!.block = index;
      block.notes.push(note);
    }
    if (kind === 'stanza' || dataVerse !== undefined) block.lines = lines(node, Number(dataIndent ?? 0), text);
    else block.html = html(node.children);
    return block;
  }

  function lines(node: Element, firstIndent: number, text: string): Line[] {
    const { line: top } = placeOf(node);
    const texts = text.trimEnd().split('\n');
    const parts = splitLines(node.children).slice(0, texts.length);
    return parts.map((nodes, index) => {
      const line = top + index;
      for (const id of referencesIn(nodes)) {
        const note = notes[byLabel.get(id) ?? -1];
        if (note && note.line < 0) note.line = index;
      }
      const written = source[line - 1] ?? '';
      const spaces = /^(?:> ?)?( *)/.exec(written)?.[1]?.length ?? 0;
      const indent = index === 0 && node.properties['dataSpeaker'] !== undefined ? firstIndent : spaces;
      const words = (texts[index] ?? '').trim();
      return {
        html: html(trimmed(nodes)),
        text: words,
        fingerprint: fingerprint(words),
        indent,
        place: { line, column: spaces + 1 },
      };
    });
  }
}

/**
 * A line of verse is shared where a speech ends with an open line and the next starts with spaces after its speaker
 * (a direction may stand between): the line counts once, and its parts are first, middle and last.
 */
function shareLines(blocks: Block[]) {
  const speeches = blocks.filter((block) => block.kind === 'speech');
  for (const [index, speech] of speeches.entries()) {
    const last = speeches[index - 1]?.lines?.at(-1);
    const first = speech.lines?.[0];
    if (!last || !first || first.indent < 2) continue;
    last.part = last.part === 'last' ? 'middle' : 'first';
    first.part = 'last';
    first.indent = 0;
  }
}

function referencesIn(nodes: ElementContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    return isReference(node) ? [String(node.properties['href']).slice(4)] : referencesIn(node.children);
  });
}

/** Without the white space that ends and starts the lines of the source. */
function trimmed(nodes: ElementContent[]): ElementContent[] {
  return nodes.map((node, index) => {
    if (node.type !== 'text') return node;
    let { value } = node;
    if (index === 0) value = value.trimStart();
    if (index === nodes.length - 1) value = value.trimEnd();
    return value === node.value ? node : { ...node, value };
  });
}

function placeOf(node: Element): Place {
  const { line = 1, column = 1 } = node.position?.start ?? {};
  return { line, column };
}
