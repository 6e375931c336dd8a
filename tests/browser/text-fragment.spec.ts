import { expect, test } from '@playwright/test';

import type { Chromium } from './chromium.ts';

const { textFragments } = JSON.parse(process.env['TEST_CHROMIUM'] ?? '{}') as Chromium;

test.skip(!textFragments, 'The packaged Chromium ignores text fragments; install a full one to run these.');
test.use({ viewport: { width: 800, height: 300 } });

test('a link to exact words scrolls to them', async ({ page }) => {
  await page.goto('/works/winter-clock/chapter-1/#p1:~:text=with%20nothing%20to%20do');
  await expect(page.getByText('with nothing to do')).toBeInViewport();
});
