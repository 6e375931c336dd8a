import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { selectAll } from 'hast-util-select';
import { describe, expect, test } from 'vitest';

import { pagesOf, type Page } from './pages.ts';
import { fixtureUnderBase, root, sites } from './sites.ts';

const origin = 'http://localhost:4321';

function metaOf({ tree }: Page): Record<string, string> {
  const named = selectAll('meta[property^="og:image"], meta[name="twitter:card"]', tree);
  return Object.fromEntries(
    named.map(({ properties: { name, property, content } }) => [String(name ?? property), String(content)]),
  );
}

describe.each(sites)('$name', ({ out, base, ...site }) => {
  test('every page but that of errors names a picture that is there, in the size that it says', () => {
    const pages = pagesOf({ out, base, ...site }).filter(({ address }) => !address.endsWith('404.html'));
    for (const page of pages) {
      const meta = metaOf(page);
      const { href, pathname } = new URL(meta['og:image']!);
      expect(href.startsWith(`${origin}${base}cards/`), page.address).toBe(true);
      const bytes = readFileSync(join(root, out, pathname.slice(base.length)));
      expect([bytes.toString('latin1', 1, 4), bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
        'PNG',
        Number(meta['og:image:width']),
        Number(meta['og:image:height']),
      ]);
      expect(meta['twitter:card']).toBe('summary_large_image');
      expect(meta['og:image:alt']).toBeTruthy();
    }
  });
});

test('essays, passages and themes have pictures of their own, with words of the passage', () => {
  const own = pagesOf(fixtureUnderBase)
    .map((page): Record<string, string> => ({ address: page.address, ...metaOf(page) }))
    .filter((page) => page['og:image'] && !page['og:image'].endsWith('/cards/gloss.png'))
    .map((page) => [page['address'], page['og:image'], page['og:image:alt']]);
  expect(own).toMatchInlineSnapshot(`
    [
      [
        "/gloss/essays/late-on-purpose/",
        "http://localhost:4321/gloss/cards/essays/late-on-purpose.png",
        "Late on purpose: “Tick” & “tock” < silence — “The valley did not miss the hours. It missed the bell.” — Ada Merrow, The Winter Clock, chapter 1",
      ],
      [
        "/gloss/themes/refusal/",
        "http://localhost:4321/gloss/cards/themes/refusal.png",
        "Refusal — Is it an act to decline to act?",
      ],
      [
        "/gloss/themes/waiting/",
        "http://localhost:4321/gloss/cards/themes/waiting.png",
        "Waiting — What does a person become who waits? — “The clock in the tower struck twelve, considered, and forgot the thirteenth stroke that it had struck every night since …” — Ada Merrow, The Winter Clock, chapter 1",
      ],
      [
        "/gloss/works/salt-road/the-gate/",
        "http://localhost:4321/gloss/cards/works/salt-road/the-gate.png",
        "The Gate — “I paid the gate that no one keeps, I paid it with my hat; The wind, that neither sows nor reaps, Was glad enough of that.” — Joan Pell, Songs of the Salt Road, The Gate",
      ],
      [
        "/gloss/works/the-ferry/act-1-scene-2/",
        "http://localhost:4321/gloss/cards/works/the-ferry/act-1-scene-2.png",
        "At the landing — “I have not asked thee yet to take me over; I only ask the river what it costs To stand so long beside a thing and wait.” — Ada Merrow, The Ferry, act 1, scene 2",
      ],
      [
        "/gloss/works/winter-clock/chapter-1/",
        "http://localhost:4321/gloss/cards/works/winter-clock/chapter-1.png",
        "The stopping — “The clock in the tower struck twelve, considered, and forgot the thirteenth stroke that it had struck every night since the flood.” — Ada Merrow, The Winter Clock, chapter 1",
      ],
    ]
  `);
});
