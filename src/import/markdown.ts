import type { Element } from 'hast';
import type { FootnoteDefinition, RootContent } from 'mdast';
import rehypeRemark from 'rehype-remark';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { setTypography } from '../markdown/remark-typography.ts';
import { element } from './element.ts';
import { writeFrontMatter } from './front-matter.ts';
import { handlers } from './mdast-handlers.ts';
import { remarkWritten } from './remark-written.ts';
import type { Block, Section } from './section.ts';

const turner = unified()
  .use(rehypeRemark, { handlers, document: false, quotes: ['“”', '‘’'] })
  .freeze();
const writer = unified()
  .use(remarkWritten)
  .use(remarkStringify, { emphasis: '*', strong: '*', rule: '*', bullet: '-' })
  .freeze();

/** A note as an excerpt has it. */
export interface Note {
  label: string;
  lemma: string;
  blocks: Block[];
}

export interface WriteOptions {
  /** The number of the first paragraph or line, if it is not 1. */
  first?: number | undefined;
  /** Whether straight quotation marks, `--` and `...` are set as print has them. */
  typographic?: boolean;
}

/** Writes a section as the file of an excerpt. */
export function writeExcerpt(
  { title, locator, form, blocks }: Section,
  notes: Note[],
  options: WriteOptions = {},
): string {
  const { first, typographic = false } = options;
  const root = turned(quotations(blocks));
  const definitions = notes.map(definition);
  if (typographic) for (const node of [...root, ...definitions]) setTypography(node);
  return `${writeFrontMatter({ title, locator, form, first })}\n${writer.stringify({ type: 'root', children: [...root, ...definitions] })}`;
}

function turned(children: Element[]): RootContent[] {
  return turner.runSync({ type: 'root', children }).children;
}

/** An edition's note says so, in italics after its lemma; a note has paragraphs only, so lines of verse are run on. */
function definition({ label, lemma, blocks }: Note): FootnoteDefinition {
  const children = turned(blocks.filter(({ tagName }) => tagName === 'p').map(runOn)) as FootnoteDefinition['children'];
  const [first] = children;
  const lead = [
    { type: 'strong' as const, children: [{ type: 'text' as const, value: lemma }] },
    { type: 'text' as const, value: ' ' },
    { type: 'emphasis' as const, children: [{ type: 'text' as const, value: 'The edition’s note.' }] },
    { type: 'text' as const, value: ' ' },
  ];
  if (first?.type === 'paragraph') first.children.unshift(...lead);
  return { type: 'footnoteDefinition', identifier: label, label, children };
}

function runOn(block: Block): Block {
  const children = block.children.map((node) =>
    node.type === 'element' && node.tagName === 'br' ? { type: 'text' as const, value: ' / ' } : node,
  );
  return { ...block, properties: {}, children };
}

/** Blocks that follow each other in one quotation, together. */
function quotations(blocks: Block[]): Element[] {
  const together: Element[] = [];
  let open: string | undefined;
  for (const block of blocks) {
    const quoted = block.properties['dataQuoted'];
    if (quoted === undefined) together.push(block);
    else if (quoted === open) together.at(-1)!.children.push(block);
    else together.push(element('blockquote', {}, [block]));
    open = quoted === undefined ? undefined : String(quoted);
  }
  return together;
}
