import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';

/** Selects, as a reader would, from one stretch of words to another; each in the element that a selector names. */
export async function select(page: Page, from: [selector: string, words: string], to = from): Promise<void> {
  await page.evaluate(
    ([first, last]) => {
      const place = ([selector, words]: [string, string], end: boolean): [Node, number] => {
        const element = document.querySelector(selector)!;
        const text = element.textContent;
        let left = text.indexOf(words) + (end ? words.length : 0);
        if (text.indexOf(words) < 0) throw new Error(`No “${words}” in ${selector}.`);
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const { length } = node as Text;
          if (end ? left <= length : left < length) return [node, left];
          left -= length;
        }
        throw new Error(`No end of “${words}” in ${selector}.`);
      };
      const range = document.createRange();
      range.setStart(...place(first, false));
      range.setEnd(...place(last, true));
      const selection = getSelection()!;
      selection.removeAllRanges();
      selection.addRange(range);
    },
    [from, to] as const,
  );
}

/** The words of an element that are painted on another ground than its first word, as a screenshot has them. */
export async function markedWords(page: Page, selector: string): Promise<string[]> {
  const words = await page.evaluate((wanted) => {
    const found: { word: string; x: number; y: number; width: number; height: number }[] = [];
    const walker = document.createTreeWalker(document.querySelector(wanted)!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
      for (const match of node.data.matchAll(/[\p{L}’-]+/gu)) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        const { x, y, width, height } = range.getBoundingClientRect();
        found.push({ word: match[0], x, y, width, height });
      }
    return found;
  }, selector);
  const picture = PNG.sync.read(await page.screenshot());
  const grounds = words.map(({ x, y, width, height }) => ground(picture, x, y, width, height));
  return words.filter((_, index) => grounds[index] !== grounds[0]).map(({ word }) => word);
}

/** The colour that most of a rectangle has. */
function ground({ data, width: row }: PNG, x: number, y: number, width: number, height: number): string | undefined {
  const counts = new Map<string, number>();
  for (let v = Math.ceil(y); v < y + height; v++)
    for (let u = Math.ceil(x); u < x + width; u++) {
      const colour = data.subarray((v * row + u) * 4, (v * row + u) * 4 + 3).join(' ');
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
