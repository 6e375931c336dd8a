import { expect, test, type Page } from '@playwright/test';

const chapter = 'works/winter-clock/chapter-1/';
const settings = (page: Page) => page.evaluate(() => ({ ...document.documentElement.dataset }));
const style = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

async function choose(page: Page, ...labels: string[]) {
  await page.getByRole('button', { name: 'Reading settings' }).click();
  for (const label of labels) await page.getByLabel(label, { exact: true }).check();
  await page.keyboard.press('Escape');
}

test('what a reader chooses is seen at once, kept, and undone in one press', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(chapter);
  const before = {
    paper: await style(page, 'html', 'background-color'),
    size: await style(page, '#p1', 'font-size'),
    leading: await style(page, '#p1', 'line-height'),
    face: await style(page, '#p1', 'font-family'),
  };
  await choose(page, 'Sepia', 'Larger', 'Loose', 'Atkinson Hyperlegible', 'Marks only');
  const chosen = { scheme: 'sepia', size: 'larger', leading: 'loose', typeface: 'legible', notes: 'marks' };
  for (const visit of ['now', 'after']) {
    expect(await settings(page), visit).toEqual(chosen);
    expect(await style(page, 'html', 'background-color'), visit).toBe('rgb(244, 234, 214)');
    expect(parseFloat(await style(page, '#p1', 'font-size')), visit).toBeCloseTo(1.3 * parseFloat(before.size), 1);
    expect(await style(page, '#p1', 'font-family'), visit).toMatch(/^"Atkinson/);
    await expect(page.locator('#fn-considered .sheet')).toBeHidden();
    await page.goto('essays/late-on-purpose/');
    await page.goto(chapter);
  }

  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByRole('button', { name: 'Reset all' }).click();
  await expect.poll(() => settings(page)).toEqual({});
  await expect(page.getByLabel('Beside the text', { exact: true })).toBeChecked();
  await page.reload();
  expect(await settings(page)).toEqual({});
  expect({
    paper: await style(page, 'html', 'background-color'),
    size: await style(page, '#p1', 'font-size'),
    leading: await style(page, '#p1', 'line-height'),
    face: await style(page, '#p1', 'font-family'),
  }).toEqual(before);
});

test('settings are there before the first paint', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('gloss-settings', '{"scheme":"dark"}');
    new PerformanceObserver(() => {
      const { backgroundColor } = getComputedStyle(document.documentElement);
      Object.assign(window, { firstPaint: backgroundColor });
    }).observe({ type: 'paint', buffered: true });
    addEventListener('DOMContentLoaded', () =>
      Object.assign(window, { parsed: document.documentElement.dataset['scheme'] }),
    );
  });
  // What comes after the head is not there yet when the settings are.
  await page.route('**/*.js', (route) => setTimeout(() => void route.continue(), 1500));
  await page.goto(chapter, { waitUntil: 'commit' });
  await expect.poll(() => page.evaluate(() => (window as { firstPaint?: string }).firstPaint)).toBe('rgb(24, 22, 19)');
});

test('the face for legibility is fetched when it is chosen, and not before', async ({ page }) => {
  const fonts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'font' && fonts.push(request.url()));
  await page.goto(chapter, { waitUntil: 'networkidle' });
  expect(fonts).toHaveLength(2);
  await choose(page, 'Atkinson Hyperlegible');
  await expect.poll(() => fonts.length).toBeGreaterThan(2);
});

test('every link works where notes are marks or none', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(chapter);
  for (const [label, visible] of [
    ['Marks only', true],
    ['None', false],
  ] as const) {
    await choose(page, label);
    const reference = page.locator('#fnref-come');
    const sheet = page.locator('#fn-come .sheet');
    await expect(reference).toBeVisible({ visible });
    await expect(sheet).toBeHidden();
    if (visible) await reference.click();
    else await page.evaluate(() => (location.hash = '#fn-come'));
    await expect(sheet).toBeInViewport();
    await page.getByRole('link', { name: 'Back to “Do not come”' }).click();
    await expect(sheet).toBeHidden();
    await expect(page.getByText('Do not come.')).toBeInViewport();
    await page.goto(chapter);
  }
});

test('a browser that denies storage has the settings for the page, and says so', async ({ page }) => {
  const errors: unknown[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  );
  await page.goto(chapter);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByLabel('Sepia').check();
  expect(await settings(page)).toEqual({ scheme: 'sepia' });
  await expect(page.locator('#settings').getByRole('status')).toHaveText(/keeps nothing/);
  expect(errors).toEqual([]);
});

test('what else is kept under the name does no harm', async ({ page }) => {
  const errors: unknown[] = [];
  page.on('pageerror', (error) => errors.push(error));
  for (const kept of ['', 'null', '[1]', '"dark"', '{"scheme":{"toString":1}}', '{"no name":"x"}', '{'])
    await test.step(kept, async () => {
      await page.goto(chapter);
      await page.evaluate((value) => localStorage.setItem('gloss-settings', value), kept);
      await page.goto(chapter);
      await choose(page, 'Dark');
      expect((await settings(page))['scheme']).toBe('dark');
    });
  expect(errors).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no panel, and nothing is lost', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(chapter);
    await expect(page.getByRole('button', { name: 'Reading settings' })).toBeHidden();
    await expect(page.locator('#fn-considered')).toBeVisible();
    await expect(page.locator('.number').first()).toBeVisible();
  });
});
