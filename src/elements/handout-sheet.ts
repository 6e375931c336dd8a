import { longestQrAddress, type Choice, type Handout } from '../text/handout.ts';
import { passageLocator } from '../text/locator.ts';
import type { BlockData, ExcerptData, Sourced } from './handout-sources.ts';
import { qrCode } from './qr-code.ts';

/** A note of the handout with its number in it. */
interface NumberedNote {
  number: number;
  block: string;
  lemma: string;
  text: string;
}

/** Ruled lines under a question, where the handout has space to write. */
const ruledLines = 6;

/** Draws a handout for reading and for print. Whatever the address says is set as text. */
export function drawSheet(handout: Handout, sources: Sourced[], address: string, base: string): Node[] {
  const { title, instructions, choices } = handout;
  const has = (choice: Choice) => choices.includes(choice);
  const notes: NumberedNote[] = [];
  const passages = sources.map((source) => drawPassage(source, has, notes, base));
  return [
    element('h2', { name: 'title', text: title || 'Handout' }),
    ...instructions.split(/\n+/u).flatMap((text) => (text.trim() ? element('p', { name: 'instructions', text }) : [])),
    element('ol', { name: 'passages' }, ...passages),
    ...(notes.length > 0 ? [drawNotes(notes)] : []),
    ...(passages.length > 0 ? [drawAddress(address)] : []),
  ];
}

/** What a handout calls a passage: “Frankenstein, ch. 5, par. 3”. */
export function placeOf({ excerpt, passage }: Sourced): string {
  const { first, last } = passage;
  if (!excerpt) return passage.excerpt;
  // A poem is known by its own title, not by its book's.
  return String(excerpt.locator['title'] ?? excerpt.work.title) + passageLocator('mla', excerpt.locator, first, last);
}

function drawPassage(source: Sourced, has: (choice: Choice) => boolean, notes: NumberedNote[], base: string) {
  const { passage, excerpt, blocks } = source;
  const link = `${base}works/${passage.excerpt}/#${passage.first}`;
  if (!excerpt) return element('li', { name: 'passage' }, drawLost(link), ...drawQuestion(passage.question, has));
  const ids = new Set(blocks.flatMap((block) => [block.id, ...(block.lines ?? []).map(({ id }) => id)]));
  const own = has('notes') ? excerpt.notes.filter(({ block }) => ids.has(block)) : [];
  const numbered = own.map((note, index) => ({ ...note, number: notes.length + index + 1 }));
  notes.push(...numbered);
  const quotation = element('blockquote', {}, ...blocks.map((block) => drawBlock(block, numbered, has('numbers'))));
  if (blocks.some(({ lines }) => lines)) quotation.classList.add('verse');
  const place = element('a', { text: placeOf(source) });
  place.setAttribute('href', link);
  return element(
    'li',
    { name: 'passage' },
    element('h3', {}, place),
    quotation,
    drawSource(excerpt),
    ...drawQuestion(passage.question, has),
  );
}

function drawLost(link: string): HTMLElement {
  const anchor = element('a', { text: 'See what became of it' });
  anchor.setAttribute('href', link);
  return element('p', { name: 'lost', text: 'The library has no such passage now. ' }, anchor, '.');
}

function drawQuestion(question: string, has: (choice: Choice) => boolean): HTMLElement[] {
  const space = element('div', { name: 'space' }, ...Array.from({ length: ruledLines }, () => element('div', {})));
  return [...(question ? [element('p', { name: 'task', text: question })] : []), ...(has('space') ? [space] : [])];
}

function drawBlock(
  { id, kind, speaker, text, lines }: BlockData,
  notes: NumberedNote[],
  numbers: boolean,
): HTMLElement {
  const name = speaker === undefined ? [] : [element('b', { name: 'speaker', text: speaker })];
  if (!lines) {
    const paragraph = element('p', { name: kind }, ...name, ...withMarks(text, id ?? '', notes));
    if (numbers && id && kind !== 'direction') paragraph.dataset['number'] = id.slice(1);
    return paragraph;
  }
  return element(
    'p',
    { name: kind },
    ...name,
    ...lines.map((line, index) => {
      const drawn = element('span', { name: 'line' }, ...withMarks(line.text, line.id ?? '', notes));
      const number = /^l(\d+)$/.exec(line.id ?? '')?.[1];
      // Every fifth line, and the first, by which a short passage is found.
      if (numbers && number !== undefined && (index === 0 || Number(number) % 5 === 0))
        drawn.dataset['number'] = number;
      if (line.part && line.part !== 'first') drawn.classList.add('part');
      return drawn;
    }),
  );
}

/** The text with the numbers of its notes: after the lemma where that stands there once, or else at the end. */
function withMarks(text: string, id: string, notes: NumberedNote[]): (Node | string)[] {
  const places = notes
    .filter(({ block }) => block === id)
    .map(({ lemma, number }) => {
      const words = lemma.split(/\s*…\s*/u).at(-1)!;
      const at = text.indexOf(words);
      return { number, end: at >= 0 && at === text.lastIndexOf(words) ? at + words.length : text.length };
    })
    .sort((a, b) => a.end - b.end || a.number - b.number);
  let from = 0;
  return [
    ...places.flatMap(({ number, end }, index) => {
      const before = text.slice(from, end);
      const joins = index > 0 && before === '';
      from = end;
      return [before, element('sup', { text: joins ? `, ${number}` : String(number) })];
    }),
    text.slice(from),
  ];
}

function drawNotes(notes: NumberedNote[]): HTMLElement {
  const items = notes.map(({ lemma, text }) => element('li', {}, element('i', { text: lemma }), `] ${text}`));
  return element('section', { name: 'notes' }, element('h3', { text: 'Notes' }), element('ol', {}, ...items));
}

function drawAddress(address: string): HTMLElement {
  const anchor = element('a', { text: address });
  anchor.setAttribute('href', address);
  const code =
    address.length <= longestQrAddress
      ? qrCode(address, 'QR code of this handout')
      : element('p', {
          name: 'no-code',
          text: `No QR code: the address has ${address.length} characters, and above ${longestQrAddress} the squares are too fine for a phone. Shorter questions make it shorter.`,
        });
  return element('footer', {}, code, element('p', { name: 'address' }, anchor));
}

function drawSource({ work }: ExcerptData): HTMLElement {
  const { author, edition, title } = work;
  const published = edition ? ` (${edition.publisher}, ${edition.year})` : '';
  return element('p', { name: 'source' }, `${author.name}, `, element('cite', { text: title }), published);
}

function element(tag: string, { name, text }: { name?: string; text?: string }, ...children: (Node | string)[]) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text !== undefined) made.append(text);
  made.append(...children);
  return made;
}
