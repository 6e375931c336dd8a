import type { Nodes, Paragraph, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { draftOf } from './draft.ts';
import { report } from './fault.ts';
import { placeIn } from './place.ts';
import { walk } from './walk.ts';

const table = /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$/m;

/** Syntax beyond CommonMark and footnotes, as it looks in the text of a parsed file. */
const foreign: [name: string, pattern: RegExp, instead: string][] = [
  ['strikethrough (`~~`)', /~~[^\s~][^~]*~~/, 'the words themselves'],
  ['shortcode', /\{\{[^}]*\}\}|\{%[^%]*%\}/, 'plain Markdown'],
  ['directive (`:::`)', /^:::/m, 'plain Markdown'],
  ['wiki link (`[[`)', /\[\[[^\]]+\]\]/, 'a link `[words](file.md)`'],
  ['task list (`[ ]`)', /^\[[ xX]\] /, 'a plain list'],
];

const notInExcerpts = new Map([
  ['heading', 'heading'],
  ['code', 'block of code'],
  ['inlineCode', 'code'],
  ['image', 'image'],
  ['imageReference', 'image'],
  ['list', 'list'],
  ['link', 'link'],
  ['linkReference', 'link'],
]);

const inNotes = new Set(['paragraph', 'list', 'blockquote']);

/** Refuses raw HTML, constructs beyond CommonMark and footnotes, and what has no place in an excerpt or a note. */
export function remarkUnsupported() {
  return (tree: Root, file: VFile) => {
    const { kind } = draftOf(file);
    let depth = 1;

    walk(tree, (node: Nodes) => {
      if (node.type === 'html')
        report(file, 'raw-html', `Unexpected HTML \`${opening(node.value)}\`, expected Markdown.`, node);
      if (node.type === 'text') foreignSyntax(node, file);
      if (node.type === 'paragraph') foreignTable(node, file);
      if (node.type === 'heading') {
        if (node.depth < 2 || node.depth > depth + 1)
          report(
            file,
            'heading-level',
            `Unexpected heading of level ${node.depth}, expected ${depth < 2 ? 2 : `2 to ${depth + 1}`}.`,
            node,
          );
        depth = Math.max(2, node.depth);
      }
      if (node.type !== 'footnoteDefinition') return;
      for (const child of node.children)
        if (!inNotes.has(child.type))
          report(
            file,
            'note-not-prose',
            `Unexpected ${child.type} in a note, expected paragraphs, a list or a quotation.`,
            child,
          );
    });

    if (kind !== 'excerpt') return;
    walk(tree, (node: Nodes) => {
      if (node.type === 'footnoteDefinition') return false;
      const name = notInExcerpts.get(node.type);
      if (name)
        report(file, 'excerpt-not-text', `Unexpected ${name} in the text of a book, expected its words alone.`, node);
      return true;
    });
  };
}

function foreignSyntax(node: Text, file: VFile) {
  for (const [name, pattern, instead] of foreign) {
    const found = pattern.exec(node.value);
    if (found)
      report(file, 'unsupported-syntax', `Unexpected ${name}, expected ${instead}.`, placeIn(node, found[0], file));
  }
}

/** Only a table is seen by its paragraph, since its cells may be several text nodes. */
function foreignTable(node: Paragraph, file: VFile) {
  const { start, end } = node.position!;
  if (table.test(String(file.value).slice(start.offset, end.offset)))
    report(file, 'unsupported-syntax', 'Unexpected table, expected a list or prose.', node);
}

function opening(html: string): string {
  return html.length > 40 ? `${html.slice(0, 39)}…` : html;
}
