import { expect, test } from '@playwright/test';

test.skip(
  !process.env['TEST_FULL_CHROMIUM'],
  'The packaged Chromium ignores text fragments; install a full one to run these.',
);
test.use({ viewport: { width: 800, height: 300 } });

test('a link to exact words scrolls to them', { tag: '@text-fragments' }, async ({ page }) => {
  await page.goto('works/winter-clock/chapter-1/#p1:~:text=with%20nothing%20to%20do');
  await expect(page.getByText('with nothing to do')).toBeInViewport();
});
