import { expect, test } from 'vitest';
import { itemOf } from '../../../src/library/citation.ts';
import { citationTags } from '../../../src/library/citation-tags.ts';
import { libraryOf, shelf } from './sources.ts';

const url = 'https://example.com/page/';
const poems = {
  'works/book/work.md': shelf['works/book/work.md']!.replace(
    'form: novel',
    'form: poems\nedition: { title: Collected, editor: Ed Itor, translator: Madonna, publisher: Press, year: 1950 }',
  ),
  'works/book/chapter-1.md': shelf['works/book/chapter-1.md']!.replace(
    'locator: { chapter: 1 }',
    'locator: { title: Night }',
  ),
};

test('an excerpt is cited as its book, with the place in it for a note', () => {
  const { excerpts } = libraryOf();
  expect(itemOf(excerpts[1]!, url)).toEqual({
    id: 'book-chapter-2',
    type: 'book',
    title: 'Book',
    author: [{ family: 'Author', given: 'Ann' }],
    issued: { 'date-parts': [[1900]] },
    language: 'en',
    keyword: 'Guilt',
    note: 'ch. 2',
    URL: url,
  });
});

test('a poem is cited as a part of its collection, by the year of the edition and the year it appeared', () => {
  const { excerpts } = libraryOf(poems);
  const night = excerpts.find(({ slug }) => slug === 'chapter-1')!;
  expect(itemOf(night, url)).toEqual({
    id: 'book-chapter-1',
    type: 'chapter',
    title: 'Night',
    'container-title': 'Collected',
    author: [{ family: 'Author', given: 'Ann' }],
    editor: [{ family: 'Itor', given: 'Ed' }],
    translator: [{ literal: 'Madonna' }],
    issued: { 'date-parts': [[1950]] },
    'original-date': { 'date-parts': [[1900]] },
    publisher: 'Press',
    language: 'en',
    keyword: 'Guilt',
    URL: url,
  });
});

test('an essay is cited as a page of the site', () => {
  const { essays } = libraryOf();
  expect(itemOf(essays[0]!, url)).toEqual({
    id: 'grey',
    type: 'webpage',
    title: 'Grey',
    'container-title': 'Gloss',
    author: [{ literal: 'A Critic' }],
    issued: { 'date-parts': [[2026, 1, 2]] },
    abstract: 'On grey.',
    language: 'en-GB',
    keyword: 'Guilt',
    URL: url,
  });
});

test('the tags of an excerpt make it a section of its book', () => {
  const { excerpts } = libraryOf();
  expect(citationTags(excerpts[1]!, url)).toEqual([
    ['citation_title', 'Chapter 2'],
    ['citation_author', 'Author, Ann'],
    ['citation_publication_date', '1900'],
    ['citation_inbook_title', 'Book'],
    ['citation_language', 'en'],
    ['citation_keywords', 'Guilt'],
    ['citation_public_url', url],
  ]);
});

test('the tags of an essay make it a web page of its day', () => {
  const { essays } = libraryOf();
  expect(citationTags(essays[0]!, url)).toEqual([
    ['citation_title', 'Grey'],
    ['citation_author', 'A Critic'],
    ['citation_publication_date', '2026/01/02'],
    ['citation_online_date', '2026/01/02'],
    ['z:itemType', 'webpage'],
    ['citation_language', 'en-GB'],
    ['citation_keywords', 'Guilt'],
    ['citation_public_url', url],
  ]);
});
