import { PDFiumLibrary } from '@hyzyla/pdfium';
import { expect, test, type Page } from '@playwright/test';

import { fixture, shelf } from '../site/sites.ts';
import { urlOf } from './served.ts';

interface Sheet {
  text: string;
  /** How far down the sheet there is ink, above the page number; from 0 to 1. */
  filled: number;
}

/** The sheets that a page prints on. */
async function sheetsOf(page: Page): Promise<Sheet[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await page.pdf({ format: 'A4' }));
  const sheets: Sheet[] = [];
  for (const sheet of document.pages()) {
    const text = sheet.getText().replaceAll(/\s+/g, ' ');
    const { data, width, height } = await sheet.render({ scale: 1, render: 'bitmap' });
    const end = Math.floor(height * 0.93);
    let row = end;
    const isBlank = (at: number) => data.subarray(at * width * 4, (at + 1) * width * 4).every((value) => value > 200);
    while (row > 0 && isBlank(row)) row--;
    sheets.push({ text, filled: row / end });
  }
  document.destroy();
  return sheets;
}

test('a passage prints with its numbers, its notes, its source and its address', async ({ page }) => {
  await page.goto('works/winter-clock/chapter-1/');
  const text = (await sheetsOf(page)).map((sheet) => sheet.text).join(' ');
  for (const words of [
    `http://localhost:4321${fixture.base}works/winter-clock/chapter-1/`,
    'The stopping',
    'The clock in the tower struck twelve, considered',
    'is over before we have noticed it',
    'hears the factory',
    'The bell was a voice',
    '“It is very quiet,”',
    'Fixture Press',
    'What does the valley miss',
  ])
    expect(text).toContain(words);

  await page.emulateMedia({ media: 'print' });
  const numbers = await page.locator('.number').evaluateAll((links: HTMLElement[]) =>
    links.map((link) => {
      const { left, width } = link.getBoundingClientRect();
      return width > 0 && left >= 0 && getComputedStyle(link).visibility === 'visible' ? link.dataset['number'] : null;
    }),
  );
  expect(numbers).toEqual(['1', '2', '3', '4', '5', '6', '9']);
});

test('nothing to press is printed', async ({ page }) => {
  for (const address of ['works/winter-clock/chapter-1/', 'essays/late-on-purpose/']) {
    await page.goto(address);
    const text = (await sheetsOf(page)).map((sheet) => sheet.text).join(' ');
    for (const words of ['Skip to', 'Search', 'Aa', 'Reading lists', 'Back to', 'Quoted in', 'Copy', 'Reply', 'Reset'])
      expect(text, address).not.toContain(words);
  }
});

test('an essay prints the full address of each passage that it quotes', async ({ page }) => {
  await page.goto('essays/late-on-purpose/');
  const text = (await sheetsOf(page))
    .map((sheet) => sheet.text)
    .join(' ')
    .replaceAll(' ', '');
  const anchors = await page
    .locator('article a.quotation, article figure.quotation figcaption a')
    .evaluateAll((links) =>
      links.map((link) => (link as HTMLAnchorElement).pathname + (link as HTMLAnchorElement).hash),
    );
  expect(anchors.length).toBeGreaterThan(2);
  for (const anchor of anchors) expect(text).toContain(`http://localhost:4321${anchor.split(':~:')[0]!}`);
});

test('a dark screen prints ink on white', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('gloss-settings', '{"scheme":"dark","size":"largest"}'));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('works/winter-clock/chapter-1/');
  const { color, background, size } = await page.locator('#p1').evaluate((text) => ({
    color: getComputedStyle(text).color,
    background: getComputedStyle(document.documentElement).backgroundColor,
    size: getComputedStyle(text).fontSize,
  }));
  expect({ color, background, size }).toEqual({
    color: 'rgb(0, 0, 0)',
    background: 'rgb(255, 255, 255)',
    size: '14.6667px',
  });
});

for (const address of ['works/great-expectations/chapter-8/', 'works/hamlet/act-3-scene-1/'])
  test(`${address} fills its sheets`, async ({ page }) => {
    await page.goto(urlOf(shelf, address));
    const sheets = await sheetsOf(page);
    expect(sheets.length).toBeLessThanOrEqual(4);
    for (const { filled } of sheets.slice(0, -1)) expect(filled).toBeGreaterThan(0.8);
  });
