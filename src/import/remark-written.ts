import type { Paragraph } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { type Handle, defaultHandlers } from 'mdast-util-to-markdown';
import type { Processor } from 'unified';

declare module 'mdast' {
  interface BreakData {
    /** Spaces that the next line starts with. */
    indent?: number;
  }
  interface ParagraphData {
    /** Spaces that it starts with. */
    indent?: number;
    /** A line of verse that stands alone ends in a backslash, which says that it is one. */
    isLine?: boolean;
  }
}

/** How an excerpt is written: verse with its indentation, which Markdown has no node for, and footnotes. */
export function remarkWritten(this: Processor): void {
  const data = this.data() as { toMarkdownExtensions?: unknown[] };
  const handlers: Record<string, Handle> = { break: lineEnd, paragraph, text };
  (data.toMarkdownExtensions ??= []).push(gfmFootnoteToMarkdown(), { handlers });
}

const lineEnd: Handle = (node: { data?: { indent?: number } }) => `\\\n${' '.repeat(node.data?.indent ?? 0)}`;

const paragraph: Handle = (node: Paragraph, parent, state, info) => {
  const { indent = 0, isLine = false } = node.data ?? {};
  return ' '.repeat(indent) + defaultHandlers.paragraph(node, parent, state, info) + (isLine ? '\\' : '');
};

/** After an indentation a text starts a line all the same: what could begin a quotation or a heading is escaped. */
const text: Handle = (node, parent, state, info) => {
  const previous =
    parent && 'children' in parent ? parent.children[parent.children.indexOf(node as never) - 1] : undefined;
  return defaultHandlers.text(
    node as never,
    parent,
    state,
    previous?.type === 'break' ? { ...info, before: '\n' } : info,
  );
};
