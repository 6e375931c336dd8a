import { expect, test, type Locator, type Page } from '@playwright/test';

import { htmlOf, pageAddressesOf } from '../site/pages.ts';
import { extremes, fixture, shelf, type Site } from '../site/sites.ts';
import { urlOf } from './served.ts';

// All of this is markup and style.
test.use({ javaScriptEnabled: false });

const chapter = 'works/winter-clock/chapter-1/';
const texts = (site: Site) =>
  pageAddressesOf(site).filter(
    (address) => /\/(?:works|essays)\/./.test(address) && htmlOf(site, address).includes('doc-footnote'),
  );

interface Placed {
  id: string;
  top: number;
  bottom: number;
  left: number;
  /** Baseline of the line of its reference, and of its own first line. */
  line: number;
  baseline: number;
  grouped: boolean;
}

/** The notes that stand on the page, in their order, with the lines they belong to. */
async function notesOf(page: Page): Promise<Placed[]> {
  return page.locator('[role="doc-footnote"]').evaluateAll((notes) => {
    // An empty inline block stands on the baseline; all are put in before any is measured.
    const probes = notes.map((note) =>
      [document.getElementById(note.id.replace('fn-', 'fnref-'))!, note.querySelector('p')!].map((element) => {
        const probe = document.createElement('img');
        probe.width = probe.height = 0;
        element.prepend(probe);
        return probe;
      }),
    );
    return notes.map((note, index) => {
      const { top, bottom, left } = note.getBoundingClientRect();
      const [line, baseline] = probes[index]!.map((probe) => probe.getBoundingClientRect().bottom + scrollY);
      const grouped = note.parentElement!.classList.contains('readings');
      return {
        id: note.id,
        top: top + scrollY,
        bottom: bottom + scrollY,
        left,
        line: line!,
        baseline: baseline!,
        grouped,
      };
    });
  });
}

/** So many notes of a page stand in the margin, the others under their blocks: each takes three rules of the style sheet. */
const mostPlaced = 60;

for (const site of [fixture, extremes, shelf])
  test(`on wide pages of the ${site.name} each note stands on its line, or right below the note before`, async ({
    page,
  }) => {
    test.slow();
    const widths = [1120, 1440];
    for (const address of texts(site)) {
      // Each page is opened as wide as the last one was left: to lay one out again takes as long as to look at it.
      await page.setViewportSize({ width: widths[0]!, height: 900 });
      await page.goto(urlOf(site, address));
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await expectPlaced(page, `${address} at ${width} px`);
      }
      widths.reverse();
    }
  });

async function expectPlaced(page: Page, at: string): Promise<void> {
  const notes = await notesOf(page);
  const footer = await page.locator('.site-footer').boundingBox();
  const text = await page.locator('article').first().boundingBox();
  const gap = 22;
  for (const [index, note] of notes.entries()) {
    const before = notes[index - 1];
    const where = `${at} #${note.id}`;
    if (index >= mostPlaced) {
      expect(note.left, `${where} stands in the column of the text`).toBeLessThan(text!.x + 10);
      expect(note.top, `${where} stands under its line`).toBeGreaterThan(note.line);
      continue;
    }
    expect(note.left, where).toBeGreaterThan(text!.x + text!.width);
    expect(note.left, `${where} is clear of the footer`).toBeGreaterThan(footer!.x + footer!.width);
    if (before) expect(note.top, `${where} is below #${before.id}`).toBeGreaterThan(before.bottom);
    if (note.grouped && before?.grouped) continue;
    const pushed = before && before.bottom + gap >= note.top;
    if (pushed) expect(note.top - before.bottom, `${where} is pushed no further than it must`).toBeLessThan(gap);
    else expect(Math.abs(note.baseline - note.line), `${where} shares the baseline of its line`).toBeLessThan(2);
    expect(note.baseline, `${where} is not above its line`).toBeGreaterThan(note.line - 2);
  }
}

test('on a narrow page a note opens as a sheet, its passage stays in view, and its back link closes it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(chapter);
  const sheet = page.locator('#fn-importance .sheet');
  await expect(sheet).toBeHidden();
  await page.locator('#fnref-importance').click();
  await expect(sheet).toBeInViewport();
  await expectInView(page.locator('#fnref-importance'), sheet);
  const { y: before } = (await page.locator('#fnref-importance').boundingBox())!;
  await page.getByRole('link', { name: 'Back to “the whole of their importance”' }).click();
  await expect(sheet).toBeHidden();
  // The text does not jump under the reader by half a line.
  expect(Math.abs((await page.locator('#fnref-importance').boundingBox())!.y - before)).toBeLessThan(14);
});

test('on a narrow page the browser’s back closes a note', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(chapter);
  await page.locator('#fnref-considered').click();
  await expect(page.locator('#fn-considered .sheet')).toBeVisible();
  await page.goBack();
  await expect(page.locator('#fn-considered .sheet')).toBeHidden();
});

test('a link to a note from elsewhere shows its passage with it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const label of ['considered', 'bell-psychoanalytic', 'come']) {
    await page.goto('about:blank');
    await page.goto(`${chapter}#fn-${label}`);
    const sheet = page.locator(`#fn-${label} .sheet`);
    await expect(sheet).toBeInViewport();
    await expectInView(page.locator(`#fnref-${label}`), sheet);
  }
});

test('a sheet hides nothing that the keyboard comes to, to the end of the page', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('works/winter-clock/chapter-1/#fn-considered');
  const hidden: string[] = [];
  let reached = '';
  while (reached !== 'Feed') {
    await page.keyboard.press('Tab');
    const [name, isHidden] = await page.evaluate(() => {
      const focus = document.activeElement!;
      const sheet = document.querySelector(':target > .sheet')!;
      const isBelow = focus.getBoundingClientRect().bottom > sheet.getBoundingClientRect().top;
      return [focus.textContent.trim(), isBelow && !sheet.contains(focus) && focus !== document.body] as const;
    });
    reached = name;
    if (isHidden) hidden.push(name);
  }
  expect(hidden).toEqual([]);
});

test('a sheet of six hundred words scrolls, and its way back stays in reach', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(urlOf(extremes, 'works/longest/chapter-1/#fn-long'));
  const sheet = page.locator('#fn-long .sheet');
  const { height } = (await sheet.boundingBox())!;
  expect(height).toBeLessThan(0.56 * 740);
  await expect(page.locator('#fn-long').getByRole('link', { name: /^Back to/ })).toBeInViewport();
});

test('readings of one lemma stand together, each under its lens, and lead to one another', async ({ page }) => {
  await page.goto(chapter);
  const group = page.getByRole('group', { name: /^Readings of/ });
  await expect(group.locator('.lens')).toHaveText(['Marxist reading']);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.locator('#fnref-bell-marxist').click();
  await page.locator('#fn-bell-marxist .others a').click();
  await expect(page.locator('#fn-bell-psychoanalytic .sheet')).toBeVisible();
  await expect(page.locator('#fn-bell-marxist .sheet')).toBeHidden();
});

test('either end of a note lights the other, under the pointer and with the focus', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(chapter);
  const lemma = page.locator('mark[data-n~="1"]');
  const note = page.locator('#fn-considered');
  const lit = async (element: Locator) =>
    element.evaluate((node) => getComputedStyle(node).getPropertyValue('--lit') !== '');
  const neither = async () => [await lit(lemma), await lit(note)];

  expect(await neither()).toEqual([false, false]);
  await lemma.hover();
  expect(await neither()).toEqual([true, true]);
  await note.hover();
  expect(await neither()).toEqual([true, true]);
  await page.mouse.move(5, 5);
  expect(await neither()).toEqual([false, false]);
  await page.locator('#fnref-considered').focus();
  expect(await neither()).toEqual([true, true]);
  await note.getByRole('link', { name: 'waiting' }).focus();
  expect(await neither()).toEqual([true, true]);
  expect(await lit(page.locator('#fn-come'))).toBe(false);
});

test('on paper each note stands right after its paragraph', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(chapter);
  const places = await page.locator('.block').evaluateAll((blocks) =>
    blocks.map((block) => {
      const text = block.querySelector(':scope > p')!.getBoundingClientRect();
      return [...block.querySelectorAll('[role="doc-footnote"]')].map(
        (note) => note.getBoundingClientRect().top >= text.bottom,
      );
    }),
  );
  expect(places.flat()).toEqual([true, true, true, true, true]);
});

/** The reference is on the screen and not behind the sheet. */
async function expectInView(reference: Locator, sheet: Locator) {
  await expect(reference).toBeInViewport();
  const [line, box] = [(await reference.boundingBox())!, (await sheet.boundingBox())!];
  expect(line.y).toBeGreaterThanOrEqual(0);
  expect(line.y + line.height).toBeLessThan(box.y);
}
