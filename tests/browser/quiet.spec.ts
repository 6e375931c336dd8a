import { expect, test, type Page } from '@playwright/test';

import { pageAddressesOf } from '../site/pages.ts';
import { fixture, fixtureUnderBase } from '../site/sites.ts';
import { urlOf } from './served.ts';

for (const site of [fixture, fixtureUnderBase]) {
  test(`no page of the ${site.name} asks another host, logs an error, misses a file or sets a cookie`, async ({
    page,
  }) => {
    test.slow();
    const faults = recordFaults(page, new URL(urlOf(site)).origin);
    for (const address of pageAddressesOf(site)) {
      await page.goto(urlOf(site, address));
      expect(await page.title(), address).not.toBe('');
    }
    expect(faults).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });

  test(`a search of the ${site.name} leads to a passage in silence`, async ({ page }) => {
    const faults = recordFaults(page, new URL(urlOf(site)).origin);
    await page.goto(urlOf(site, 'search/?q=thirteenth+stroke'));
    await page.locator(`main a[href*="${site.base}works/winter-clock/chapter-1/"]`).first().click();
    await expect(page.locator('#p1')).toContainText('forgot the thirteenth stroke');
    expect(faults).toEqual([]);
  });
}

test('a host that serves a site under a path answers outside of it with 404', async ({ page }) => {
  expect((await page.goto(urlOf(fixtureUnderBase, '/works/')))?.status()).toBe(404);
});

test('an address that leads nowhere is answered with 404 and ways on', async ({ page }) => {
  const response = await page.goto('works/Winter-Clock/');
  expect(response?.status()).toBe(404);
  await page.locator('main').getByRole('link', { name: 'works', exact: true }).click();
  await expect(page).toHaveURL('works/');
});

/** What the pages that are opened from now on do wrong: messages of the console, requests elsewhere, files not found. */
function recordFaults(page: Page, origin: string): string[] {
  const faults: string[] = [];
  const add = (what: string) => faults.push(`${new URL(page.url()).pathname}: ${what}`);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) add(message.text());
  });
  page.on('pageerror', (error) => add(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:')) add(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) add(`${response.status()} ${response.url()}`);
  });
  return faults;
}
