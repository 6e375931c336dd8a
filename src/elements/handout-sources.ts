import type { HandoutPassage } from '../text/handout.ts';

/** An excerpt as the site publishes it in JSON; only what a handout has use for. */
export interface ExcerptData {
  url: string;
  title: string;
  work: {
    title: string;
    author: { name: string };
    edition?: { title: string; publisher: string; year: number };
  };
  locator: Record<string, number | string>;
  blocks: BlockData[];
  notes: { block: string; lemma: string; text: string }[];
}

export interface BlockData {
  id?: string | null;
  kind: 'paragraph' | 'stanza' | 'speech' | 'direction' | 'omission';
  speaker?: string;
  text: string;
  lines?: LineData[];
}

export interface LineData {
  id: string | null;
  text: string;
  part?: 'first' | 'middle' | 'last';
}

/** A passage of a handout with its text, or undefined text where the library has no such passage. */
export interface Sourced {
  passage: HandoutPassage;
  excerpt?: ExcerptData;
  blocks: BlockData[];
}

const fetched = new Map<string, Promise<ExcerptData | undefined>>();

/** Fetches what the passages are of, each excerpt once, and cuts the passages out. */
export function sourcesOf(passages: HandoutPassage[], base: string): Promise<Sourced[]> {
  return Promise.all(
    passages.map(async (passage) => {
      const excerpt = await load(passage.excerpt, base);
      const blocks = excerpt ? cut(excerpt.blocks, passage) : [];
      return excerpt && blocks.length > 0 ? { passage, excerpt, blocks } : { passage, blocks: [] };
    }),
  );
}

async function load(path: string, base: string): Promise<ExcerptData | undefined> {
  const known = fetched.get(path);
  if (known) return known;
  const found = fetch(`${base}works/${path}.json`)
    .then((response) => (response.ok ? (response.json() as Promise<ExcerptData>) : undefined))
    .catch(() => undefined);
  fetched.set(path, found);
  // A fault of the network may pass, so it is asked again the next time.
  if ((await found) === undefined) fetched.delete(path);
  return found;
}

/** The blocks from the one that has the first id to the one that has the last; of verse, the lines between alone. */
function cut(blocks: BlockData[], { first, last }: HandoutPassage): BlockData[] {
  const has = (block: BlockData, id: string) => block.id === id || !!block.lines?.some((line) => line.id === id);
  const from = blocks.findIndex((block) => has(block, first));
  const to = blocks.findIndex((block) => has(block, last));
  if (from < 0 || to < from) return [];
  return blocks.slice(from, to + 1).map((block, index, { length }) => {
    if (!block.lines) return block;
    const start = index === 0 ? block.lines.findIndex(({ id }) => id === first) : 0;
    const end = index === length - 1 ? block.lines.findIndex(({ id }) => id === last) + 1 : block.lines.length;
    return { ...block, lines: block.lines.slice(Math.max(0, start), end > 0 ? end : block.lines.length) };
  });
}
