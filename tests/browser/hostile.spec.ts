import { type BrowserContext, expect, test, type Page } from '@playwright/test';

import { pageAddressesOf } from '../site/pages.ts';
import { hostile } from '../site/sites.ts';
import { urlOf } from './served.ts';

// What would run with the policy of the pages out of the way must not be there in the first place.
test.use({ bypassCSP: true });

const markup = `"><img src=x onerror=hostile()></title></script><script>hostile()</script><svg/onload=hostile()>`;

let harm: string[];

test.beforeEach(async ({ context }) => {
  harm = [];
  await context.exposeBinding('hostile', ({ page }) => harm.push(page.url()));
  context.on('dialog', (dialog) => {
    harm.push(dialog.message());
    void dialog.dismiss();
  });
});

test('the test notices a script that runs', async ({ page }) => {
  await page.goto(urlOf(hostile, 'about/'));
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), `<p title="${markup}`);
  await expect.poll(() => harm.length).toBeGreaterThan(0);
});

test('nothing that content says runs on any page', async ({ page }) => {
  test.slow();
  for (const address of pageAddressesOf(hostile)) {
    await page.goto(urlOf(hostile, address));
    expect(await injected(page)).toBe(0);
  }
  expect(harm).toEqual([]);
});

test('nothing runs in what the search finds', async ({ page }) => {
  await page.goto(urlOf(hostile, 'search/?q=lemma'));
  await expect(page.locator('main a[href*="/works/injected/chapter-1/"]').first()).toBeVisible();
  expect(await injected(page)).toBe(0);
  expect(harm).toEqual([]);
});

test('nothing runs that the address of a search says', async ({ context }) => {
  const parameters = ['q', 'kind', 'work', 'author', 'theme', 'term', 'form', 'sort'];
  await expectNoneInjected(
    context,
    parameters.map((parameter) => `search/?q=lemma&${parameter}=${encodeURIComponent(markup)}`),
  );
  expect(harm).toEqual([]);
});

const fragments = [
  encodeURIComponent(markup),
  `1.${encodeURIComponent(markup)}`,
  'javascript:hostile()',
  '1.eJw',
  '%E0%A4%A',
];
for (const address of ['handout/', 'works/injected/chapter-1/']) {
  test(`nothing runs that a fragment says to ${address}`, async ({ context }) => {
    await expectNoneInjected(
      context,
      fragments.map((fragment) => `${address}#${fragment}`),
    );
    expect(harm).toEqual([]);
  });
}

const records = [
  JSON.stringify({ scheme: markup, size: { onload: 'hostile()' }, 'not-a-name': markup, innerHTML: markup }),
  JSON.stringify({
    title: markup,
    instructions: markup,
    choices: [markup],
    passages: [{ excerpt: markup, first: markup, last: markup, question: markup }],
  }),
  JSON.stringify(markup),
  '{"__proto__": {"hostile": true}, "constructor": "x", "passages": {"length": 1e9}}',
  'null',
  markup,
];
test('nothing runs that storage says, and nothing breaks on it', async ({ page, context }) => {
  test.slow();
  const faults: string[] = [];
  context.on('weberror', (fault) => faults.push(String(fault.error())));
  await page.goto(urlOf(hostile, 'about/'));
  for (const record of records) {
    await page.evaluate((value) => {
      for (const key of ['gloss-settings', 'handout']) localStorage.setItem(key, value);
    }, record);
    await expectNoneInjected(context, ['handout/', 'works/injected/chapter-1/']);
  }
  expect(harm).toEqual([]);
  expect(faults).toEqual([]);
});

/** Opens addresses side by side, each until it asks for nothing more. */
async function expectNoneInjected(context: BrowserContext, addresses: string[]): Promise<void> {
  await Promise.all(
    addresses.map(async (address) => {
      const page = await context.newPage();
      await page.goto(urlOf(hostile, address), { waitUntil: 'networkidle' });
      expect(await injected(page), address).toBe(0);
      await page.close();
    }),
  );
}

/** How many elements the markup has brought in. */
function injected(page: Page): Promise<number> {
  return page.locator('img[src="x"], [onerror], [onload]').count();
}
