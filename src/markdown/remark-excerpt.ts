import type { Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import type { BlockKind } from './document.ts';
import { draftOf } from './draft.ts';
import { report } from './fault.ts';
import { walk } from './walk.ts';

/**
 * Says of each paragraph of an excerpt what it is: a paragraph, a stanza, a speech, a direction or an omission.
 * A speech loses its speaker, who is kept beside it; in prose a line end of the file becomes a space.
 */
export function remarkExcerpt() {
  return (tree: Root, file: VFile) => {
    const { kind: document, form } = draftOf(file);
    if (document !== 'excerpt') return;
    for (const node of tree.children) {
      if (node.type === 'paragraph') paragraph(node, false);
      if (node.type === 'blockquote')
        for (const inner of node.children)
          if (inner.type === 'paragraph') paragraph(inner, true);
          else
            report(
              file,
              'excerpt-not-text',
              `Unexpected ${inner.type} in a quotation inside the text, expected paragraphs.`,
              inner,
            );
    }

    function paragraph(node: Paragraph, quoted: boolean) {
      const properties: Record<string, string> = {};
      let kind = kindOf(node, quoted);
      if (kind === 'speech') {
        const [speaker, next] = node.children;
        properties['dataSpeaker'] = toString(speaker).replace(/[.:]$/, '').trim();
        node.children.shift();
        if (next?.type === 'text') {
          const indent = /^[ \t]*/.exec(next.value)![0].length;
          // One space parts the speaker from the speech; more say that the line was begun by another speaker.
          properties['dataIndent'] = String(indent > 1 ? indent : 0);
          next.value = next.value.slice(indent);
        }
      } else if (form === 'drama' && kind === 'paragraph' && !quoted) kind = 'speech';
      const last = node.children.at(-1);
      if (last?.type === 'text' && last.value.endsWith('\\') && (kind === 'speech' || kind === 'stanza')) {
        // A backslash that ends the paragraph is a line end for us, though CommonMark keeps it.
        last.value = last.value.slice(0, -1);
        properties['dataOpen'] = '';
      }
      const isVerse = 'dataOpen' in properties || Number(properties['dataIndent'] ?? 0) > 1 || hasBreak(node.children);
      if (kind === 'speech' && isVerse) properties['dataVerse'] = '';
      if (kind === 'stanza' || 'dataVerse' in properties) lineEnds(node, file);
      else joinLines(node);
      node.data = { ...node.data, hProperties: { dataKind: kind, ...properties } };
    }

    function kindOf(node: Paragraph, quoted: boolean): BlockKind {
      const text = toString(node).trim();
      if (/^\[(?:…|\.\.\.)\]$/.test(text)) return 'omission';
      const words = node.children.filter(
        (child) => child.type !== 'footnoteReference' && toString(child).trim() !== '',
      );
      if (form === 'drama' && !quoted) {
        if (node.children[0]?.type === 'strong') return 'speech';
        if (words.length > 0 && words.every((child) => child.type === 'emphasis')) return 'direction';
      }
      if (form === 'verse' || (quoted && hasBreak(node.children))) return 'stanza';
      return 'paragraph';
    }
  };
}

function hasBreak(nodes: PhrasingContent[]): boolean {
  return nodes.some((node) => node.type === 'break' || ('children' in node && hasBreak(node.children)));
}

function lineEnds(node: Paragraph, file: VFile) {
  walk(node, (text: Nodes) => {
    if (text.type !== 'text') return;
    const end = text.value.indexOf('\n');
    if (end < 0) return;
    const lines = text.value.slice(0, end).split('\n').length;
    const line = text.position!.start.line + lines;
    report(
      file,
      'verse-line-break',
      'Unexpected line end without `\\` in verse, expected `\\` at the end of the line before.',
      { line, column: 1 },
    );
  });
}

function joinLines(node: Paragraph) {
  walk(node, (text: Nodes) => {
    if (text.type === 'text') text.value = text.value.replaceAll(/[ \t]*\n[ \t]*/g, ' ');
  });
}
