import type { Element, ElementContent, Nodes } from 'hast';
import { element } from './element.ts';
import type { Block } from './section.ts';
import * as groups from './text-groups.ts';

/**
 * The blocks of a plain text: headings (`h2`), thought breaks (`hr`), paragraphs, and verse (`p data-verse` with a `br`
 * at each line end), each at its line; `firstLine` is the number of the text's first. Paragraphs are parted by blank
 * lines, `_words_` are italics, and `[Footnote 1: …]` is a note on `[1]`. Of a `pre` only numbers are headings: its
 * first is a poem's title, if Roman, and the others (`h6`) part the poem.
 */
export function blocksOfText(text: string, firstLine = 1, isPre = false): Element[] {
  const all = groups.groupsOf(text, firstLine);
  const lines = all.flatMap((group) => group.lines);
  const width = Math.max(
    60,
    percentile(
      lines.map((line) => line.length),
      0.9,
    ),
  );
  // The indentation from which the text is set: the least that a tenth of its lines have.
  const margin = percentile(lines.map(groups.indentOf), 0.1);
  const hasChapters = all.some(groups.isChapterHeading);
  const verse = all.map((group) => groups.isVerse(group, width, isPre));
  const isMostlyVerse = verse.filter(Boolean).length * 2 > all.filter((group) => !groups.isNumber(group)).length;

  return all.map((group, index): Element => {
    const at = placeOf(group);
    const whole = groups.runOn(group);
    const isHeading = isPre ? groups.isNumber(group) : groups.isHeading(group, all[index - 1], hasChapters);
    const note = /^\[Footnote\s+([\w*†‡]+):\s*([^]*)\]$/i.exec(whole);
    if (/^(?:[*•·⁂—_~-]\s*)+$/.test(whole)) return element('hr', {}, [], at);
    if (isHeading) return element(isPre && (index > 0 || /\d/.test(whole)) ? 'h6' : 'h2', {}, inline(whole), at);
    if (note) return element('p', { dataFootnote: note[1]! }, inline(note[2]!), at);
    const indent = groups.leastIndent(group) - margin;
    const isVerse = verse[index]! || (isMostlyVerse && group.lines.length === 1);
    const block = isVerse
      ? verseOf(group, isMostlyVerse ? margin : margin + indent, at)
      : element('p', {}, proseOf(group), at);
    if (indent >= 2 && !isMostlyVerse && !groups.hasSpeakerLine(group))
      block.properties['dataQuoted'] = quotationOf(all, index, margin);
    return block;
  });
}

/** Groups that are set in one after the other belong to one quotation, which is known by the line of its first. */
function quotationOf(all: groups.Group[], index: number, margin: number): string {
  let first = index;
  while (first > 0 && groups.leastIndent(all[first - 1]!) >= margin + 2) first--;
  return String(all[first]!.line);
}

function proseOf(group: groups.Group): ElementContent[] {
  if (!groups.hasSpeakerLine(group)) return inline(groups.runOn(group));
  const [speaker = '', ...lines] = group.lines;
  return [...inline(speaker.trim()), element('br', {}, []), ...inline(groups.runOn({ lines }))];
}

function verseOf({ lines }: groups.Group, margin: number, at: Nodes): Block {
  const block = element('p', { dataVerse: '' }, [], at);
  for (const [index, line] of italicsByLine(lines).entries()) {
    const indent = Math.max(0, groups.indentOf(line) - margin);
    // A line that was too long goes on below, further in, and not with a capital.
    if (index > 0 && indent > 2 && /^\s*\p{Ll}/u.test(line) && lines[index - 1]!.length > 55) {
      block.children.push(...inline(` ${line.trim()}`));
      continue;
    }
    if (index > 0) block.children.push(element('br', { dataIndent: String(indent) }, []));
    else if (indent > 0) block.properties['dataIndent'] = String(indent);
    block.children.push(...inline(line.trim()));
  }
  return block;
}

/** Lines with each `_italics_` that goes over several of them closed and opened again at the line ends. */
function italicsByLine(lines: string[]): string[] {
  let open = false;
  return lines.map((line) => {
    const opened = open ? line.replace(/\S/, '_$&') : line;
    if ((line.match(/_/g) ?? []).length % 2 === 1) open = !open;
    return open ? `${opened}_` : opened;
  });
}

/** Text with `_italics_`, and with `[1]` as references that wait for their notes. */
function inline(text: string): ElementContent[] {
  return text.split(/(_[^_\s](?:[^_]*[^_\s])?_|\[(?:\d{1,3}|[*†‡])\])/).flatMap((part, index): ElementContent[] => {
    if (part === '') return [];
    if (index % 2 === 0) return [{ type: 'text', value: part }];
    if (part.startsWith('_')) return [element('em', {}, [{ type: 'text', value: part.slice(1, -1) }])];
    return [element('a', { dataFootnoteReference: part.slice(1, -1) }, [{ type: 'text', value: part }])];
  });
}

function placeOf({ line, lines }: groups.Group): Nodes {
  return {
    type: 'text',
    value: '',
    position: { start: { line, column: 1 }, end: { line: line + lines.length, column: 1 } },
  };
}

function percentile(numbers: number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
