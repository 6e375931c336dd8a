import { expect, test } from '@playwright/test';

const addresses = [
  '/',
  '/about/',
  '/essays/',
  '/essays/late-on-purpose/',
  '/lists/first-things/',
  '/search/?q=clock',
  '/terms/personification/',
  '/themes/waiting/',
  '/works/',
  '/works/the-ferry/act-1-scene-2/',
  '/works/salt-road/the-gate/',
  '/works/winter-clock/',
  '/works/winter-clock/chapter-1/',
];

for (const address of addresses) {
  test(`${address} asks no other host and logs no error`, async ({ page, baseURL }) => {
    const faults: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${baseURL}/`) && !request.url().startsWith('data:')) faults.push(request.url());
    });
    const response = await page.goto(address, { waitUntil: 'networkidle' });
    expect(response?.status()).toBe(200);
    expect(faults).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });
}

test('an address that leads nowhere is answered with 404 and ways on', async ({ page }) => {
  const response = await page.goto('/works/Winter-Clock/');
  expect(response?.status()).toBe(404);
  await page.locator('main').getByRole('link', { name: 'works', exact: true }).click();
  await expect(page).toHaveURL('/works/');
});
