import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';

import { htmlOf, pagesOf } from './pages.ts';
import { fixture, fixtureUnderBase, shelf } from './sites.ts';

/** What the places of a page that are gone say: for each its id, its sentence, and where its link leads. */
function retiredOn(address: string, site = fixture) {
  const page = pagesOf(site).find((other) => other.address === site.base + address)!;
  return selectAll('.retired', page.tree).map((element) => [
    element.properties['id'],
    toString(element).replaceAll(/\s+/g, ' ').trim(),
    selectAll('a', element).map((link) => link.properties['href'])[0],
  ]);
}

describe('a published place whose words are gone', () => {
  test('keeps its id, and says what became of it and where its words are', () => {
    expect(retiredOn('works/the-ferry/act-1-scene-2/')).toEqual([
      [
        'p3',
        'Paragraph 3, “Nobody minds the boards.”, is now part of paragraph 2',
        '/works/the-ferry/act-1-scene-2/#p2',
      ],
      ['l5', 'Line 5, “It costs a penny, or it …”, was withdrawn: The edition leaves it out.', undefined],
      [
        'fn-penny',
        'The note on “penny” is now the note “keeps” of The Gate (Songs of the Salt Road)',
        '/works/salt-road/the-gate/#fn-keeps',
      ],
    ]);
    expect(htmlOf(fixture, '/works/the-ferry/act-1-scene-2/')).toContain('id="fnref-penny"');
  });

  test('is listed on the page of proofs', () => {
    const html = htmlOf(fixtureUnderBase, '/gloss/about/proof/');
    expect(html).toContain('href="/gloss/works/the-ferry/act-1-scene-2/#l5"');
    expect(html).toContain('href="/gloss/works/the-ferry/act-1-scene-1/"');
    expect(html).toContain('href="/gloss/essays/early/"');
  });
});

describe('a page that has gone', () => {
  test('leads from its old address to the new one, with its places', () => {
    const address = '/gloss/works/the-ferry/act-1-scene-1/';
    expect(htmlOf(fixtureUnderBase, address)).toContain(
      '<link rel="canonical" href="http://localhost:4321/gloss/works/the-ferry/act-1-scene-2/">',
    );
    expect(retiredOn('works/the-ferry/act-1-scene-1/', fixtureUnderBase)).toEqual([
      [
        'l1',
        'Line 1, “I have not asked thee yet …”, is now line 1 of At the landing (The Ferry, act 1, scene 2)',
        '/gloss/works/the-ferry/act-1-scene-2/#l1',
      ],
      ['l2', 'Line 2, “And who shall say what rivers …”, was withdrawn: The edition leaves it out.', undefined],
    ]);
  });

  test('says why it was withdrawn, under its old title, and asks not to be found', () => {
    const html = htmlOf(fixture, '/essays/early/');
    expect(html).toContain('<h1>Early by &lt;mistake&gt;</h1>');
    expect(html).toContain('It argued from a date that was wrong');
    expect(html).toContain('<meta name="robots" content="noindex">');
  });

  test('is not in the sitemap', () => {
    const map = htmlOf(fixtureUnderBase, '/gloss/sitemap-0.xml');
    expect(map).toContain('/gloss/works/the-ferry/act-1-scene-2/');
    expect(map).toContain('/gloss/about/proof/');
    expect(map).not.toMatch(/act-1-scene-1|essays\/early/);
  });
});

describe('a quotation', () => {
  test('that is proved says against which edition; one that is not says so', () => {
    const page = pagesOf(fixture).find(({ address }) => address === '/works/salt-road/')!;
    const signs = selectAll('.introduction :is(.proof, .unproved)', page.tree);
    expect(signs.map(({ properties: { title } }) => title)).toEqual([
      'not checked: its source is not in this library',
      'checked against Fixture Press, 1890',
    ]);
  });

  test('in an introduction is known to the passage that it quotes', () => {
    expect(htmlOf(fixture, '/works/salt-road/the-gate/')).toContain('href="/works/salt-road/#q2"');
  });
});

test('the card of a passage lists each sentence that quotes it once', () => {
  const lists = pagesOf(shelf).flatMap(({ tree }) => selectAll('.card ul.essays', tree));
  expect(lists.length).toBeGreaterThan(0);
  for (const list of lists) {
    const sentences = selectAll('li', list).map((item) => toString(item).trim());
    expect(sentences).toEqual([...new Set(sentences)]);
  }
});
