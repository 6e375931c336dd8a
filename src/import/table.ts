import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { element, hasBlock, isBlank, isBlock, isElement, isMarked } from './element.ts';
import { blockOf } from './lines.ts';
import type { Block, Lose } from './section.ts';
import { isDirectionOnly, withoutNames } from './speech.ts';

/**
 * The speeches of a table as Standard Ebooks sets plays: a row is a speaker and a speech, or an empty cell and a
 * direction. Undefined for a table of anything else. `flow` gives the blocks of a cell that has paragraphs of its own.
 */
export function speechesOfTable(table: Element, flow: (cell: Element) => Block[], lose: Lose): Block[] | undefined {
  const rows = cellsOf(table);
  if (!rows.some((cells) => cells.some(isPersona))) return undefined;
  let speaker: string | undefined;
  return rows.flatMap((cells): Block[] => {
    const persona = cells.find(isPersona);
    const said = cells.find((cell) => cell !== persona && !isBlank(cell));
    if (persona) speaker = nameOf(persona);
    if (!said) {
      if (persona)
        lose(persona, `The speaker “${nameOf(persona)}” has no speech of his own: add him to the one before.`);
      return [];
    }
    if (!persona && isDirectionOnly(said.children))
      return [element('p', { dataDirection: '' }, withoutNames(said.children), said)];
    const asides = persona ? persona.children.filter((child) => isMarked(child, 'stage-direction')) : [];
    const blocks = hasBlock(said) ? flow(said) : [element('p', {}, said.children, said)];
    // A speech of one line is put into a cell without any element; what has one is prose on purpose.
    if (hasBlock(said))
      for (const block of blocks) if (block.properties['dataVerse'] === undefined) block.properties['dataProse'] = '';
    blocks[0]?.children.unshift(...asides.flatMap((aside): ElementContent[] => [aside, text(' ')]));
    return blocks.map((block, index) => spoken(block, speaker, index === 0));
  });
}

/** A table of anything else: a line for each row. */
export function linesOfTable(table: Element): Block[] {
  const rows = cellsOf(table)
    .map((cells) => cells.filter((cell) => !isBlank(cell)))
    .filter((cells) => cells.length > 0);
  const lines = rows.map((cells) =>
    cells.flatMap((cell, index): ElementContent[] => [...(index > 0 ? [text(' — ')] : []), ...runOn(cell)]),
  );
  return lines.length > 0 ? [blockOf(lines, true, table)] : [];
}

/** The inline content of a cell, its paragraphs run on. */
function runOn({ children }: Element): ElementContent[] {
  return children.flatMap((child) => (isBlock(child) ? [text(' '), ...runOn(child), text(' ')] : [child]));
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

function cellsOf(table: Element): Element[][] {
  const rows: Element[][] = [];
  visit(table, 'element', (node) => {
    if (node.tagName === 'tr') rows.push(node.children.filter((cell): cell is Element => isElement(cell, 'td', 'th')));
  });
  return rows;
}

function isPersona(cell: Element): boolean {
  return isMarked(cell, 'persona', 'speaker', 'character');
}

/** Several who speak together stand one under the other: `Marcellus and Bernardo`. */
function nameOf(persona: Element): string {
  const names = persona.children
    .filter((child) => !isMarked(child, 'stage-direction'))
    .map((child) => (isElement(child, 'br') ? '\n' : toString(child)));
  return names
    .join('')
    .split('\n')
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' and ')
    .replace(/[.:,]$/, '');
}

/** What a speaker begins with is his speech, even where he quotes; later quotations stand apart, as a letter that is read. */
function spoken(block: Block, speaker: string | undefined, isFirst: boolean): Block {
  const { dataQuoted, ...properties } = block.properties;
  if (block.tagName !== 'p' || speaker === undefined || (dataQuoted !== undefined && !isFirst)) return block;
  if (isDirectionOnly(block.children))
    return element('p', { ...block.properties, dataDirection: '' }, withoutNames(block.children), block);
  return { ...block, properties: { ...properties, dataSpeaker: speaker } };
}
