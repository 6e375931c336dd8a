import { expect, test } from '@playwright/test';

const pages = {
  home: './',
  essay: 'essays/late-on-purpose/',
  excerpt: 'works/winter-clock/chapter-1/',
  'excerpt of a play': 'works/the-ferry/act-1-scene-2/',
  theme: 'themes/waiting/',
};

for (const [name, address] of Object.entries(pages)) {
  test(`the ${name} asks for itself, one sheet, two fonts and its scripts, and for nothing else`, async ({ page }) => {
    const requests: Record<string, number> = {};
    page.on('request', (request) => {
      // Some Chromiums fetch the icon, others only where they show one.
      if (request.url().endsWith('/favicon.svg')) return;
      requests[request.resourceType()] = (requests[request.resourceType()] ?? 0) + 1;
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    const { script = 0, ...others } = requests;
    expect(others).toEqual({ document: 1, stylesheet: 1, font: 2 });
    expect(script).toBeLessThanOrEqual(5);
  });

  for (const width of [360, 1440])
    test(`nothing shifts on the ${name} at ${width} px, however late its fonts and scripts come`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.route(/\.(?:woff2|js)$/, (route) => setTimeout(() => void route.continue(), 700));
      await page.addInitScript(() => {
        const shifts: string[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            value: number;
            sources: { node?: Element }[];
          })[])
            shifts.push(`${entry.value} ${entry.sources.map(({ node }) => node?.outerHTML.slice(0, 60)).join()}`);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(address, { waitUntil: 'networkidle' });
      expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
    });
}
