import { expect, test } from '@playwright/test';

import { shelf } from '../site/sites.ts';
import { urlOf } from './served.ts';

test.use({ viewport: { width: 360, height: 740 } });

for (const address of ['works/frankenstein/', 'themes/'])
  test(`the chart of ${address} shows counts beside the names of themes on a phone`, async ({ page }) => {
    await page.goto(urlOf(shelf, address));
    const row = page.locator('.theme-chart tbody tr').first();
    await row.scrollIntoViewIfNeeded();
    const [name, count] = await Promise.all([
      row.getByRole('rowheader').boundingBox(),
      row.locator('td a').first().boundingBox(),
    ]);
    expect(name!.x + name!.width).toBeLessThan(180);
    expect(count!.x + count!.width).toBeLessThan(360);
  });
