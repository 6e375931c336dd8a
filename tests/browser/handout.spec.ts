import { PDFiumLibrary } from '@hyzyla/pdfium';
import { expect, test, type Page } from '@playwright/test';
import jsQR from 'jsqr';

import { decodeHandout, emptyHandout, encodeHandout, type Handout } from '../../src/text/handout.ts';

const passages = [
  ['winter-clock/chapter-1', 'p1'],
  ['salt-road/the-gate', 'l3'],
  ['winter-clock/chapter-1', 'p2'],
  ['the-ferry/act-1-scene-2', 'p1'],
  ['salt-road/the-gate', 'l7'],
] as const;

const five: Handout = {
  ...emptyHandout(),
  title: 'Late',
  instructions: 'Read all five.',
  passages: passages.map(([excerpt, id], index) => ({
    excerpt,
    first: id,
    last: id,
    question: `Question ${index + 1}?`,
  })),
};

/** What markup and scripts a hostile address may carry; all of it must come out as text. */
const injections = [
  '<script>window.hacked = 1</script>',
  '<img src=x onerror="window.hacked = 1">',
  '"><svg/onload=window.hacked=1>',
  '</textarea><script>window.hacked = 1</script>',
  'javascript:window.hacked=1',
  '<iframe srcdoc="<script>parent.hacked=1</script>">',
  '<template><script>window.hacked = 1</script></template>',
  '&lt;b&gt;&#60;b>',
  '{{constructor.constructor("window.hacked=1")()}}',
  "'; window.hacked = 1; '",
  '\u0000\u202Eevil\u2028',
];

const open = async (page: Page, handout: Handout) => {
  await page.goto(`handout/#${await encodeHandout(handout)}`);
  await expect(page.locator('handout-page[data-drawn]')).toBeVisible();
};
const sheet = (page: Page) => page.locator('.handout');
const status = (page: Page) => page.locator('handout-page > .status');
const held = async (page: Page) => decodeHandout(new URL(page.url()).hash.slice(1));

test('a handout of five passages is made by keys, printed, and scanned from the paper', async ({ page, baseURL }) => {
  await page.goto('handout/');
  await expect(page.getByText('No passage is on this handout yet.')).toBeVisible();
  await page.getByLabel('Title').focus();
  await page.keyboard.type(five.title);
  await page.keyboard.press('Tab');
  await page.keyboard.type(five.instructions);
  await page.getByLabel('Address of a passage').focus();
  // In another order, to be put right.
  for (const index of [1, 0, 2, 3, 4]) {
    const [excerpt, id] = passages[index]!;
    await page.keyboard.type(`${baseURL}works/${excerpt}/#${id}`);
    await page.keyboard.press('Enter');
  }
  await expect(sheet(page).locator('.passage')).toHaveCount(5);
  await page.getByRole('button', { name: 'Move down: The Gate, line 3' }).focus();
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText('The Gate, line 3 is now number 2 of 5.');
  const questions = page.getByLabel('Question');
  for (let index = 0; index < 5; index++) {
    await questions.nth(index).focus();
    await page.keyboard.type(`Question ${index + 1}?`);
  }
  await expect.poll(async () => (await held(page)).handout).toEqual(five);

  for (const format of ['A4', 'Letter']) {
    expect(await codesOf(await page.pdf({ format }))).toEqual([page.url()]);
  }
  await page.emulateMedia({ media: 'print' });
  await expect(sheet(page).getByText('Question 5?')).toBeVisible();
  for (const part of ['form', '.bar', '.page-header']) await expect(page.locator(`handout-page ${part}`)).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.locator('body > .address')).toBeHidden();
  await expect(sheet(page).locator('sup').first()).toHaveCSS('color', 'rgb(0, 0, 0)');
});

/** The QR codes on the pages of a PDF, as a camera sees them. */
async function codesOf(pdf: Buffer): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const codes: string[] = [];
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale: 2, render: 'bitmap' });
    const code = jsQR(new Uint8ClampedArray(data), width, height);
    if (code) codes.push(code.data);
  }
  document.destroy();
  return codes;
}

test('students read it at its address, with notes, numbers and questions, and no form', async ({ page }) => {
  await open(page, five);
  await expect(sheet(page).getByRole('heading', { name: 'Late' })).toBeVisible();
  await expect(sheet(page).locator('.task')).toHaveText(five.passages.map(({ question }) => question));
  await expect(sheet(page).locator('h3 a')).toHaveText([
    'The Winter Clock, ch. 1, par. 1',
    'The Gate, line 3',
    'The Winter Clock, ch. 1, par. 2',
    'The Ferry 1.2, par. 1',
    'The Gate, line 7',
  ]);
  await expect(sheet(page).locator('.notes li').first()).toContainText(/^considered\]/);
  await expect(sheet(page).locator('sup')).toHaveText(['1', '2', ', 3', '4', '5']);
  await expect(page.locator('handout-page form')).toBeHidden();
});

test('reordering, removing and typing are undone, and nothing is lost by a reload', async ({ page }) => {
  await open(page, five);
  await page.getByRole('button', { name: 'Edit as my own' }).click();
  await page.getByRole('button', { name: 'Remove: The Gate, line 3' }).click();
  await expect(sheet(page).locator('.passage')).toHaveCount(4);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(sheet(page).locator('.passage')).toHaveCount(5);
  await page.getByLabel('Title').fill('Later');
  await expect.poll(async () => (await held(page)).handout.title).toBe('Later');
  await page.goto('handout/');
  await expect(sheet(page).getByRole('heading', { name: 'Later' })).toBeVisible();
  await expect(sheet(page).locator('.passage')).toHaveCount(5);
});

test('a passage is dragged to another place by its handle', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1800 });
  await open(page, five);
  await page.getByRole('button', { name: 'Edit as my own' }).click();
  const items = page.locator('handout-page form li');
  await items.nth(0).locator('.handle').dragTo(items.nth(2));
  await expect(items.locator('.place')).toHaveText([
    'The Gate, line 3',
    'The Winter Clock, ch. 1, par. 2',
    'The Winter Clock, ch. 1, par. 1',
    'The Ferry 1.2, par. 1',
    'The Gate, line 7',
  ]);
});

test('a passage is added from its page, kept over a reload, and sent nowhere', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  await page.goto('works/winter-clock/chapter-1/#p1');
  await page.locator('.card:visible').getByRole('button', { name: 'Add to handout' }).click();
  await expect(page.locator('.card:visible')).toContainText('Added: the handout has one passage.');
  await page.reload();
  await page.locator('.card:visible').getByRole('button', { name: 'Add to handout' }).click();
  await page.locator('.card:visible').getByRole('link', { name: 'Open the handout' }).click();
  await expect(sheet(page).locator('.passage')).toHaveCount(2);
  expect(requests.filter((request) => !request.startsWith('GET ') || request.includes('1.eJ'))).toEqual([]);
});

test('where the browser keeps nothing, the handout is in the link', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Denied', 'QuotaExceededError');
    };
  });
  await page.goto('works/winter-clock/chapter-1/#p1');
  await page.locator('.card:visible').getByRole('button', { name: 'Add to handout' }).click();
  await page.locator('.card:visible').getByRole('link', { name: 'Open the handout' }).click();
  await expect(page).toHaveURL(/#1\./);
  await expect(sheet(page).locator('.passage')).toHaveCount(1);
});

test('a question of an essay is set on the handout', async ({ page }) => {
  await page.goto('essays/late-on-purpose/');
  const link = page.locator('.to-handout').first();
  const question = (await decodeHandout((await link.getAttribute('href'))!.split('#')[1]!)).handout.passages[0]!;
  await link.click();
  await page.getByRole('link', { name: 'Open the handout' }).click();
  await expect(sheet(page).locator('.task')).toHaveText(question.question);
});

test('a reading list opens as a handout in one press', async ({ page }) => {
  await page.goto('lists/first-things/');
  const count = await page.locator('.list .passages > li').count();
  await page.getByRole('link', { name: 'Open as a handout' }).click();
  await expect(sheet(page).locator('.passage')).toHaveCount(count);
  await expect(sheet(page).locator('.lost')).toHaveCount(0);
});

for (const injection of injections)
  test(`${JSON.stringify(injection)} is text in every field`, async ({ page }) => {
    await open(page, {
      ...five,
      title: injection,
      instructions: injection,
      passages: [{ ...five.passages[0]!, question: injection }],
    });
    await expect.poll(() => sheet(page).locator('.title').textContent()).toBe(injection);
    expect(await sheet(page).locator('.task').textContent()).toBe(injection);
    await page.getByRole('button', { name: 'Edit as my own' }).click();
    await expect(page.locator('handout-page form li')).toHaveCount(1);
    expect(
      await page.locator('handout-page :is(script, img, iframe, template template, b:not(.speaker))').count(),
    ).toBe(0);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });

test('an address that was cut says so and shows what it still has', async ({ page }) => {
  const fragment = await encodeHandout({
    ...five,
    passages: Array.from({ length: 40 }, (_, index) => ({
      ...five.passages[0]!,
      question: (index * 104_729 ** 2).toString(36),
    })),
  });
  await page.goto(`handout/#${fragment.slice(0, Math.round(fragment.length * 0.8))}`);
  await expect(status(page)).toContainText('This address was cut short');
  expect(await sheet(page).locator('.passage').count()).toBeGreaterThan(5);
});

test('an address of a later version, or none, says so', async ({ page }) => {
  await page.goto('handout/#7.abc');
  await expect(status(page)).toContainText('made by a newer version');
  await page.goto('handout/#rubbish');
  await expect(status(page)).toContainText('holds no handout');
});

test('a passage that the library does not have is said to be missing, and the rest is there', async ({ page }) => {
  const lost = { excerpt: 'winter-clock/chapter-1', first: 'p99', last: 'p99', question: 'Why?' };
  const gone = { excerpt: 'no-such/excerpt', first: 'p1', last: 'p1', question: '' };
  await open(page, { ...five, passages: [lost, gone, five.passages[0]!] });
  await expect(sheet(page).locator('.lost')).toHaveCount(2);
  await expect(sheet(page).locator('.lost a').first()).toHaveAttribute(
    'href',
    /\/works\/winter-clock\/chapter-1\/#p99$/,
  );
  await expect(sheet(page).locator('blockquote')).toHaveCount(1);
});

test('an address above 600 characters has no QR code and says why; one above 2,000 is said to be too long', async ({
  page,
}) => {
  const noise = (length: number) =>
    Array.from({ length }, (_, index) => ((index * 7919) % 46_656).toString(36)).join(' ');
  await open(page, { ...five, instructions: noise(250) });
  await expect(sheet(page).locator('.qr-code')).toHaveCount(0);
  await expect(sheet(page).locator('.no-code')).toContainText('too fine for a phone');
  await open(page, { ...five, instructions: noise(1500) });
  await page.getByRole('button', { name: 'Edit as my own' }).click();
  await expect(page.locator('handout-page .left')).toContainText('too long');
});

test('ten passages are drawn in under 200 milliseconds of scripting', async ({ page, context }) => {
  const devtools = await context.newCDPSession(page);
  // Time on the thread: what else the machine does meanwhile does not count.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await open(page, { ...five, passages: [...five.passages, ...five.passages] });
  const { metrics } = await devtools.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'ScriptDuration')!.value;
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThan(0.2);
});
