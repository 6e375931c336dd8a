import { expect, test, type Page } from '@playwright/test';

import { shelf } from '../site/sites.ts';
import { urlOf } from './served.ts';
import { markedWords, select } from './words.ts';

const chapter = 'works/winter-clock/chapter-1/';

test.use({ permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 1280, height: 800 } });

const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Selected words' });
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.describe('in a browser with text fragments', { tag: '@text-fragments' }, () => {
  test.skip(
    !process.env['TEST_FULL_CHROMIUM'],
    'The packaged Chromium ignores text fragments; install a full one to run these.',
  );

  test('nine words across a note’s mark are sent, and exactly those are painted', async ({ page, context }) => {
    await page.goto(chapter);
    await select(page, ['#p1', 'twelve, considered, and forgot the thirteenth stroke that it']);
    await toolbar(page).getByRole('button', { name: 'Copy link' }).click();
    await expect(toolbar(page)).toContainText('Link copied.');
    const reader = await context.newPage();
    await reader.goto(await clipboard(page));
    await expect(reader.locator('.card:visible .qr-code')).toBeVisible();
    expect((await markedWords(reader, '#p1')).join(' ')).toBe(
      'twelve considered and forgot the thirteenth stroke that it',
    );
  });

  test('nine words of Frankenstein are sent, and exactly those are painted', async ({ page, context }) => {
    await page.goto(urlOf(shelf, 'works/frankenstein/chapter-5/'));
    await select(page, ['#p1', 'dreary night of November, that I beheld the accomplishment']);
    await toolbar(page).getByRole('button', { name: 'Copy link' }).click();
    await expect(toolbar(page)).toContainText('Link copied.');
    const reader = await context.newPage();
    await reader.goto(await clipboard(page));
    await expect(reader.locator('.card:visible .qr-code')).toBeVisible();
    expect((await markedWords(reader, '#p1')).join(' ')).toBe(
      'dreary night of November that I beheld the accomplishment',
    );
  });

  test('lines of verse are sent and painted, one after another', async ({ page, context }) => {
    await page.goto('works/salt-road/the-gate/');
    await select(page, ['#l2', 'with my hat'], ['#l3', 'The wind']);
    await toolbar(page).getByRole('button', { name: 'Copy link' }).click();
    await expect(toolbar(page)).toContainText('Link copied.');
    const reader = await context.newPage();
    await reader.goto(await clipboard(page));
    await expect(reader).toHaveURL(/#l2$/);
    expect((await markedWords(reader, '#l2')).join(' ')).toBe('with my hat');
  });

  test('a link whose words have moved lands on its anchor and says what was looked for', async ({ page }) => {
    await page.goto(`${chapter}#p1:~:text=the%20fourteenth%20stroke,the%20rain`);
    await expect(page.locator('#p1')).toBeInViewport();
    await expect(page.locator('.lost-words')).toHaveText(
      'This link points at the words “the fourteenth stroke … the rain”, which are not in this text as it stands now.',
    );
  });
});

test('a browser that does not know text fragments lands on the anchor and is told the words', async ({ page }) => {
  await page.addInitScript(() => {
    delete (Document.prototype as { fragmentDirective?: unknown }).fragmentDirective;
  });
  await page.goto(`${chapter}#p2:~:text=It%20missed%20the%20bell`);
  await expect(page.locator('#p2')).toBeInViewport();
  await expect(page.locator('.lost-words')).toHaveText('This link points at the words “It missed the bell”.');
  // The next passage is another address, which names no words.
  await page.getByRole('link', { name: 'Link to paragraph 1', exact: true }).click();
  await expect(page.locator('.block:has(#p1) .card .tools')).toBeVisible();
  await expect(page.locator('.lost-words')).toHaveCount(1);
});

test('a quotation is copied with its citation and link, as text and as markup', async ({ page }) => {
  await page.goto(chapter);
  await select(page, ['#p1', 'forgot the thirteenth stroke']);
  await toolbar(page).getByRole('button', { name: 'Copy quotation' }).click();
  await expect(toolbar(page)).toContainText('Quotation copied.');
  const link = `${page.url()}#p1:~:text=forgot%20the%20thirteenth%20stroke,-that`;
  expect(await clipboard(page)).toBe(`“forgot the thirteenth stroke” (Merrow, ch. 1, par. 1). ${link}`);
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item!.getType('text/html')).text();
  });
  expect(html).toContain(`“forgot the thirteenth stroke” <a href="${link}">(Merrow, ch. 1, par. 1)</a>.`);
});

test('an ordinary copy over two paragraphs has no numbers and no notes', async ({ page }) => {
  await page.goto(chapter);
  await select(page, ['#p1', 'since the flood.'], ['#p2', 'The valley did not miss the hours.']);
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+c');
  expect(await clipboard(page)).toBe('since the flood.\n\nThe valley did not miss the hours.');
});

test('a selection that starts in a note is of the text alone', async ({ page }) => {
  await page.goto(chapter);
  await select(page, ['#fn-considered', 'a clock'], ['#p2', 'The valley']);
  await toolbar(page).getByRole('button', { name: 'Copy quotation' }).click();
  await expect(toolbar(page)).toContainText('Quotation copied.');
  expect(await clipboard(page)).toMatch(/^“The valley” \(Merrow, ch\. 1, par\. 2\)\./);
});

for (const [name, from] of [
  ['a space', ['#p1', ' ']],
  ['words of a note', ['#fn-considered', 'a clock']],
  ['a heading', ['h1', 'stop']],
] as [string, [string, string]][])
  test(`selecting ${name} offers nothing`, async ({ page }) => {
    await page.goto(chapter);
    // The tools are there once words were selected, so that their absence tells something.
    await select(page, ['#p1', 'stroke']);
    await expect(toolbar(page)).toBeVisible();
    await select(page, from);
    await expect(toolbar(page)).toBeHidden();
  });

test('the whole page can be selected, and its text is quoted from the first paragraph to the last', async ({
  page,
}) => {
  await page.goto(chapter);
  await page.keyboard.press('ControlOrMeta+a');
  await toolbar(page).getByRole('button', { name: 'Copy quotation' }).click();
  await expect(toolbar(page)).toContainText('Quotation copied.');
  const text = await clipboard(page);
  expect(text).toMatch(/^ {4}The clock in the tower struck twelve, considered, and forgot/);
  expect(text).toContain('    […]\n');
  expect(text).toMatch(/\(Merrow, ch\. 1, pars\. 1–\d+\)\n\nhttp/);
});

for (const [device, options] of [
  ['a desk', {}],
  ['a phone', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
] as const)
  test.describe(`at ${device}`, () => {
    test.use(options);

    test('the toolbar stands in the window and never on the words, wherever they are', async ({ page }) => {
      await page.goto(chapter);
      for (const share of [0.02, 0.5, 0.9]) {
        await page.evaluate((at) => {
          scrollTo({ top: document.getElementById('p2')!.getBoundingClientRect().top + scrollY - innerHeight * at });
        }, share);
        await select(page, ['#p2', 'The valley']);
        await expect(toolbar(page)).toBeVisible();
        await page.waitForTimeout(400);
        const bar = (await toolbar(page).boundingBox())!;
        const words = await page.evaluate(
          () => getSelection()!.getRangeAt(0).getBoundingClientRect().toJSON() as DOMRect,
        );
        expect(bar.y + bar.height <= words.top || bar.y >= words.bottom).toBe(true);
        const { width, height } = page.viewportSize()!;
        expect([bar.x >= 0, bar.y >= 0, bar.x + bar.width <= width, bar.y + bar.height <= height]).not.toContain(false);
      }
    });
  });

test('the toolbar is worked by keys: Tab to it, arrows along it, Escape away', async ({ page }) => {
  await page.goto(chapter);
  await select(page, ['#p1', 'forgot the thirteenth stroke']);
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(toolbar(page).getByRole('button', { name: 'Copy link' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(toolbar(page)).toContainText('Quotation copied.');
  await page.keyboard.press('Escape');
  await expect(toolbar(page)).toBeHidden();
});

test('where the clipboard is refused, the link is there to copy by hand', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('Denied', 'NotAllowedError'));
    Object.assign(document, { execCommand: () => false });
  });
  await page.goto(chapter);
  await select(page, ['#p1', 'forgot the thirteenth stroke']);
  await toolbar(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(toolbar(page).getByRole('textbox')).toHaveValue(/#p1:~:text=forgot%20the%20thirteenth%20stroke,-that$/);
});

test('the number of a paragraph copies its address without words, and opens its card', async ({ page }) => {
  await page.goto(chapter);
  await page.getByRole('link', { name: 'Link to paragraph 2', exact: true }).click();
  await expect(page).toHaveURL(`${chapter}#p2`);
  await expect.poll(() => clipboard(page)).toBe(page.url());
  const card = page.locator('.card:visible');
  await expect(card).toContainText('(Merrow, ch. 1, par. 2)');
  await expect(card.getByRole('status')).toHaveText('Link copied.');
  await expect(card.getByRole('img', { name: /^QR code/ })).toBeVisible();
  await expect(card.getByRole('link', { name: 'Reply by e-mail' })).toHaveAttribute(
    'href',
    /^mailto:\?subject=The%20Winter%20Clock%2C%20ch\.%201%2C%20par\.%202&body=%E2%80%9CThe%20valley/,
  );
  await card.getByRole('link', { name: 'Close' }).click();
  await expect(page.locator('.card:visible')).toHaveCount(0);
  await expect(page).toHaveURL(chapter);
});

test('the card makes room for a note', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${chapter}#p1`);
  await page.locator('.card:visible .notes a').first().click();
  await expect(page.locator('.card:visible')).toHaveCount(0);
  await expect(page.locator('#fn-considered .sheet')).toBeVisible();
});

test('a card whose tools come late stays closed when the reader has gone on to a note', async ({ page }) => {
  let send = () => {};
  const asked = new Promise<void>((resolve) => {
    void page.route('**/passage-card.*.js', async (route) => {
      resolve();
      await new Promise<void>((done) => (send = done));
      await route.continue();
    });
  });
  await page.goto(`${chapter}#p1`);
  await asked;
  await page.locator('.card:visible .notes a').first().click();
  await expect(page.locator('.card:visible')).toHaveCount(0);
  const loaded = page.waitForResponse('**/passage-card.*.js');
  send();
  await (await loaded).finished();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  await expect(page.locator('.card:visible')).toHaveCount(0);
});

test('the card of a line of verse cites that line', async ({ page }) => {
  await page.goto('works/the-ferry/act-1-scene-2/');
  const id = await page.locator('.line[id]').nth(1).getAttribute('id');
  await page.goto(`works/the-ferry/act-1-scene-2/#${id}`);
  await expect(page.locator('.card:visible [data-style="mla"]')).toHaveText(new RegExp(` 1\\.2\\.${id!.slice(1)}\\)$`));
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a passage link opens its card, with citations, notes and essays, and the card closes', async ({ page }) => {
    await page.goto(`${chapter}#p1`);
    const card = page.locator('.card:visible');
    await expect(card).toHaveCount(1);
    await expect(card).toContainText('(Merrow, ch. 1, par. 1)');
    await expect(card.locator('.notes a').first()).toHaveAttribute('href', '#fn-considered');
    await expect(card.locator('.essays a').first()).toHaveAttribute('href', /\/essays\/late-on-purpose\/#q1$/);
    await card.getByRole('link', { name: 'Close' }).click();
    await expect(page.locator('.card:visible')).toHaveCount(0);
  });
});
