import type { Block, Form, Line } from '../markdown/document.ts';

/** A block with its published ids. */
export interface Passage extends Omit<Block, 'lines'> {
  /** `p3` or `d1`; null for verse, whose lines have ids, and for omissions. */
  id: string | null;
  lines?: NumberedLine[];
}

export interface NumberedLine extends Line {
  /** `l15`, or `l15-2` for the second part of a shared line; null for verse quoted inside prose. */
  id: string | null;
}

/**
 * Gives the blocks of an excerpt the ids of its edition: paragraphs and speeches in prose `p…`, lines of verse `l…`,
 * stage directions `d…`. `first` is the number of the first of them, or a list with one number for each run between
 * omissions; in drama it numbers what the run begins with, and the other kind of number goes on.
 */
export function number(blocks: Block[], form: Form, first: number | number[] = 1): Passage[] {
  const next = { p: 1, l: 1, d: 1 };
  const firsts = Array.isArray(first) ? [...first] : [first];
  let begins = firsts.shift();
  let part = 1;
  return blocks.map((block): Passage => {
    const { lines, ...rest } = block;
    // An omission before any text leaves the first run its number.
    if (block.kind === 'omission') begins ??= firsts.shift();
    if (block.kind === 'omission' || block.kind === 'break') return { ...rest, id: null };
    if (block.kind === 'direction') return { ...rest, id: take('d') };
    // Verse that prose quotes counts as the one paragraph it is.
    if (!lines || (form === 'prose' && block.quoted)) {
      const id = take('p');
      return { ...rest, id, ...(lines && { lines: lines.map((line) => ({ ...line, id: null })) }) };
    }
    return { ...rest, id: null, lines: lines.map((line) => ({ ...line, id: lineId(line) })) };
  });

  function take(letter: 'p' | 'l' | 'd'): string {
    if (letter !== 'd' && begins !== undefined) {
      next[letter] = begins;
      begins = undefined;
    }
    return `${letter}${next[letter]++}`;
  }

  function lineId(line: Line): string {
    if (line.part === 'middle' || line.part === 'last') return `l${next.l - 1}-${++part}`;
    part = 1;
    return take('l');
  }
}

/** How many runs of text an excerpt has: omissions part them. */
export function runsOf(blocks: Block[]): number {
  const isText = blocks.map(({ kind }) => kind !== 'omission');
  return isText.filter((text, index) => text && !isText[index - 1]).length;
}
