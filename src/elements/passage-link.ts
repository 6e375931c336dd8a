import { searchable, textFragment } from '../text/fragment.ts';
import { linesOf } from './article-text.ts';
import type { SelectedWords } from './selected-words.ts';

/** The address of a passage of this page: its anchor and nothing else. */
export function linkTo(id: string): string {
  const { origin, pathname, search } = location;
  return `${origin}${pathname}${search}${id && `#${id}`}`;
}

/** The address of exact words: the anchor of where they start, and a text fragment that no other words answer to. */
export function linkToWords({ lines, first }: SelectedWords): string {
  const article = lines[0]!.line.element.closest('article')!;
  const all = linesOf(article);
  let text = '';
  let [start, end] = [0, 0];
  for (const { element, text: own } of all) {
    if (element === lines[0]!.line.element) start = text.length + lines[0]!.start;
    if (element === lines.at(-1)!.line.element) end = text.length + lines.at(-1)!.end;
    text += `${own}\n`;
  }
  const page = linesOf(document.body, true);
  const fragment = textFragment(text, start, end, searchable(page.map((line) => line.text).join('\n')));
  const link = linkTo(first);
  return fragment ? `${link}${first ? '' : '#'}${fragment}` : link;
}
