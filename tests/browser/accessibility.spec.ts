import { expect, test, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

import { pageAddressesOf } from '../site/pages.ts';
import { extremes, fixture, shelf } from '../site/sites.ts';
import { urlOf } from './served.ts';

const kinds = {
  home: './',
  essay: 'essays/late-on-purpose/',
  'index of essays': 'essays/',
  'excerpt in prose': 'works/winter-clock/chapter-1/',
  'note that an address names': 'works/winter-clock/chapter-1/#fn-bell-marxist',
  'passage that an address names': 'works/winter-clock/chapter-1/#p2',
  'excerpt in verse': 'works/salt-road/the-gate/',
  'excerpt of a play': 'works/the-ferry/act-1-scene-2/',
  work: 'works/winter-clock/',
  'index of works': 'works/',
  theme: 'themes/waiting/',
  'index of themes': 'themes/',
  term: 'terms/personification/',
  'index of terms': 'terms/',
  'reading list': 'lists/first-things/',
  'index of lists': 'lists/',
  search: 'search/?q=bell',
  handout: 'handout/',
  concordance: 'concordance/',
  about: 'about/',
  proof: 'about/proof/',
  'address that leads nowhere': 'nowhere/',
};
const schemes = ['light', 'dark', 'sepia'];
const widths = [360, 1440];

const colours = { runOnly: ['color-contrast'] };
const everything = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const withoutColours = { ...everything, rules: { 'color-contrast': { enabled: false } } };

/** Opens a page with axe in it: to bring it in again for each look takes as long as looking. */
async function openWithAxe(page: Page, ...[address, options]: Parameters<Page['goto']>): Promise<void> {
  await page.goto(address, options);
  await page.evaluate(axe.source);
}

/** Puts another page in the place of one, with whatever the first has brought in: to open it takes three times as long. */
async function writeOver(page: Page, address: string): Promise<void> {
  await page.evaluate(async (address) => {
    const html = await (await fetch(address)).text();
    history.replaceState(null, '', address);
    document.open();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else parses a page with its scripts in place
    document.write(html);
    document.close();
    if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done, { once: true }));
  }, address);
}

/** What axe has against a page that was opened with it. */
function violations(page: Page, rules: RunOptions): Promise<string[]> {
  return page.evaluate(
    async (options) => {
      const found = await (window as unknown as { axe: typeof axe }).axe.run(options);
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, target }) => `${id}: ${target.join(' ')} ${html}`),
      );
    },
    { resultTypes: ['violations' as const], ...rules },
  );
}

test('the test notices a page at fault', async ({ page }) => {
  await openWithAxe(page, 'about/');
  await page.evaluate(() => document.querySelector('main')!.append(document.createElement('button')));
  expect((await violations(page, everything)).join()).toContain('button-name');
});

for (const [kind, address] of Object.entries(kinds))
  test(`axe has nothing against the ${kind}, in any scheme, narrow or wide`, async ({ page }) => {
    test.slow();
    await openWithAxe(page, address, { waitUntil: 'networkidle' });
    const found: Record<string, string[]> = {};
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      for (const scheme of schemes) {
        await page.evaluate((name) => (document.documentElement.dataset['scheme'] = name), scheme);
        // All else is the same in every scheme.
        const faults = await violations(page, scheme === 'light' ? everything : colours);
        if (faults.length > 0) found[`${scheme} ${width}`] = faults;
      }
    }
    expect(found).toEqual({});
  });

/** The letters of the concordance are one page in different lengths: Y stands for all. */
const otherLetters = /\/concordance\/(?!y\/)./;

test.describe('on all pages', () => {
  // What the site allows itself does not allow a page to be written into another.
  test.use({ bypassCSP: true });

  for (const site of [extremes, shelf])
    for (const part of [0, 1])
      test(`axe has nothing against any page of the ${site.name}, part ${part + 1} of 2`, async ({ page }) => {
        test.setTimeout(300_000);
        const found: Record<string, string[]> = {};
        const addresses = pageAddressesOf(site).filter((address) => !otherLetters.test(address));
        await openWithAxe(page, urlOf(site, ''));
        for (const address of addresses.filter((_, index) => index % 2 === part)) {
          await writeOver(page, urlOf(site, address));
          // Colours are those of the kinds above, and take most of the time.
          const faults = await violations(page, withoutColours);
          if (faults.length > 0) found[address] = faults;
        }
        expect(found).toEqual({});
      });
});

test('nothing has to be scrolled sideways at 320 px, nor at 400 %', async ({ page }) => {
  test.slow();
  const wide: string[] = [];
  await page.setViewportSize({ width: 320, height: 256 });
  // Those of the extremes are looked at so narrow, and wider, for all that stands outside of the page.
  for (const address of pageAddressesOf(fixture)) {
    await page.goto(address);
    if (await overflows(page)) wide.push(address);
  }
  expect(wide).toEqual([]);
});

test('text spaced as WCAG 1.4.12 has it loses nothing', async ({ page, context }) => {
  test.slow();
  const lost: string[] = [];
  for (const address of Object.values(kinds)) {
    await page.goto(address);
    await space(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      if (await overflows(page)) lost.push(`${address} is wider than ${width} px`);
      lost.push(...(await clipped(page)).map((text) => `${address} at ${width} px cuts “${text}”`));
    }
  }
  expect(lost).toEqual([]);
  await context.close();
});

test('the keyboard reaches the text first, then every mark in its order, and its focus shows', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(kinds['excerpt in prose']);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();

  const passed: string[] = [];
  const hidden: string[] = [];
  for (let press = 0; press < 60 && passed.at(-1) !== 'fn-come'; press++) {
    await page.keyboard.press('Tab');
    const { id, shows } = await page.evaluate(() => {
      const { activeElement } = document;
      const box = activeElement!.getBoundingClientRect();
      const { outlineStyle } = getComputedStyle(activeElement!);
      const shows = outlineStyle !== 'none' && box.bottom > 0 && box.top < innerHeight;
      return { id: activeElement!.id || activeElement!.closest('[id]')!.id, shows };
    });
    if (id !== passed.at(-1)) passed.push(id);
    if (!shows) hidden.push(id);
  }
  expect(hidden).toEqual([]);
  const inOrder = ['fnref-considered', 'fn-considered', 'fnref-bell-marxist', 'fnref-bell-psychoanalytic', 'fn-come'];
  expect(passed.filter((id) => inOrder.includes(id))).toEqual(inOrder);
});

test('links to passages name themselves and stand outside of headings', async ({ page }) => {
  await page.goto(kinds['excerpt in prose']);
  await expect(page.getByRole('link', { name: 'Link to paragraph 3', exact: true })).toHaveAttribute('href', '#p3');
  await expect(
    page
      .locator('main')
      .locator('h1, h2, h3')
      .getByRole('link', { name: /^Link to/ }),
  ).toHaveCount(0);
  const names = await page.locator('a.number').evaluateAll((links) => links.map((link) => link.ariaLabel));
  expect(new Set(names).size).toBe(names.length);
});

test('a page that the system gives its colours has every mark of a note', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(kinds['excerpt in prose']);
  const line = await page
    .locator('mark')
    .first()
    .evaluate((mark) => getComputedStyle(mark).textDecorationLine);
  expect(line).toBe('underline');
});

const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Line height 1.5, paragraphs 2, letters 0.12, words 0.16 times the size. */
const space = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets.push(sheet);
  });

/** Texts that a box of their own cuts off. */
const clipped = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')]
      .filter((element) => {
        const { overflowX, overflowY, clipPath, display } = getComputedStyle(element);
        if (display === 'none' || clipPath !== 'none' || ![overflowX, overflowY].includes('hidden')) return false;
        return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      })
      .map((element) => element.textContent.trim().slice(0, 40)),
  );
