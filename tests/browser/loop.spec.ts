import { expect, test } from '@playwright/test';

import { shelf } from '../site/sites.ts';
import { urlOf } from './served.ts';

test.use({ javaScriptEnabled: false });

test('an essay leads to a passage, its note and back, without scripts', async ({ page }) => {
  await page.goto('essays/late-on-purpose/');
  await page.getByRole('link', { name: '“considered, and forgot the thirteenth stroke”' }).click();
  await expect(page).toHaveURL('works/winter-clock/chapter-1/#p1');
  await expect(page.locator('#p1')).toBeInViewport();
  await expect(page.locator('#p1')).toHaveText(/^\s*The clock in the tower struck twelve, considered, and forgot/);

  await page.getByLabel('Note on “considered”').press('Enter');
  await expect(page).toHaveURL('works/winter-clock/chapter-1/#fn-considered');
  await expect(page.locator('#fn-considered')).toBeInViewport();
  await expect(page.locator('#fn-considered')).toContainText('a clock that considers may refuse');

  await page.getByRole('link', { name: 'Back to “considered”' }).press('Enter');
  await expect(page).toHaveURL('works/winter-clock/chapter-1/#fnref-considered');
  await expect(page.locator('#p1')).toBeInViewport();

  const passage = page.locator('.block', { has: page.locator('#p1') });
  await passage.getByText('Quoted in').click();
  await passage.getByRole('link', { name: 'Late on purpose' }).click();
  await expect(page).toHaveURL('essays/late-on-purpose/#q1');
  await expect(page.locator('#q1')).toBeInViewport();
});

test('a note leads to its theme, and the theme to every passage', async ({ page }) => {
  await page.goto('works/winter-clock/chapter-1/#fn-considered');
  await page.locator('#fn-considered').getByRole('link', { name: 'waiting' }).click();
  await expect(page).toHaveURL('themes/waiting/');
  await page
    .locator('main a:is([href$="/works/salt-road/the-gate/#fn-door"], [href$="/works/salt-road/the-gate/#l7"])')
    .first()
    .click();
  await expect(page).toHaveURL(/\/works\/salt-road\/the-gate\/#(fn-door|l7)$/);
});

test('every line of quoted verse begins a line of its own', async ({ page }) => {
  await page.goto(urlOf(shelf, 'essays/mortality-known-early/'));
  const tops = await page
    .locator('figure.quotation')
    .first()
    .locator('br')
    .evaluateAll((breaks) => breaks.map((each) => each.getBoundingClientRect().bottom));
  expect(tops).toHaveLength(3);
  expect(tops.toSorted((a, b) => a - b)).toEqual(tops);
  expect(new Set(tops).size).toBe(3);
});
