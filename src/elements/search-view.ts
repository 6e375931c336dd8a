import type { Query } from '../text/query.ts';
import type { PageHits } from './search-engine.ts';
import { contextLines, type ContextLine } from './search-lines.ts';
import type { RankedPassage } from './search-ranking.ts';

/** An element with its attributes and what is in it. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** How many passages of a page are shown at once: of ours, which say one thing throughout, the best. */
const [mostOfExcerpt, mostOfOurs] = [2, 1];

/** A page with its passages; what it has beyond the first of them waits until it is asked for. */
export function pageItem({ text, passages }: PageHits, query: Query): HTMLLIElement {
  const most = text.kind === 'text' ? mostOfExcerpt : mostOfOurs;
  const [, title = text.title, work = ''] = /^(.*?)(?: \((.*)\))?$/.exec(text.title) ?? [];
  const heading = make('h2', {}, make('a', { href: text.url }, title));
  if (work !== '') heading.append(' ', make('span', { class: 'where' }, work));
  const list = make('ul', { class: 'passages' }, ...items(passages.slice(0, most), text, query));
  const item = make('li', { class: 'result' }, heading, list);
  const rest = passages.slice(most);
  if (rest.length > 0) item.append(more(rest, list, text, query));
  return item;
}

function items(passages: RankedPassage[], text: PageHits['text'], query: Query): HTMLLIElement[] {
  return passages.flatMap((passage) => contextLines(text, passage, query).map(hitItem));
}

const kinds = { text: 'Text', note: 'Note', essay: 'Essay', theme: 'Theme', term: 'Term' };

/** A line in its context, as a link to its words. */
export function hitItem({ kind, url, place, pieces }: ContextLine): HTMLLIElement {
  const words = pieces.map(({ text, isMarked }) => (isMarked ? make('mark', {}, text) : text));
  const label = make('span', { class: 'label' }, make('span', { class: 'kind' }, kinds[kind]), ' ');
  if (place !== '') label.append(make('span', { class: 'place' }, place));
  const link = make('a', { href: url }, label, ' ', make('span', { class: 'context' }, ...words));
  return make('li', { class: 'hit', 'data-kind': kind }, link);
}

function more(rest: RankedPassage[], list: HTMLElement, text: PageHits['text'], query: Query): HTMLButtonElement {
  const label = rest.length === 1 ? 'One more passage here' : `${rest.length} more passages here`;
  const button = make('button', { type: 'button', class: 'more-here' }, label);
  button.addEventListener('click', () => {
    const added = items(rest, text, query);
    list.append(...added);
    button.remove();
    added[0]?.querySelector('a')?.focus();
  });
  return button;
}

/** Moves the focus among the links of hits with the arrow keys; up from the first leads to `input`. */
export function moveAmong(links: HTMLElement[], event: KeyboardEvent, input: HTMLElement): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const current = links.indexOf(document.activeElement as HTMLElement);
  if (current < 0 && event.target !== input) return;
  const next = event.key === 'ArrowDown' ? (links[current + 1] ?? links[current]) : (links[current - 1] ?? input);
  if (event.target === input && event.key === 'ArrowUp') return;
  event.preventDefault();
  next?.focus();
}
