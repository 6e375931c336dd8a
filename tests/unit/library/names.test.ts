import { expect, it } from 'vitest';
import { filtersOf } from '../../../src/library/filters.ts';
import { namesOf } from '../../../src/library/names.ts';
import { libraryOf, shelf } from './sources.ts';

it('names are the words of titles and authors, and those that are only ever written with a capital', () => {
  const chapter = `${shelf['works/book/chapter-1.md']!.split('It was')[0]!}
Magwitch saw Grey; the sea was grey[^night]. HELP! Magwitch’s hand.

[^night]: **grey** [Guilt](../../themes/guilt.md) before Provis.
`;
  expect(namesOf(libraryOf({ 'works/book/chapter-1.md': chapter, 'essays/grey.md': undefined }))).toEqual([
    'Author',
    'Book',
    'Guilt',
    'Magwitch',
    'Metaphor',
    'Provis',
    'first',
    'second',
  ]);
});

it('a page is filed under what it is, what it is of and what it is about', () => {
  const { excerpts, essays, themes, terms } = libraryOf();
  expect(filtersOf(excerpts[1]!)).toEqual({
    kind: ['passage', 'note'],
    work: ['book Book'],
    author: ['ann-author Ann Author'],
    theme: ['guilt Guilt'],
    term: ['metaphor Metaphor'],
    form: ['prose'],
  });
  expect(filtersOf(essays[0]!)).toEqual({
    kind: ['essay'],
    work: ['book Book'],
    author: ['ann-author Ann Author'],
    theme: ['guilt Guilt'],
    term: [],
  });
  expect(filtersOf(themes[0]!)).toEqual({ kind: ['theme'], theme: ['guilt Guilt'] });
  expect(filtersOf(terms[0]!)).toEqual({ kind: ['term'], term: ['metaphor Metaphor'] });
});
