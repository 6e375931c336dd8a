import { expect, test } from 'vitest';
import { indexable } from '../../../src/integrations/indexable.ts';

const page = (article: string, head = '') =>
  `<html lang="en-GB"><head>${head}</head><body><nav>Menu</nav>${article}<footer>End</footer></body></html>`;
const body = (article: string) =>
  /<body>(.*)<\/body>/s
    .exec(indexable(page(`<article class="excerpt" data-pagefind-body>${article}</article>`)) ?? '')?.[1]
    ?.replace(/^<article[^>]*>|<\/article>$/g, '')
    .replaceAll('\u2060', '~');

test('a page without an article to search is left out', () => {
  expect(indexable(page('<article>About</article>'))).toBeUndefined();
});

test('the title, the summary and the names of what a page is about go into its head', () => {
  const head =
    '<meta name="description" content="He runs.">' +
    '<meta property="og:title" content="The creation">' +
    '<meta name="gloss:author" data-pagefind-filter="author[content]" content="mary-shelley Mary Shelley">' +
    '<meta name="gloss:theme" data-pagefind-filter="theme[content]" content="guilt Guilt">' +
    '<meta name="gloss:kind" data-pagefind-filter="kind[content]" content="note">';
  const found = indexable(page('<article data-pagefind-body>Text</article>', head));
  expect(found).toBe(
    '<html lang="en-GB"><head>' +
      '<meta data-pagefind-meta="title[content]" content="The creation">' +
      '<meta data-pagefind-meta="summary[content]" content="He runs.">' +
      '<meta data-pagefind-meta="author[content]" content="Mary Shelley">' +
      '<meta data-pagefind-meta="about[content]" content="Guilt">' +
      '<meta name="gloss:author" data-pagefind-filter="author[content]" content="mary-shelley Mary Shelley">' +
      '<meta name="gloss:theme" data-pagefind-filter="theme[content]" content="guilt Guilt">' +
      '<meta name="gloss:kind" data-pagefind-filter="kind[content]" content="note">' +
      '</head><body><article data-pagefind-body>Text</article></body></html>',
  );
});

test('references to notes go, even from the middle of a word', () => {
  const reference = '<a aria-label="Note on “x > y”" role="doc-noteref" href="#fn-a" id="fnref-a"></a>';
  expect(body(`of Novem${reference}ber${reference}, that I`)).toBe('of November, that I');
});

test('cards of passages are left out', () => {
  const card =
    '<section class="card" role="group" aria-label="1 > 0" data-pagefind-ignore><dl>(Shelley 1)</dl></section>';
  expect(body(`<p>It was night.</p>${card}<p>It was day.</p>`)).toBe('<p>It was night.</p><p>It was day.</p>');
});

test('ids stand before their elements, but not those of links in a sentence or of what is ignored', () => {
  expect(body('<p class="x" id="p1" data-a="b">One <a id="q1" href="/x/">two</a></p>')).toBe(
    '<i id="p1"></i><p class="x" data-a="b">One <a href="/x/">two</a></p>',
  );
  expect(body('<div id="card" data-pagefind-ignore></div>')).toBe('<div data-pagefind-ignore></div>');
});

test('marks say where a block begins, where a lemma ends and what its note links to', () => {
  const note =
    '<div class="note" role="doc-footnote" id="fn-a"><p class="lemma">toils</p>' +
    '<p><a href="/gloss/themes/guilt/">Guilt</a>, <a href="/gloss/terms/ode/">ode</a>, <a href="/gloss/themes/guilt/">it</a></p>' +
    '<a role="doc-backlink" href="#fnref-a">Back</a></div><a href="/gloss/themes/worth/">x</a>';
  expect(body(`<div class="block paragraph"><p id="p1">my toils</p>${note}</div>`)).toBe(
    '<i id="=block"></i><div class="block paragraph"><i id="p1"></i><p>my toils</p>' +
      '<i id="fn-a"></i><div class="note" role="doc-footnote"><p class="lemma">toils</p>' +
      '<i id="=gloss,themes/guilt,terms/ode"></i>' +
      '<p><a href="/gloss/themes/guilt/">Guilt</a>, <a href="/gloss/terms/ode/">ode</a>, <a href="/gloss/themes/guilt/">it</a></p>' +
      '<a role="doc-backlink" href="#fnref-a">Back</a></div><a href="/gloss/themes/worth/">x</a></div>',
  );
});

test('curly marks and dashes are parted from words, and tied to them', () => {
  expect(body('<p>“Beautiful!—Great God”</p>')).toBe('<p>“~ Beautiful! ~—~ Great God ~”</p>');
  expect(body('<p>at night — and</p>')).toBe('<p>at night — and</p>');
});

test('a mark at the end of a tag is tied to what stands beyond it', () => {
  expect(body('<p>a <em>wretch</em>—the <em>“monster”</em> here</p>')).toBe(
    '<p>a <em>wretch</em> ~—~ the <em>“~ monster ~”</em> here</p>',
  );
});

test('an apostrophe inside a word is straight, a hyphen short, and what has no width is gone', () => {
  expect(body('<p>Banquo’s to‑mor\u00adrow o’</p>')).toBe("<p>Banquo's to-morrow o ~’</p>");
});
