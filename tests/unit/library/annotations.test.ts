import { expect, test } from 'vitest';
import { annotationCollection } from '../../../src/library/annotations.ts';
import { libraryOf, shelf } from './sources.ts';

const absolute = (url: string) => `https://example.com${url}`;

test('the notes of an excerpt are annotations of their lemmas, tagged with what they link to', () => {
  const { excerpts } = libraryOf();
  expect(annotationCollection(excerpts[1]!, absolute)).toEqual({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'https://example.com/works/book/chapter-2.annotations.json',
    type: 'AnnotationCollection',
    label: 'Notes on Book, chapter 2',
    total: 1,
    first: {
      id: 'https://example.com/works/book/chapter-2.annotations.json#page-1',
      type: 'AnnotationPage',
      startIndex: 0,
      items: [
        {
          id: 'https://example.com/works/book/chapter-2/#fn-grey',
          type: 'Annotation',
          motivation: 'commenting',
          creator: { type: 'Organization', name: 'Gloss', homepage: 'https://example.com/' },
          rights: 'https://creativecommons.org/licenses/by/4.0/',
          body: [
            {
              type: 'TextualBody',
              value: 'A metaphor of guilt.',
              format: 'text/plain',
              language: 'en-GB',
              purpose: 'commenting',
            },
            { source: 'https://example.com/themes/guilt/', purpose: 'tagging' },
            { source: 'https://example.com/terms/metaphor/', purpose: 'tagging' },
          ],
          target: {
            source: 'https://example.com/works/book/chapter-2/',
            selector: {
              type: 'FragmentSelector',
              conformsTo: 'http://tools.ietf.org/rfc/rfc3236',
              value: 'p3',
              refinedBy: { type: 'TextQuoteSelector', exact: 'grey', prefix: 'The sea was ', suffix: ' that day.' },
            },
          },
        },
      ],
    },
  });
});

test('in verse a lemma is found in its own line, and one that runs over a line’s end in the page', () => {
  const { excerpts } = libraryOf({
    'works/book/chapter-1.md': shelf['works/book/chapter-1.md']!.replace('form: prose', 'form: verse')
      .replace('It was night[^night].', 'It was night, and\\\nthe long[^long] night[^night].')
      .concat('\n[^long]: **and the long** [Guilt](../../themes/guilt.md).\n'),
  });
  const verse = excerpts.find(({ slug }) => slug === 'chapter-1')!;
  const { items } = annotationCollection(verse, absolute).first;
  expect(items.map(({ target }) => target.selector)).toEqual([
    { type: 'TextQuoteSelector', exact: 'and\nthe long', prefix: 'It was night, ', suffix: ' night.' },
    {
      type: 'FragmentSelector',
      conformsTo: 'http://tools.ietf.org/rfc/rfc3236',
      value: 'l2',
      refinedBy: { type: 'TextQuoteSelector', exact: 'night', prefix: 'the long ', suffix: '.' },
    },
  ]);
});
