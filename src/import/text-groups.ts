import { isCapitals, isHeadingText, readHeading } from './heading.ts';

/** Lines of a plain text that stand together, without the blank ones around them. */
export interface Group {
  lines: string[];
  /** Line of the first, from 1. */
  line: number;
  /** Blank lines before it. */
  gap: number;
}

/** The groups of a text whose first line has the number `firstLine`. A number alone above a stanza is a group too. */
export function groupsOf(text: string, firstLine: number): Group[] {
  const groups: Group[] = [];
  let gap = 0;
  let open: Group | undefined;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replaceAll('\t', '    ').trimEnd();
    if (line.trim() === '') {
      open = undefined;
      gap += 1;
    } else if (open) open.lines.push(line);
    else {
      open = { lines: [line], line: firstLine + index, gap };
      groups.push(open);
      gap = 0;
      if (number.test(line.trim())) open = undefined;
    }
  }
  return groups;
}

const number = /^(?:[IVXLC]+|\d{1,3})\.?$/;

/** The text of a group, its lines run on. */
export function runOn({ lines }: Pick<Group, 'lines'>): string {
  return lines.map((line) => line.trim()).join(' ');
}

export function indentOf(line: string): number {
  return /^ */.exec(line)![0].length;
}

/** How far all lines of a group are set in. */
export function leastIndent({ lines }: Group): number {
  return Math.min(...lines.map(indentOf));
}

/** A speaker on a line of his own: `FIRST WITCH.` */
export function hasSpeakerLine({ lines: [first = '', ...others] }: Group): boolean {
  return others.length > 0 && /^\s*\p{Lu}[\p{Lu}\d ’',&.-]{1,40}[.:]?$/u.test(first) && /\p{Lu}{2}/u.test(first);
}

/**
 * Verse is what breaks its lines before it must: in prose, set to `width` characters, the first word of the next line
 * would not have fitted. Verse with lines as long as prose is known by the capitals that they begin with. Of a `pre`,
 * which keeps its line ends on purpose, all lines may be verse, capitals or not.
 */
export function isVerse(group: Group, width: number, isPre: boolean): boolean {
  const lines = (hasSpeakerLine(group) ? group.lines.slice(1) : group.lines).map((line) => line.trim());
  if (lines.length < 2) return false;
  const pairs = lines.slice(1).map((next, index) => [lines[index]!, next] as const);
  const early = pairs.filter(([line, next]) => line.length + 1 + next.split(/\s/)[0]!.length <= width - 3).length;
  const capitals = lines.filter((line) => /^[^\p{L}]*\p{Lu}/u.test(line)).length;
  if (capitals < lines.length * 0.5 && !isPre) return false;
  return early > pairs.length / 2 || (lines.length > 3 && capitals > lines.length * 0.8);
}

/** Whether a group is a number alone, and nothing else. */
export function isNumber(group: Group): boolean {
  const whole = runOn(group);
  return group.lines.length === 1 && number.test(whole) && readHeading(whole).number !== undefined;
}

/** Whether a group is the heading of a chapter or a scene, whose titles are set in capitals. */
export function isChapterHeading(group: Group): boolean {
  const { label } = readHeading(runOn(group));
  return isHeadingText(runOn(group)) && label !== undefined && !['book', 'part', 'canto'].includes(label);
}

/**
 * Whether a group is a heading: it says so, or it is short, without a full stop, and stands apart by two blank lines, or
 * below a heading. Where chapters are numbered it has to be in capitals: the dates of letters stand apart as well.
 */
export function isHeading(group: Group, previous: Group | undefined, hasChapters: boolean): boolean {
  const whole = runOn(group);
  if (group.lines.length > 3 || whole.length > 160) return false;
  if (isHeadingText(whole) || isNumber(group)) return true;
  const isTitle = previous !== undefined && isHeadingText(runOn(previous)) && isCapitals(whole);
  const isApart = previous === undefined || group.gap >= 2 || isTitle;
  if (group.lines.length > 1 || !isApart || (hasChapters && !isCapitals(whole))) return false;
  return whole.length < 70 && !/[,;:!?—…”"’']$|[^.]{30}\.$|^["“‘'_[(]/.test(whole);
}
