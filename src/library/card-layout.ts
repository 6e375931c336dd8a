import type { Card, Words } from './card.ts';

/** Pixels, as those who show links ask for. */
export const [width, height] = [1200, 630];

/** The light scheme of tokens.css. */
export const colours = { paper: '#fbfaf6', ink: '#211d18', rubric: '#9b2d1f', muted: '#675f54', rule: '#d8d1c4' };

/** An element as satori reads it, which is as React has it. */
export interface Element {
  type: string;
  key: null;
  props: Record<string, unknown>;
}

type Part = Element | string | false | undefined;

/** A card as a tree of boxes, for satori to set. */
export function layOut({ kind, title, question, words, source }: Card): Element {
  const isPassage = kind === 'Passage' && words !== undefined;
  return box(
    {
      flexDirection: 'column',
      boxSizing: 'border-box',
      width,
      height,
      padding: '54px 80px 46px',
      background: colours.paper,
    },
    box({ justifyContent: 'space-between', alignItems: 'center' }, kindOf(kind), name()),
    box(
      { flexDirection: 'column', flexGrow: 1, justifyContent: 'center', overflow: 'hidden' },
      !isPassage && titleOf(title, question === undefined ? 4 : 2),
      question !== undefined &&
        box({ ...text(38), ...clamp(2), fontStyle: 'italic', marginTop: 22, lineHeight: 1.35 }, plain(question)),
      words &&
        box(
          isPassage
            ? { flexDirection: 'column', ...text(sizeOfWords(words.text)) }
            : {
                flexDirection: 'column',
                marginTop: 34,
                paddingLeft: 28,
                borderLeft: `3px solid ${colours.rule}`,
                ...text(35),
              },
          ...linesOf(words),
        ),
    ),
    source !== '' &&
      box(
        { borderTop: `2px solid ${colours.rule}`, paddingTop: 24, ...text(28), ...clamp(1), color: colours.muted },
        plain(source),
      ),
  );
}

function kindOf(kind: string): Element {
  return box(
    { ...text(32), color: colours.rubric, fontFeatureSettings: '"c2sc", "smcp"', letterSpacing: '0.08em' },
    kind,
  );
}

/** The name of the site with its sign, the pilcrow of favicon.svg. */
function name(): Part {
  const pilcrow = 'M14 6H26V8H24V26H20V8H18V26H14V18C9.5 18 6 15.3 6 12S9.5 6 14 6Z';
  return box(
    { alignItems: 'center', ...text(36) },
    element('svg', { viewBox: '0 0 32 32', width: 38, height: 38, style: { marginRight: 14 } }, [
      element('rect', { width: 32, height: 32, rx: 5, fill: colours.rubric }),
      element('path', { d: pilcrow, fill: colours.paper }),
    ]),
    'Gloss',
  );
}

function titleOf(title: string, lines: number): Part {
  const size = sizeFor(
    title,
    [
      [20, 92],
      [48, 80],
      [90, 64],
    ],
    50,
  );
  return box({ ...text(size), ...clamp(lines), fontFamily: 'Serif Display', lineHeight: 1.12 }, plain(title));
}

/** Lines of verse each in its own; of prose one, which wraps between words. Words that have a note are red. */
function linesOf({ text, start, end }: Words): Part[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const words = line.split(/(?<=\s)(?=\S)/).map((word) => {
      const [from, to] = [start - at, end - at].map((place) => Math.min(Math.max(place, 0), word.length));
      at += word.length;
      return box({ ...wraps, marginRight: '0.23em' }, ...wordOf(word, from!, to!));
    });
    at++;
    return box({ flexWrap: 'wrap', lineHeight: 1.4 }, ...words);
  });
}

function wordOf(word: string, from: number, to: number): Part[] {
  if (from === to) return [plain(word).trim()];
  const parts = [word.slice(0, from), word.slice(from, to), word.slice(to)].map((part) => plain(part).trim());
  return parts.map(
    (part, index) => part !== '' && box(index === 1 ? { ...wraps, color: colours.rubric } : wraps, part),
  );
}

/** Prose has four lines or five; a line of verse is not broken, at 0.46 em a character. */
function sizeOfWords(words: string): number {
  const lines = words.split('\n');
  if (lines.length === 1)
    return sizeFor(
      words,
      [
        [80, 64],
        [150, 54],
      ],
      47,
    );
  return Math.min(54, Math.floor((width - 160) / (0.46 * Math.max(...lines.map((line) => line.length)))));
}

/** The size of the first step that is long enough for a text, else the `smallest`. */
function sizeFor({ length }: string, steps: [longest: number, size: number][], smallest: number): number {
  return steps.find(([longest]) => length <= longest)?.[1] ?? smallest;
}

/** A text without the characters that have no width, which the face would show as boxes. */
function plain(text: string): string {
  return text.replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, '');
}

function text(fontSize: number) {
  const fontFamily = fontSize > 40 ? 'Serif Subhead' : 'Serif';
  return { fontSize, fontFamily, color: colours.ink, fontFeatureSettings: '"onum", "pnum"' };
}

const wraps = { maxWidth: '100%', wordBreak: 'break-word' };

function clamp(lineClamp: number) {
  return { display: 'block', lineClamp, wordBreak: 'break-word' };
}

function box(style: Record<string, unknown>, ...children: Part[]): Element {
  return element('div', { style: { display: 'flex', ...style } }, children.filter(Boolean));
}

/** What React makes of JSX, which satori reads. */
function element(type: string, props: Record<string, unknown>, children: Part[] = []): Element {
  return { type, key: null, props: { ...props, children: children.length === 1 ? children[0] : children } };
}
