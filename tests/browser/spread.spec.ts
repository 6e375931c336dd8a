import { expect, test } from '@playwright/test';

import { shelf } from '../site/sites.ts';
import { urlOf } from './served.ts';

test.skip(
  ({ launchOptions }) => launchOptions.executablePath === '',
  'No Chromium is installed here beside the packaged one.',
);

// Browsers do not agree on baselines of subgrids within subgrids: what is installed here is asked too.
test('lists that use the whole spread stand where their page does', { tag: '@layout' }, async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const address of ['', 'themes/', 'themes/secrecy/', 'terms/', 'works/', 'works/frankenstein/']) {
    await page.goto(urlOf(shelf, address));
    const lost = await page.locator('.spread').evaluateAll((spreads) => {
      const page = document.documentElement.getBoundingClientRect();
      return spreads
        .flatMap((spread) => [spread, ...spread.querySelectorAll('*')])
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.top < page.top || box.bottom > page.bottom || box.right > page.right)
        .map(({ element }) => element.outerHTML.slice(0, 80));
    });
    expect(lost, address).toEqual([]);
  }
});
