import { expect, it } from 'vitest';
import { besideOf } from '../../../src/library/beside.ts';
import { chartOfShelf, chartOfWork } from '../../../src/library/chart.ts';
import type { Gloss } from '../../../src/library/library.ts';
import { neighboursOf } from '../../../src/library/neighbours.ts';
import { libraryOf, shelf } from './sources.ts';

const other = {
  'works/other/work.md': shelf['works/book/work.md']!.replace('title: Book', 'title: Other').replace('1900', '1950'),
  'works/other/chapter-1.md': `---
title: Elsewhere
locator: { chapter: 1 }
form: prose
---

One[^one] and two[^two] and three[^three].

Four[^four].

[^one]: **One** Of [guilt](../../themes/guilt.md) and [worth](../../themes/worth.md).
[^two]: **two** Of [guilt](../../themes/guilt.md).
[^three]: **three** Of [guilt](../../themes/guilt.md).
[^four]: **Four** Of [guilt](../../themes/guilt.md).
`,
  'themes/worth.md': '---\ntitle: Worth\nquestion: What is it?\nsummary: On worth.\n---\n\nMuch.\n',
};
const library = () => libraryOf(other);

it('the chart of the shelf counts the notes of each work on each theme, and leads to them', () => {
  const { columns, rows } = chartOfShelf(library());
  expect(columns.map(({ slug }) => slug)).toEqual(['guilt', 'worth']);
  expect(rows.map(({ head, cells }) => [head.slug, cells])).toEqual([
    ['book', [{ count: 2, strength: 2, url: '/themes/guilt/#in-book' }, undefined]],
    [
      'other',
      [
        { count: 4, strength: 4, url: '/themes/guilt/#in-other' },
        { count: 1, strength: 1, url: '/themes/worth/#in-other' },
      ],
    ],
  ]);
});

it('the chart of a work has its themes by its excerpts', () => {
  const [book] = library().works;
  const { columns, rows } = chartOfWork(book!);
  expect(columns.map(({ slug }) => slug)).toEqual(['chapter-1', 'chapter-2']);
  expect(rows.map(({ head, cells }) => [head.slug, cells])).toEqual([
    [
      'guilt',
      [
        { count: 1, strength: 4, url: '/themes/guilt/#in-book-chapter-1' },
        { count: 1, strength: 4, url: '/themes/guilt/#in-book-chapter-2' },
      ],
    ],
  ]);
});

it('a work is read beside those that share its themes, with a note of either that speaks to little else', () => {
  const [book] = library().works;
  const label = ({ excerpt, note }: Gloss) => `${excerpt.work.slug} ${note.label}`;
  const beside = besideOf(book!).map(({ work, shared }) => ({
    work: work.slug,
    shared: shared.map(({ theme, here, there }) => [theme.slug, label(here), label(there)]),
  }));
  expect(beside).toEqual([{ work: 'other', shared: [['guilt', 'book night', 'other two']] }]);
});

it('a work that shares no theme is read beside none', () => {
  const [book] = libraryOf().works;
  expect(besideOf(book!)).toEqual([]);
});

it('themes are neighbours by the passages that hold both, in one note or in two', () => {
  const [guilt, worth] = library().themes;
  const meet = (theme: typeof guilt) =>
    neighboursOf(theme!).map(({ theme: { slug }, passages }) => [slug, passages.map(({ url }) => url)]);
  expect(meet(guilt)).toEqual([['worth', ['/works/other/chapter-1/#p1']]]);
  expect(meet(worth)).toEqual([['guilt', ['/works/other/chapter-1/#p1']]]);
});
