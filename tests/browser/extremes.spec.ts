import { expect, test, type Page } from '@playwright/test';

import { pageAddressesOf } from '../site/pages.ts';
import { extremes, fixture } from '../site/sites.ts';
import { urlOf } from './served.ts';

test.use({ javaScriptEnabled: false });

const widths = [320, 360, 768, 1024, 1440];

for (const part of [0, 1])
  test(`nothing that is too long, too many or too few breaks a page, part ${part + 1} of 2`, async ({ page }) => {
    test.slow();
    const addresses = pageAddressesOf(extremes).filter((_, index) => index % 2 === part);
    for (const address of addresses) {
      await page.goto(urlOf(extremes, address));
      await drawAll(page);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        expect(await outside(page), `${address} at ${width} px`).toEqual([]);
      }
    }
  });

/** Draws what is not in sight too: until it is drawn, a browser may keep the box that it had at another width. */
function drawAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets = [sheet];
  });
}

/** What stands outside of the page, and is not in a box that may be scrolled by itself. */
function outside(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        if (width === 0 || (left >= -1 && right <= document.documentElement.clientWidth + 1)) return false;
        return !element.closest('table, .visually-hidden, .skip, .back');
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  );
}

test('a quotation that runs from right to left does so, alone', async ({ page }) => {
  await page.goto(urlOf(extremes, 'works/longest/chapter-1/'));
  const starts = await page.locator('#p1001, #p1002').evaluateAll((texts) =>
    texts.map((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      const lines = [...range.getClientRects()];
      const box = text.getBoundingClientRect();
      return {
        left: Math.min(...lines.map((line) => line.left)) - box.left,
        right: box.right - Math.max(...lines.map((line) => line.right)),
      };
    }),
  );
  expect(starts[1]!.right).toBeLessThan(30);
  expect(starts[0]!.left).toBeLessThan(30);
});

test('a part of a shared line that has no room where the last ended stands at the right, in one line', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(urlOf(extremes, 'works/longest/act-1-scene-1/'));
  const heights = await page
    .locator('.line')
    .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().height));
  expect(new Set(heights.map(Math.round)).size).toBe(1);
});

test('a part of a shared line begins where the part before ends', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(urlOf(fixture, 'works/the-ferry/act-1-scene-2/'));
  const parts = await page.locator('#l4, #l4-2 .part, #l4-3 .part').evaluateAll((lines) =>
    lines.map((line) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      const { left, right } = range.getBoundingClientRect();
      return { left, right };
    }),
  );
  const gaps = parts.slice(1).map(({ left }, index) => left - parts[index]!.right);
  // The width of a space parts them.
  for (const gap of gaps) expect(gap).toBeGreaterThan(2);
  for (const gap of gaps) expect(gap).toBeLessThan(9);
});
