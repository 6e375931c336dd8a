import { expect, test } from '@playwright/test';

test('a phrase is found in its passage', async ({ page }) => {
  await page.goto('/search/?q=%22forgot+the+thirteenth+stroke%22');
  const hit = page.locator('main a[href*="/works/winter-clock/chapter-1/"]').first();
  await expect(hit).toBeVisible();
  await hit.click();
  await expect(page.locator('#p1')).toContainText('forgot the thirteenth stroke');
});

test('a phrase that runs on past a note is found', async ({ page }) => {
  await page.goto('/search/?q=%22struck+twelve%2C+considered%2C+and+forgot%22');
  await expect(page.locator('main a[href*="/works/winter-clock/chapter-1/"]').first()).toBeVisible();
});

test('words that stand nowhere are not found', async ({ page }) => {
  await page.goto('/search/?q=zeppelin');
  await expect(page.getByRole('status').first()).toHaveText(/\S/);
  await expect(page.locator('main ol a')).toHaveCount(0);
});
