import type { ElementContent, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { placeName } from '../library/place.ts';
import type { Form } from '../markdown/document.ts';
import { apparatusAmong, titleOf } from './apparatus.ts';
import type { Division } from './divide.ts';
import { drama, isDrama } from './drama.ts';
import { isElement, isMarked, spacedText } from './element.ts';
import { flow } from './flow.ts';
import { readHeading } from './heading.ts';
import type { RankedHeading } from './html-heading.ts';
import { type Location, locate, locationsOf } from './location.ts';
import type { Block, Lose, Section } from './section.ts';

export interface SectionOptions {
  /** Overrules what the markup says. */
  form?: Form | undefined;
  /** The name of the file, which says where a text without headings stands: `chapter-5`. */
  stem: string;
  /** The headings of the sections of other files that a section belongs to, from the outermost. */
  above: (id: string) => RankedHeading[];
}

/** The sections of an edition that are its text, and the titles of those that are not. */
export function sectionsOf(
  divisions: Division[],
  options: SectionOptions,
  lose: Lose,
): { sections: Section[]; omitted: string[] } {
  const locations = locationsOf(divisions, options.above);
  const withText = divisions.filter(({ nodes }) => nodes.some((node) => toString(node).trim() !== ''));
  const apparatus = apparatusAmong(withText, locations);
  const titles = [...apparatus].map((division) => titleOf(division, locations.get(division)!));
  const sections = withText
    .filter((division) => !apparatus.has(division))
    .map((division) => sectionOf(division, locations.get(division)!, options, lose))
    .filter(({ blocks }) => blocks.some(({ tagName }) => tagName === 'p'));
  return { sections, omitted: [...new Set(titles)] };
}

function sectionOf(division: Division, found: Location, options: SectionOptions, lose: Lose): Section {
  const isPoem = division.marks.has('poem') || division.marks.has('verse');
  withoutPictures(division.nodes, lose);
  const source = division.nodes.map((node) => spacedText(node)).join(' ');
  const raw = flow(division.nodes, lose, { verse: isPoem });
  const share =
    division.marks.has('drama') || found.locator.act !== undefined || found.locator.scene !== undefined ? 0.2 : 0.5;
  const form = options.form ?? (isDrama(raw, share) ? 'drama' : isPoem || isVerse(raw) ? 'verse' : 'prose');
  const { line = 1, column = 1 } = division.origin?.position?.start ?? division.nodes[0]?.position?.start ?? {};
  const named =
    division.headings.length > 0 || found.number !== undefined
      ? found
      : locate([{ ...readHeading(options.stem.replace(/[-_]+/g, ' ')), level: 1 }], division.marks, new Map());
  // A poem that has a number alone for its title is known by it; chapters are numbered, poems are named.
  const isNumberedPoem = form === 'verse' && named.isBare;
  const locator = isNumberedPoem ? { title: named.written } : named.locator;
  const title = capitalised(named.title || (isNumberedPoem ? named.written : placeName(locator)));
  const blocks = trimmed(shaped(withoutEnd(raw, lose), form, lose));
  return { title, locator, form, blocks, source, place: { line, column } };
}

function isVerse(blocks: Block[]): boolean {
  const paragraphs = blocks.filter(({ tagName }) => tagName === 'p');
  const verse = paragraphs.filter(
    ({ properties }) => properties['dataVerse'] !== undefined && properties['dataQuoted'] === undefined,
  );
  return verse.length > 0 && verse.length >= paragraphs.length * 0.8;
}

/** Blocks as their form has them: in prose, verse is a quotation. */
function shaped(blocks: Block[], form: Form, lose: Lose): Block[] {
  if (form === 'drama') return drama(blocks, lose);
  if (form === 'verse')
    return blocks.map((block) =>
      block.tagName === 'p' ? { ...block, properties: { ...block.properties, dataVerse: '' } } : block,
    );
  let verse: string | undefined;
  return blocks.map((block) => {
    const isVerse = block.properties['dataVerse'] !== undefined;
    verse = isVerse ? (verse ?? String(block.position?.start.line ?? 0)) : undefined;
    return isVerse && block.properties['dataQuoted'] === undefined
      ? { ...block, properties: { ...block.properties, dataQuoted: `verse ${verse}` } }
      : block;
  });
}

/** Without `THE END`. */
function withoutEnd(blocks: Block[], lose: Lose): Block[] {
  const last = blocks.findLast(({ tagName }) => tagName === 'p');
  const text = last ? toString(last).trim() : '';
  if (!last || !/^(?:the end|finis|end of (?:the )?(?:\w+ )?(?:act|book|part|volume)(?: \w+)?)\W*$/i.test(text))
    return blocks;
  lose(last, `“${text}” is left out.`);
  return blocks.filter((block) => block !== last);
}

/** Without breaks at the ends, and with one where there are several. */
function trimmed(blocks: Block[]): Block[] {
  const isText = ({ tagName }: Block) => tagName === 'p';
  const inner = blocks.slice(Math.max(0, blocks.findIndex(isText)), blocks.findLastIndex(isText) + 1);
  return inner.filter((block, index) => isText(block) || isText(inner[index - 1]!));
}

const pictures = ['img', 'svg', 'math', 'video', 'audio', 'object', 'iframe'];

function withoutPictures(nodes: (ElementContent | RootContent)[], lose: Lose): void {
  const tree: Root = { type: 'root', children: nodes };
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined || !isElement(node, ...pictures)) return undefined;
    const alt = (node.properties['alt'] ?? '').trim();
    if (!isMarked(node, 'publisher-logo')) lose(node, `A picture${alt ? ` (“${alt}”)` : ''} is left out.`);
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
