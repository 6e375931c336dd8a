import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { toString } from 'hast-util-to-string';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { Form } from '../markdown/document.ts';
import { type Division, divide } from './divide.ts';
import { isBlock } from './element.ts';
import { takeNotes } from './edition-notes.ts';
import type { RankedHeading } from './html-heading.ts';
import { rehypeApparatus } from './rehype-apparatus.ts';
import { rehypeIndents } from './rehype-indents.ts';
import type { EditionNotes, Lose, Loss, Section } from './section.ts';
import { sectionsOf } from './sections.ts';
import { Refusal, type Source } from './source.ts';
import { blocksOfText } from './text-blocks.ts';

/** What a file of an edition has of its text. */
export interface Edition {
  sections: Section[];
  notes: EditionNotes;
  /** What stands in the file and is no text of the book, by its title. */
  omitted: string[];
  losses: Loss[];
}

export interface ReadOptions {
  form?: Form | undefined;
  /** Finds a file beside this one by its name: the notes of Standard Ebooks, the parts that its chapters belong to. */
  beside?: (name: string) => Source | undefined;
}

const parser = unified().use(rehypeParse, { emitParseErrors: true }).freeze();
const preparer = unified().use(rehypeApparatus).use(rehypeIndents).freeze();

/**
 * Reads a file of an edition: HTML as Standard Ebooks or Project Gutenberg make it, or plain text. Throws a Refusal for
 * HTML that cannot be parsed.
 */
export function readEdition(source: Source, options: ReadOptions = {}): Edition {
  try {
    return read(source, options);
  } catch (error) {
    // The parser goes down into elements by calling itself.
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(
      `${source.path} has elements nested too deeply to be read; look whether their end tags are there.`,
    );
  }
}

function read(source: Source, { form, beside = () => undefined }: ReadOptions): Edition {
  const losses: Loss[] = [];
  const lose: Lose = (at, message) => {
    const { line = 1, column = 1 } = at?.position?.start ?? {};
    losses.push({ message, line, column });
  };
  const parsed = new Map<string, Root | undefined>();
  const treeBeside = (name: string): Root | undefined => {
    if (!parsed.has(name)) {
      const other = beside(name);
      parsed.set(name, other && treeOf(other));
    }
    return parsed.get(name);
  };
  const tree = treeOf(source);
  const notes = takeNotes(tree, source.path, treeBeside, lose);
  const stem = source.path
    .replaceAll('\\', '/')
    .split('/')
    .at(-1)!
    .replace(/\.[^.]*$/, '');
  const above = (id: string) => headingsAbove(id, treeBeside);
  const { sections, omitted } = sectionsOf(divide(tree), { form, stem, above }, lose);
  smallCapitals(tree, lose);
  return { sections, notes, omitted, losses };
}

/** Parsed markup; throws a Refusal where a tag or comment that nobody closed has swallowed the rest of the file. */
function markupTree({ text, path }: Source): Root {
  const file = new VFile(closed(text));
  const tree = parser.parse(file);
  if (file.messages.some(({ ruleId }) => ruleId === 'eof-in-tag' || ruleId === 'eof-in-comment')) {
    let read = 1;
    visit(tree, 'text', ({ value, position }) => {
      if (value.trim() !== '') read = position?.end.line ?? read;
    });
    throw new Refusal(
      `${path} cannot be read beyond line ${read}: a tag or comment that begins there is never closed.`,
    );
  }
  return tree;
}

function treeOf(source: Source): Root {
  const tree = source.isMarkup ? markupTree(source) : plainTree(source.text);
  preparer.runSync(tree);
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'pre' || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1, ...blocksOfText(toString(node), node.position?.start.line, true));
    return [SKIP, index];
  });
  visit(tree, 'element', (node, index, parent) => {
    const block = /^h[1-6]$/.test(node.tagName) ? node.children.findIndex((child) => isBlock(child)) : -1;
    if (block < 0 || !parent || index === undefined) return;
    // A heading that was never closed has the chapter in it.
    parent.children.splice(index + 1, 0, ...node.children.splice(block));
  });
  visit(tree, 'text', (node) => {
    // What has no width is a trap for whoever searches the file, and browsers break lines well without.
    node.value = node.value.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').replace(/[ \t\n\f]+/g, ' ');
  });
  return tree;
}

/** XHTML closes elements by `/>` that HTML would leave open. */
function closed(text: string): string {
  const isVoid = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
  return text.replace(
    /<([a-z][\w:-]*)((?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/>/gi,
    (tag, name: string, attributes: string) => (isVoid.test(name) ? tag : `<${name}${attributes}></${name}>`),
  );
}

/** A plain text without the licence that Project Gutenberg puts around it. */
function plainTree(text: string): Root {
  const start =
    /^\*\*\* ?START OF (?:THIS|THE) PROJECT GUTENBERG.*$|^\*END\*.*$|^\*\*\* ?START\*\*.*SMALL PRINT.*END\*.*$/im.exec(
      text,
    );
  const from = start ? start.index + start[0].length : 0;
  const end = /^\*\*\* ?END OF (?:THIS|THE) PROJECT GUTENBERG|^\W*End of (?:the |this )?Project Gutenberg/im.exec(
    text.slice(from),
  );
  const body = text.slice(from, end ? from + end.index : undefined);
  return { type: 'root', children: blocksOfText(body, text.slice(0, from).split('\n').length) };
}

/** The headings of the sections that one belongs to, from the outermost: Standard Ebooks names a file by its section. */
function headingsAbove(id: string, beside: (name: string) => Root | undefined): RankedHeading[] {
  const tree = beside(`${id}.xhtml`);
  const division: Division | undefined = tree && divide(tree).find((each) => each.id === id);
  if (!division) return [];
  return [...(division.parent === undefined ? [] : headingsAbove(division.parent, beside)), ...division.headings];
}

function smallCapitals(tree: Root, lose: Lose): void {
  const found: Root['children'] = [];
  visit(tree, 'element', (node) => {
    const classes = String(node.properties['className'] ?? '');
    if (/\b(?:smcap|smallcaps|small-caps)\b/.test(classes) && toString(node).trim() !== '') found.push(node);
  });
  if (found.length > 0)
    lose(
      found[0],
      `Small capitals are plain letters, ${found.length === 1 ? 'once' : `${found.length} times`} in the file.`,
    );
}
