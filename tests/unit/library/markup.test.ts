import { expect, it } from 'vitest';
import { partsOf, withQuotations } from '../../../src/library/markup.ts';
import { libraryOf } from './sources.ts';

it('partsOf cuts prose where notes stand', () => {
  expect(partsOf('<p>One</p><div data-note="0"></div><div data-note="1"></div>\n<p>Two</p>')).toEqual([
    '<p>One</p>',
    0,
    1,
    '<p>Two</p>',
  ]);
});

it('withQuotations gives each quotation its id and the address of its words', () => {
  const [essay] = libraryOf().essays;
  const html = withQuotations(essay!.document.html, essay!.quotations);
  expect(html).toContain('<a id="q1" class="quotation" href="/works/book/chapter-2/#p3');
  expect(html).not.toContain('data-quotation');
});
