import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Item, Link } from './document.ts';

/** The items of the ordered lists of a page, each with the first link in it: the passages of a reading list. */
export function itemsOf(tree: Root, links: Link[], html: (nodes: ElementContent[]) => string): Item[] {
  const lists = tree.children.filter((node) => node.type === 'element' && node.tagName === 'ol') as Element[];
  return lists.flatMap((list) =>
    list.children.flatMap((item) => {
      if (item.type !== 'element') return [];
      const anchor = firstLink(item);
      const link = links.findIndex(({ href }) => href === anchor?.properties['href']);
      return [{ link, html: html(item.children).trim(), text: toString(item).trim() }];
    }),
  );
}

function firstLink(node: Element): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = child.tagName === 'a' ? child : firstLink(child);
    if (found) return found;
  }
  return undefined;
}
