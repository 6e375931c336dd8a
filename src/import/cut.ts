import type { ElementContent } from 'hast';
import { type Passage, number } from '../library/numbering.ts';
import type { Block as CompiledBlock } from '../markdown/document.ts';
import { splitLines } from '../markdown/hast-text.ts';
import { without } from './element.ts';
import { blockOf } from './lines.ts';
import { Refusal } from './source.ts';
import type { Block, Section } from './section.ts';

/** A stretch of a section, and the number of its first paragraph or line in the edition. */
export interface Cut {
  section: Section;
  first?: number;
}

/**
 * Cuts a section from one passage to another, both included: `p12`, `l5`, `d2`, as its blocks are numbered, which `blocks`
 * are as they compile. Throws a Refusal where a passage is not there, or the second comes before the first.
 */
export function cut(section: Section, blocks: CompiledBlock[], from?: string, to?: string): Cut {
  if (from === undefined && to === undefined) return { section };
  const passages = number(blocks, section.form);
  const start = from === undefined ? { block: 0, line: 0 } : find(passages, from);
  const end = to === undefined ? { block: passages.length - 1, line: Infinity } : find(passages, to);
  if (!start || !end)
    throw new Refusal(
      `There is no \`${(start ? to : from) ?? ''}\` in “${section.title}”; it has ${extent(passages)}.`,
    );
  if (end.block < start.block || (end.block === start.block && end.line < start.line))
    throw new Refusal(`\`${to ?? ''}\` comes before \`${from ?? ''}\` in “${section.title}”.`);
  const kept = section.blocks.slice(start.block, end.block + 1).map((block, index, all) => {
    const first = index === 0 ? start.line : 0;
    const last = index === all.length - 1 ? end.line : Infinity;
    return first === 0 && last === Infinity ? block : linesOf(block, first, last);
  });
  const first = firstNumber(passages.slice(start.block, end.block + 1), start.line);
  return { section: { ...section, blocks: kept }, ...(first !== 1 && { first }) };
}

function find(passages: Passage[], id: string): { block: number; line: number } | undefined {
  const block = passages.findIndex((passage) => passage.id === id || passage.lines?.some((line) => line.id === id));
  if (block < 0) return undefined;
  const line = passages[block]!.lines?.findIndex((each) => each.id === id) ?? -1;
  // A passage that is named as a whole has all its lines.
  return passages[block]!.id === id ? { block, line: passages[block]!.lines ? Infinity : 0 } : { block, line };
}

function linesOf(block: Block, first: number, last: number): Block {
  if (block.properties['dataVerse'] === undefined) return block;
  const lines: ElementContent[][] = splitLines(block.children);
  const indents = [
    block.properties['dataIndent'],
    ...block.children
      .filter((node) => node.type === 'element' && node.tagName === 'br')
      .map((node) => (node.type === 'element' ? node.properties['dataIndent'] : undefined)),
  ];
  const kept = lines.slice(first, last === Infinity ? undefined : last + 1);
  const made = blockOf(kept, false, block);
  let line = first;
  for (const node of made.children)
    if (node.type === 'element' && node.tagName === 'br') {
      const indent = indents[++line];
      if (indent !== undefined) node.properties['dataIndent'] = indent;
    }
  const properties = without(block.properties, 'dataIndent');
  return {
    ...made,
    properties: { ...properties, ...(indents[first] !== undefined && { dataIndent: indents[first]! }) },
  };
}

function firstNumber(passages: Passage[], line: number): number {
  for (const [index, { id, lines }] of passages.entries()) {
    const name = lines && id === null ? lines[index === 0 && line !== Infinity ? line : 0]?.id : id;
    if (name && !name.startsWith('d')) return Number(/\d+/.exec(name)?.[0] ?? 1);
  }
  return 1;
}

function extent(passages: Passage[]): string {
  const ids = passages
    .flatMap(({ id, lines }) => [id, ...(lines ?? []).map((line) => line.id)])
    .filter((id) => id !== null);
  const ranges = ['p', 'l', 'd'].flatMap((letter) => {
    const own = ids.filter((id) => id.startsWith(letter));
    return own.length > 0 ? [own.length > 1 ? `\`${own[0]!}\` to \`${own.at(-1)!}\`` : `\`${own[0]!}\``] : [];
  });
  return ranges.join(', ');
}
