import type { ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import rehypeSanitize from 'rehype-sanitize';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { countWords } from '../text/words.ts';
import { contentPath, kindOf } from './address.ts';
import { blocksOf } from './blocks.ts';
import type { Document, Form, Question } from './document.ts';
import type { Draft } from './draft.ts';
import { type Fault, type FaultCode, report } from './fault.ts';
import { readFrontMatter } from './front-matter.ts';
import { handlers } from './hast-handlers.ts';
import { itemsOf } from './items.ts';
import { rehypeAnchors } from './rehype-anchors.ts';
import { rehypeLemmas } from './rehype-lemmas.ts';
import { rehypeNotes } from './rehype-notes.ts';
import { deepest, tooDeep } from './nesting.ts';
import { remarkExcerpt } from './remark-excerpt.ts';
import { remarkLinks } from './remark-links.ts';
import { remarkNotes } from './remark-notes.ts';
import { remarkQuotations } from './remark-quotations.ts';
import { remarkTypography } from './remark-typography.ts';
import { remarkUnsupported } from './remark-unsupported.ts';
import { schema } from './schema.ts';
import { remarkSyntax } from './syntax.ts';

const pipeline = (excerpt: boolean) =>
  unified()
    .use(remarkParse)
    .use(remarkSyntax, { excerpt })
    .use(remarkUnsupported)
    .use(remarkNotes)
    .use(remarkTypography)
    .use(remarkLinks)
    .use(remarkExcerpt)
    .use(remarkQuotations)
    .use(remarkRehype, { handlers, clobberPrefix: '' })
    // The text of a book has no headings.
    .use(excerpt ? [] : [rehypeSlug])
    .use(rehypeLemmas)
    .use(rehypeAnchors)
    .use(rehypeSanitize, schema)
    // After the schema, which so holds for notes too: this only moves what is there.
    .use(rehypeNotes)
    .use(rehypeStringify, { closeSelfClosing: false })
    .freeze();

const pipelines = { excerpt: pipeline(true), prose: pipeline(false) };

/**
 * Characters of a file, about 35,000 words. The parser takes time by the square of the number of items of a list, and of
 * notes: 10 MB of either would not end.
 */
export const longest = 200_000;

/**
 * Turns the source of one Markdown file into a Document. `path` is its path inside `content/`; `base` the path that the
 * site is served under (`/`, `/gloss/`). Pure: reads nothing else, and never throws for bad content: what is wrong with
 * the text is in `faults`, each with a place in the file.
 */
export function compile(source: string, path: string, { base = '/' }: { base?: string } = {}): Document {
  const inside = contentPath(path);
  const kind = kindOf(inside) ?? 'essay';
  const { data, keys, content, fault } = readFrontMatter(source);
  const form = (['verse', 'drama'].includes(String(data['form'])) ? data['form'] : 'prose') as Form;
  const draft: Draft = {
    path: inside,
    base,
    kind,
    form,
    links: [],
    images: [],
    notes: [],
    quotations: [],
    headings: [],
    items: [],
  };
  const file = new VFile({ path: `content/${inside}`, value: content, data: { draft } });
  if (fault) report(file, fault.code, fault.message, fault);
  const deep = content.length > longest ? { line: 1, column: 1 } : tooDeep(content);
  if (content.length > longest) {
    report(file, 'file-too-long', `Unexpected ${content.length} characters, expected at most ${longest}.`, deep);
    file.value = '';
  } else if (deep) {
    report(
      file,
      'nested-too-deep',
      `Unexpected nesting, expected at most ${deepest} levels of lists and quotations.`,
      deep,
    );
    file.value = '';
  }

  const processor = kind === 'excerpt' ? pipelines.excerpt : pipelines.prose;
  const tree = processor.runSync(processor.parse(file), file);
  const html = (nodes: ElementContent[]) => processor.stringify({ type: 'root', children: nodes });
  for (const [index, note] of draft.notes.entries()) {
    const noteContent = file.data.noteContent?.[index];
    if (noteContent) note.html = html(noteContent.children).trim();
  }
  const blocks = kind === 'excerpt' ? blocksOf(tree, draft.notes, html, String(file.value).split('\n')) : [];
  const text = kind === 'excerpt' ? '' : textOf(tree);
  if (kind === 'excerpt' && !fault && !deep && blocks.length === 0)
    report(file, 'excerpt-empty', 'Unexpected excerpt without text, expected the words of the passage.', {
      line: Object.keys(keys).length + 2,
      column: 1,
    });

  const questions = questionsOf(data, keys, draft, file);
  return {
    path: inside,
    kind,
    data,
    keys,
    blocks,
    html: kind === 'excerpt' ? '' : html(tree.children as ElementContent[]).trim(),
    text,
    words: countWords([text, ...blocks.map((block) => block.text)].join('\n\n').replaceAll('[…]', '')),
    headings: draft.headings,
    notes: draft.notes,
    quotations: draft.quotations,
    links: draft.links,
    images: draft.images,
    questions,
    items: itemsOf(tree, draft.links, html),
    faults: faultsOf(file),
  };
}

/** Questions in the front matter are Markdown too: the same pipeline reads them, as prose. */
function questionsOf(data: Record<string, unknown>, keys: Document['keys'], draft: Draft, file: VFile): Question[] {
  const written = Array.isArray(data['questions']) ? data['questions'] : [];
  return written.flatMap((value: unknown, index) => {
    if (typeof value !== 'string') return [];
    const { line, column } = keys[`questions.${index}`] ?? { line: 1, column: 1 };
    const firstLink = draft.links.length;
    const firstQuotation = draft.quotations.length;
    const notes = { ...draft, kind: 'essay' as const, notes: [], headings: [] };
    const question = new VFile({ path: file.path, value: '\n'.repeat(line - 1) + value, data: { draft: notes } });
    const tree = pipelines.prose.runSync(pipelines.prose.parse(question), question);
    for (const message of question.messages)
      file.message(message.reason, {
        ruleId: message.ruleId ?? '',
        source: 'gloss',
        place: { line: message.line ?? line, column: (message.column ?? 1) + column - 1 },
      });
    for (const { place } of [...draft.links.slice(firstLink), ...draft.quotations.slice(firstQuotation)])
      place.column += column - 1;
    for (const { pieces } of draft.quotations.slice(firstQuotation)) for (const piece of pieces) piece[2] += column - 1;
    const nodes = tree.children.flatMap((node) => (node.type === 'element' ? node.children : []));
    const html = pipelines.prose.stringify({ type: 'root', children: nodes });
    const links = draft.links.map((_, link) => link).slice(firstLink);
    return [{ text: textOf(tree), html, links }];
  });
}

function textOf(tree: Root): string {
  return tree.children
    .filter((node) => node.type === 'element' && node.properties['dataNote'] === undefined)
    .map((node) => toString(node).trim())
    .join('\n\n');
}

function faultsOf(file: VFile): Fault[] {
  return file.messages
    .map(({ ruleId, reason, line, column }) => ({
      code: ruleId as FaultCode,
      file: file.path,
      line: line ?? 1,
      column: column ?? 1,
      message: reason,
    }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}
