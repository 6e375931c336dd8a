import type { Fragment } from './search-index.ts';

export type Kind = 'text' | 'note' | 'essay' | 'theme' | 'term';

/** A page taken apart for search: its words, and the passages that they make up. */
export interface PageText {
  url: string;
  title: string;
  kind: Exclude<Kind, 'note'>;
  /** As they stand in the index, with the marks that tie them to one another. */
  tokens: string[];
  /** Which word of the page each token is, marks not counted. */
  ordinals: Uint32Array;
  passages: Passage[];
  filters: Record<string, string[]>;
  /** The whole of it as browsers compare text, once it is asked for. */
  searchable?: string;
}

/** A block with its notes, or a paragraph of ours. */
export interface Passage {
  /** The block, line by line where it is verse. */
  lines: Part[];
  notes: NotePart[];
}

/** Words of the page from and up to a token, under one anchor. */
export interface Part {
  id: string;
  start: number;
  end: number;
}

export interface NotePart extends Part {
  /** Where the lemma ends and what is said of it begins. */
  lemmaEnd: number;
  /** What it links to: `themes/guilt`. */
  tags: string[];
}

export function isNote(part: Part | NotePart): part is NotePart {
  return 'lemmaEnd' in part;
}

const hasWord = /[\p{L}\p{N}]/u;
const known = new WeakMap<Fragment, PageText>();

/** Takes a page of the index apart by the marks that `indexable` has set. */
export function pageText(fragment: Fragment): PageText {
  const text = known.get(fragment) ?? read(fragment);
  known.set(fragment, text);
  return text;
}

function read(fragment: Fragment): PageText {
  const tokens = fragment.content.split(' ');
  let words = 0;
  const ordinals = new Uint32Array(tokens.length);
  for (const [at, token] of tokens.entries()) ordinals[at] = hasWord.test(token) ? words++ : words;
  return {
    url: fragment.url,
    title: fragment.meta.title ?? fragment.url,
    kind: kindOf(fragment.filters['kind'] ?? []),
    tokens,
    ordinals,
    passages: passagesOf(fragment.anchors, tokens.length),
    filters: fragment.filters,
  };
}

function kindOf(kinds: string[]): PageText['kind'] {
  return kinds.includes('passage') ? 'text' : ((kinds[0] ?? 'essay') as PageText['kind']);
}

/** In excerpts marks say where a block begins; elsewhere each anchor begins a passage. */
function passagesOf(anchors: Fragment['anchors'], length: number): Passage[] {
  const passages: Passage[] = [];
  const hasBlocks = anchors.some(({ id }) => id === '=block');
  const starts = anchors.filter(({ id }) => !id.startsWith('=gloss')).map(({ location }) => location);
  let begun = 0;
  let block: number | undefined;
  for (const { id, location: start } of anchors) {
    const last = passages.at(-1);
    if (!id.startsWith('=gloss')) begun++;
    const end = starts[begun] ?? length;
    const note = last?.notes.at(-1);
    if (id === '=block') block = start;
    else if (id.startsWith('=gloss')) {
      if (note) [note.lemmaEnd, note.tags] = [start, id.split(',').slice(1)];
    } else if (id.startsWith('fn-')) last?.notes.push({ id, start, end, lemmaEnd: start, tags: [] });
    else if (hasBlocks && block === undefined && last?.notes.length === 0) last.lines.push({ id, start, end });
    else {
      // Who speaks stands before the anchor of what is said.
      passages.push({ lines: [{ id, start: block ?? start, end }], notes: [] });
      block = undefined;
    }
  }
  return passages;
}

/** The words from and up to a token as they stand on the page. */
export function wordsOf({ tokens }: PageText, start: number, end: number): string {
  return tokens
    .slice(start, end)
    .join(' ')
    .replace(/(?:^| )\u2060|\u2060(?: |$)/gu, '')
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
}
