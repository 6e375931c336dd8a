import type { Element, ElementContent } from 'hast';
import { blockText } from '../markdown/hast-text.ts';
import { directions, element, isBlank, isElement, isMarked, without } from './element.ts';
import type { Block, Lose } from './section.ts';
import { announced, isDirectionOnly, italic, recurring, slice, withoutNames } from './speech.ts';

const moves = /^(?:\[|\()?\s*(?:enter|re-?enter|exit|exeunt|manet|manent)\b/i;

/** Whether blocks are a play's: speeches of a table, or at least `share` of the paragraphs begin with a speaker. */
export function isDrama(blocks: Block[], share: number): boolean {
  if (blocks.some(({ properties }) => properties['dataSpeaker'] !== undefined)) return true;
  const paragraphs = blocks.filter((block) => block.tagName === 'p');
  const known = recurring(paragraphs.map((block) => blockText(block).text));
  const speeches = paragraphs.filter((block) => announced(block.children, blockText(block).text, known));
  return speeches.length >= 2 && speeches.length >= paragraphs.length * share;
}

/**
 * Finds the speeches and the stage directions of a play among its paragraphs. A direction is what a table or a class
 * says is one, what is all in italics or in brackets, what tells of an entrance or an exit, and what comes before
 * anyone speaks; any other paragraph goes on with the speech before.
 */
export function drama(blocks: Block[], lose: Lose): Block[] {
  const known = recurring(blocks.filter(({ tagName }) => tagName === 'p').map((block) => blockText(block).text));
  let speaker: string | undefined;
  let alone = false;
  const speeches = blocks.flatMap((block): Block[] => {
    const { dataSpeaker, dataDirection, dataQuoted } = block.properties;
    if (block.tagName !== 'p') return [block];
    if (dataSpeaker !== undefined) {
      speaker = String(dataSpeaker);
      return exits(block);
    }
    const { text } = blockText(block);
    const found =
      dataDirection === undefined && dataQuoted === undefined
        ? announced(block.children, text, alone ? new Set() : known)
        : undefined;
    if (found) {
      speaker = found.name;
      const rest = slice(block.children, found.length);
      alone = rest.every((node) => isBlank(node) || isElement(node, 'br'));
      if (alone) return [];
      return exits(speech(block, found.name, rest, found.direction));
    }
    if (dataDirection !== undefined || isDirection(block, text, speaker)) return [direction(block, text)];
    if (speaker === undefined || (dataQuoted !== undefined && !alone)) return [block];
    alone = false;
    return exits(speech(block, speaker, block.children));
  });
  return shortLines(speeches, lose);
}

/** An edition marks verse by its line ends, so that a speech of one line has none: it is verse where those around it are. */
function shortLines(blocks: Block[], lose: Lose): Block[] {
  const isVerse = (block: Block) => block.properties['dataVerse'] !== undefined;
  const isShort = (block: Block) =>
    !isVerse(block) && block.properties['dataProse'] === undefined && blockText(block).text.trim().length <= 60;
  const long = blocks.map((block) =>
    block.properties['dataSpeaker'] === undefined || isShort(block) ? undefined : isVerse(block),
  );
  const short = blocks.filter((block, index) => {
    if (block.properties['dataSpeaker'] === undefined || !isShort(block)) return false;
    const around = [
      long.slice(0, index).findLast((verse) => verse !== undefined),
      long.slice(index + 1).find((verse) => verse !== undefined),
    ];
    return around.includes(true) && !around.includes(false);
  });
  for (const block of short) block.properties['dataVerse'] = '';
  if (short.length > 0)
    lose(
      short[0],
      `${short.length} short ${short.length === 1 ? 'speech is a line' : 'speeches are lines'} of verse, as those around: look which of them share a line.`,
    );
  return blocks;
}

function isDirection(block: Block, text: string, speaker: string | undefined): boolean {
  const plain = text.trim();
  if (block.properties['dataQuoted'] !== undefined) return false;
  return (
    isDirectionOnly(block.children) ||
    /^\[[^\]]*\]\.?$|^\([^)]*\)\.?$/.test(plain) ||
    (moves.test(plain) && plain.length < 120) ||
    speaker === undefined
  );
}

function direction(block: Block, text: string): Block {
  const properties = without(block.properties, 'dataQuoted', 'dataVerse');
  const bare = /^\s*[[(]([^\])]*)[\])]\.?\s*$/.exec(text);
  const children = bare
    ? slice(block.children, text.indexOf(bare[1]!), text.indexOf(bare[1]!) + bare[1]!.length)
    : block.children;
  return { ...block, properties: { ...properties, dataDirection: '' }, children: withoutNames(children) };
}

function speech(block: Block, name: string, children: ElementContent[], aside?: string): Block {
  const first = children.findIndex((node) => !isBlank(node));
  const begun = children[first];
  // A name on a line of its own: the speech begins on the next, which may be set in.
  const rest = isElement(begun, 'br') ? children.slice(first + 1) : children;
  const indent = isElement(begun, 'br') ? begun.properties['dataIndent'] : undefined;
  const said: ElementContent[] = aside
    ? [element('em', {}, [{ type: 'text', value: aside }]), { type: 'text', value: ' ' }, ...rest]
    : rest;
  const isVerse = said.some((node) => isElement(node, 'br'));
  const { dataVerse, dataQuoted } = block.properties;
  const properties = without(block.properties, 'dataVerse', 'dataQuoted', 'dataIndent');
  const verse = isVerse || (dataVerse !== undefined && isElement(begun, 'br'));
  return {
    ...block,
    properties: {
      ...properties,
      dataSpeaker: name,
      ...(verse && { dataVerse: '' }),
      ...(indent !== undefined && { dataIndent: indent }),
      ...(dataQuoted !== undefined && { dataQuoted }),
    },
    children: bracketsAsItalics(
      said.map((node) =>
        isElement(node) && !isElement(node, 'i', 'em') && isMarked(node, ...directions) ? italic([node]) : node,
      ),
    ),
  };
}

/** `[Stiffly.]` inside a speech is a direction: italics say so. */
function bracketsAsItalics(children: ElementContent[]): ElementContent[] {
  const { text } = blockText(element('p', {}, children));
  const found = [...text.matchAll(/\[([^[\]\n]+)\](?![\^(:])/g)];
  let at = 0;
  const parts = found.flatMap((match): ElementContent[] => {
    const [open, close] = [match.index, match.index + match[0].length];
    const part = [...slice(children, at, open), italic(slice(children, open + 1, close - 1))];
    at = close;
    return part;
  });
  return found.length > 0 ? [...parts, ...slice(children, at)] : children;
}

/** An exit that ends a speech stands on its own, and so does any direction after a line of verse: lines are verse only. */
function exits(block: Block): Block[] {
  const node = lastDirection(block.children);
  if (!node) return [block];
  const { text } = blockText(node);
  const isVerse = block.properties['dataVerse'] !== undefined;
  if (!moves.test(text) && !(isVerse && isMarked(node, ...directions))) return [block];
  const before = slice(block.children, 0, blockText(block).text.trimEnd().length - text.trimEnd().length);
  while (before.length > 0 && (isElement(before.at(-1), 'br') || isBlank(before.at(-1)!))) before.pop();
  if (before.every((child) => isBlank(child))) return [block];
  const properties = without(block.properties, 'dataSpeaker', 'dataVerse', 'dataIndent');
  return [{ ...block, children: before }, direction(element('p', properties, [node], node), text)];
}

/** The direction that nodes end with. */
function lastDirection(nodes: ElementContent[]): Element | undefined {
  const last = nodes.findLast((node) => !isBlank(node));
  if (!isElement(last)) return undefined;
  return isElement(last, 'i', 'em') || isMarked(last, ...directions) ? last : lastDirection(last.children);
}
