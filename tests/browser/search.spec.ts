import { expect, test, type Page } from '@playwright/test';

import { fixture, fixtureUnderBase, shelf } from '../site/sites.ts';
import { urlOf } from './served.ts';

const hits = (page: Page) => page.locator('main .hit a');
const status = (page: Page) => page.locator('search-page [role="status"]');
const field = (page: Page) => page.locator('search-page input[type="search"]');
const addresses = (page: Page) =>
  hits(page).evaluateAll(
    (links, { length }) =>
      links.map((link) => {
        const { pathname, hash } = link as HTMLAnchorElement;
        return pathname.slice(length) + hash.split(':~:')[0]!;
      }),
    fixture.base,
  );

test.describe('on the fixture', () => {
  const open = (page: Page, query: string) => page.goto(`search/${query}`);

  test('a phrase is found in its passage, and its link leads to the words', async ({ page }) => {
    await open(page, '?q=%22forgot+the+thirteenth+stroke%22');
    await expect(hits(page).first()).toHaveAttribute('href', /\/works\/winter-clock\/chapter-1\/#p1:~:text=/);
    await hits(page).first().click();
    await expect(page).toHaveURL(/\/works\/winter-clock\/chapter-1\/#p1$/);
    await expect(page.locator('#p1')).toContainText('forgot the thirteenth stroke');
  });

  test('a phrase that runs on past a note is found', async ({ page }) => {
    await open(page, '?q=%22struck+twelve%2C+considered%2C+and+forgot%22');
    await expect(hits(page).first()).toHaveAttribute('href', /\/works\/winter-clock\/chapter-1\/#p1/);
  });

  test('a hit says what it is, shows the words in their context and marks them', async ({ page }) => {
    await open(page, '?q=thirteenth+stroke');
    const item = page.locator('main .hit').first();
    await expect(item.locator('.label')).toHaveText('Text paragraph 1');
    await expect(item.locator('mark')).toHaveText(['thirteenth stroke']);
    await expect(item.locator('.context')).toContainText(
      'considered, and forgot the thirteenth stroke that it had struck',
    );
    await expect(page.locator('main h2').first()).toHaveText('The stopping The Winter Clock, chapter 1');
  });

  test('words that stand nowhere are not found, and that is said', async ({ page }) => {
    await open(page, '?q=zeppelin');
    await expect(status(page)).toHaveText('No passage has these words.');
    await expect(page.locator('main ol a')).toHaveCount(0);
    await open(page, '?q=zeppelin+clock+tower');
    await expect(status(page)).toContainText('No passage has “zeppelin”.');
    await expect(hits(page).first()).toBeVisible();
  });

  test('a misspelt name gets a suggestion that leads to it', async ({ page }) => {
    await open(page, '?q=Tobius');
    await page.locator('main').getByRole('link', { name: 'Tobias' }).click();
    await expect(field(page)).toHaveValue('Tobias');
    await expect(hits(page).first()).toBeVisible();
  });

  test('filters are in the address, join, count, and can be taken out one by one', async ({ page }) => {
    // The essay is about both works.
    const essay = 'late-on-purpose';
    await open(page, '?q=wait+gate+river');
    await expect(hits(page).first()).toBeVisible();
    const all = new Set(await addresses(page));
    const narrow = page.locator('details.narrow');
    if ((await narrow.getAttribute('open')) === null) await narrow.locator('summary').click();
    await narrow.getByLabel('Songs of the Salt Road').check();
    await expect(page).toHaveURL(/[?&]work=salt-road(&|$)/);
    await expect
      .poll(async () => new Set((await addresses(page)).map((address) => address.split('/')[1])))
      .toEqual(new Set([essay, 'salt-road']));
    await page.locator('details.narrow').getByLabel('The Ferry').check();
    await expect
      .poll(async () => new Set((await addresses(page)).map((address) => address.split('/')[1])))
      .toEqual(new Set([essay, 'salt-road', 'the-ferry']));
    await page.getByRole('button', { name: 'Remove Work: Songs of the Salt Road' }).click();
    await expect
      .poll(async () => new Set((await addresses(page)).map((address) => address.split('/')[1])))
      .toEqual(new Set([essay, 'the-ferry']));
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await expect.poll(async () => new Set(await addresses(page))).toEqual(all);
    await expect(page).toHaveURL(/\?q=wait\+gate\+river$/);
  });

  test('a filter of the address is applied, by slug or by name; one that is unknown is named and left out', async ({
    page,
  }) => {
    await open(page, '?q=wait&kind=note&author=Joan+Pell');
    await expect.poll(() => addresses(page)).toEqual(['works/salt-road/the-gate/#fn-door']);
    await open(page, '?q=thirteenth&work=nothing&colour=red');
    await expect(hits(page).first()).toBeVisible();
    await expect(page.locator('.chosen')).toContainText('Work: nothing (unknown, left out)');
  });

  test('hits come as the works run where that is chosen', async ({ page }) => {
    await open(page, '?q=wait&sort=order&kind=note&kind=passage');
    await expect(hits(page).first()).toBeVisible();
    const works = new Set((await addresses(page)).map((address) => address.split('/')[1]));
    expect([...works]).toEqual(['winter-clock', 'the-ferry', 'salt-road']);
    await expect(page.locator('search-page select')).toHaveValue('order');
  });

  test('keys lead through: slash to the field, arrows among the hits, Enter to the passage, Escape back', async ({
    page,
  }) => {
    await open(page, '?q=wait');
    await expect(hits(page).nth(1)).toBeVisible();
    await page.locator('h1').click();
    await page.keyboard.press('/');
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(hits(page).first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(hits(page).nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(field(page)).toHaveValue('');
    await expect(hits(page)).toHaveCount(0);
    await page.goBack();
    await open(page, '?q=thirteenth');
    await expect(hits(page).first()).toBeVisible();
    await field(page).press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/works\/winter-clock\/chapter-1\/#/);
  });

  test('the way back leads over the queries that were settled on, not over letters', async ({ page }) => {
    await open(page, '?q=gate');
    await expect(hits(page).first()).toBeVisible();
    await field(page).fill('');
    await field(page).pressSequentially('thirteenth', { delay: 200 });
    await field(page).press('Enter');
    await expect(page).toHaveURL(/\?q=thirteenth$/);
    await field(page).fill('river');
    await expect(page).toHaveURL(/\?q=river$/);
    await page.goBack();
    await expect(field(page)).toHaveValue('thirteenth');
    await page.goBack();
    await expect(field(page)).toHaveValue('gate');
    await expect(hits(page).first()).toHaveAttribute('href', /salt-road/);
  });

  test('a screen reader hears how much was found', async ({ page }) => {
    await open(page, '?q=thirteenth+stroke');
    await expect(status(page)).toHaveText(/^Passages on \d+ pages/);
    await expect(status(page)).toHaveAttribute('role', 'status');
  });

  for (const query of [
    'w '.repeat(1000),
    '?!.,;—',
    'the of and',
    'שלום עולם',
    '🙂🙃',
    '<img src=x onerror=alert(1)>',
    '"unbalanced',
    'a',
    '%',
    '&&',
  ])
    test(`bears ${JSON.stringify(query.slice(0, 30))}`, async ({ page }) => {
      const errors: Error[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await open(page, `?${new URLSearchParams({ q: query }).toString()}`);
      await expect(status(page)).toHaveText(/\S/);
      await expect(page.locator('.failure')).toBeHidden();
      expect(errors).toEqual([]);
    });

  test('the box of every page loads nothing until it is used, then answers in place', async ({ page }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.goto('themes/');
    await page.waitForLoadState('networkidle');
    expect(requests.filter((path) => /pagefind|search/.test(path))).toEqual([]);
    await page.keyboard.press('/');
    await page.keyboard.type('thirteenth');
    const panel = page.locator('search-box .search-panel');
    await expect(panel.getByRole('status')).toHaveText(/^Passages on/);
    await page.keyboard.press('ArrowDown');
    await expect(panel.locator('.hit a').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(page.locator('#site-search')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=thirteenth$/);
  });

  test('hits below the box of a page stand in the window, however narrow it is', async ({ page }) => {
    await page.goto('themes/');
    for (const width of [320, 600, 768]) {
      await page.setViewportSize({ width, height: 800 });
      await page.locator('#site-search').fill('thirteenth');
      const hits = page.locator('search-box .hit').first();
      await expect(hits).toBeVisible();
      const { x, width: breadth } = (await page.locator('search-box .search-panel').boundingBox())!;
      expect(x, `at ${width} px`).toBeGreaterThanOrEqual(0);
      expect(x + breadth, `at ${width} px`).toBeLessThanOrEqual(width);
    }
  });

  test('a term that a note uses is explained in the note, without scripts', async ({ browser }) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto('works/winter-clock/chapter-1/#fn-considered');
    const definition = page.locator('#fn-considered details');
    await definition.locator('summary').click();
    await expect(definition.locator('p').first()).toBeVisible();
    await page.close();
  });

  test('without scripts the page leads on to themes, terms and the concordance', async ({ browser }) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto('search/?q=clock');
    await page.locator('main').getByRole('link', { name: 'concordance' }).click();
    await page.locator('main').getByRole('link', { name: 'T', exact: true }).click();
    await page.locator('dt#word-tower + dd a').click();
    await expect(page).toHaveURL(/\/works\/winter-clock\/chapter-1\/#p1$/);
    await page.close();
  });
});

test('a site under a path is searched under it', async ({ page }) => {
  await page.goto(urlOf(fixtureUnderBase, 'search/?q=thirteenth'));
  await expect(hits(page).first()).toHaveAttribute('href', /^\/gloss\/works\/winter-clock\/chapter-1\/#p1/);
});

test.describe('an index that cannot be used', () => {
  for (const [name, lost] of [
    ['is missing', '**/pagefind/**'],
    ['has lost its words', '**/pagefind/index/*'],
    ['has lost its pages', '**/pagefind/fragment/*'],
  ] as const)
    test(`and ${name} is said to, with the concordance as another way`, async ({ page }) => {
      await page.route(lost, (route) => route.fulfill({ status: 404 }));
      await page.goto('search/?q=thirteenth');
      await expect(page.locator('.failure')).toBeVisible();
      await expect(status(page)).toContainText('could not be loaded');
      await expect(page.locator('main').getByRole('link', { name: 'concordance' })).toBeVisible();
    });

  test('and is of another version is refused', async ({ page }) => {
    await page.route('**/pagefind-entry.json*', (route) =>
      route.fulfill({ json: { version: '9.9.9', languages: { en: { hash: 'x' } } } }),
    );
    await page.goto('search/?q=thirteenth');
    await expect(page.locator('.failure')).toBeVisible();
  });

  test('is tried again when the reader is back online', async ({ page, context }) => {
    await page.goto('search/');
    await context.setOffline(true);
    await field(page).fill('thirteenth');
    await expect(page.locator('.failure')).toBeVisible();
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(hits(page).first()).toBeVisible();
    await expect(page.locator('.failure')).toBeHidden();
  });

  test('shows what it has where one page is lost, and says so', async ({ page }) => {
    await page.route('**/pagefind/fragment/*', (route) => route.fulfill({ status: 404 }), { times: 1 });
    await page.goto('search/?q=wait');
    await expect(status(page)).toContainText('One page could not be loaded.');
    await expect(hits(page).first()).toBeVisible();
  });
});

test('no script writes markup: the search works where Trusted Types are required', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(urlOf(shelf, 'search/?q=dreary+night+guilt'));
  await expect(hits(page).first()).toHaveAttribute('href', /\/works\/frankenstein\/chapter-5\/#p1:~:text=/);
  expect(errors).toEqual([]);
});

test('what is typed is answered once it rests, and an older answer never comes after', async ({ page }) => {
  let release: (() => void) | undefined;
  await page.route('**/pagefind/index/*', async (route) => {
    if (!release) await new Promise<void>((resolve) => (release = resolve));
    await route.continue();
  });
  await page.goto(urlOf(shelf, 'search/'));
  await field(page).fill('zenith');
  await field(page).fill('dreary');
  await expect.poll(() => release).toBeDefined();
  await field(page).fill('nunnery');
  await expect(hits(page).first()).toHaveAttribute('href', /hamlet/);
  release!();
  await page.waitForTimeout(300);
  await expect(hits(page).first()).toHaveAttribute('href', /hamlet/);
  await expect(page).toHaveURL(/\?q=nunnery$/);
});

test('one who knows no quotation comes to a passage from a theme in two clicks', async ({ page }) => {
  await page.goto(urlOf(shelf, 'themes/'));
  await page
    .locator('.theme-chart')
    .getByRole('link', { name: /on Frankenstein, Guilt$/ })
    .click();
  await expect(page).toHaveURL(/\/themes\/guilt\/#in-frankenstein$/);
  await page.locator('section[aria-labelledby="in-frankenstein"] .context a').first().click();
  await expect(page).toHaveURL(/\/works\/frankenstein\/chapter-\d+\/#p\d+$/);
});

test('a first query costs no more than it is allowed to', async ({ page }) => {
  await page.goto(urlOf(shelf, 'search/'));
  await page.waitForLoadState('networkidle');
  let bytes = 0;
  page.on('response', (response) => {
    void response
      .request()
      .sizes()
      .then(({ responseBodySize, responseHeadersSize }) => (bytes += responseBodySize + responseHeadersSize))
      .catch(() => undefined);
  });
  await field(page).fill('dreary night guilt');
  await expect(hits(page).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  console.log(`A first query of three words on the shelf: ${(bytes / 1024).toFixed(1)} KB.`);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(120 * 1024);
});
