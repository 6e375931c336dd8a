import { encodeHandout, emptyHandout } from '../text/handout.ts';
import type { List, ListItem } from './library.ts';

/** The prose of a reading list on either side of its items. */
export function aroundItems({ document }: List): [before: string, after: string] {
  const [before = '', after = ''] = document.html.split(/<ol[^]*<\/ol>/);
  return [before, after];
}

/** The words of the paragraph or the line that a link names; of verse, a string a line. */
export function wordsOf({ excerpt, anchor }: Pick<ListItem, 'excerpt' | 'anchor'>): string[] {
  for (const passage of excerpt.passages) {
    if (passage.id === anchor) return passage.lines?.map(({ text }) => text) ?? [passage.text];
    const line = passage.lines?.find(({ id }) => id === anchor);
    if (line) return [line.text];
  }
  return [];
}

/** The fragment that opens a reading list as a handout, its prompts as the questions. */
export function handoutOf(list: List): Promise<string> {
  const passages = list.items.map(({ excerpt, anchor, text }) => {
    const link = list.document.links.find((known) => text.startsWith(known.text));
    const question = text.slice(link?.text.length ?? 0).replace(/^[\s.,:;—–-]+/u, '');
    return { excerpt: `${excerpt.work.slug}/${excerpt.slug}`, first: anchor, last: anchor, question };
  });
  return encodeHandout({ ...emptyHandout(), title: list.title, passages });
}
