import { expect, it } from 'vitest';
import type { Gloss } from '../../../src/library/library.ts';
import { furtherPages, partsOf, partUrl, placeUrl, readingsOf } from '../../../src/library/occurrences.ts';
import { libraryOf } from './sources.ts';

function chapter(number: number, notes: number): string {
  const text = Array.from({ length: notes }, (_, index) => `word${index}[^n${index}]`).join(' ');
  const definitions = Array.from(
    { length: notes },
    (_, index) => `[^n${index}]: **word${index}** Of [guilt](../../themes/guilt.md).`,
  );
  return `---\ntitle: T\nlocator: { chapter: ${number} }\nform: prose\n---\n\n${text}\n\n${definitions.join('\n')}\n`;
}

it('occurrences go on over pages, which no excerpt runs across', () => {
  const library = libraryOf({
    'works/book/chapter-1.md': chapter(1, 150),
    'works/book/chapter-2.md': chapter(2, 60),
    'works/book/chapter-3.md': chapter(3, 150),
    'essays/grey.md': undefined,
  });
  const [guilt] = library.themes;
  const parts = partsOf(guilt!).map((part) => `${part.length} ${part[0]!.excerpt.slug} ${part.at(-1)!.excerpt.slug}`);
  expect(parts).toEqual(['150 chapter-1 chapter-1', '60 chapter-2 chapter-2', '150 chapter-3 chapter-3']);
  expect([0, 1].map((part) => partUrl(guilt!, part))).toEqual(['/themes/guilt/', '/themes/guilt/2/']);
  const places = library.excerpts.map((excerpt) => placeUrl(guilt!, excerpt));
  expect(places).toEqual([
    '/themes/guilt/#in-book-chapter-1',
    '/themes/guilt/2/#in-book-chapter-2',
    '/themes/guilt/3/#in-book-chapter-3',
  ]);
  expect(placeUrl(guilt!, library.works[0]!)).toBe('/themes/guilt/#in-book');
  expect(furtherPages(library.themes).map(({ params, props: { part } }) => [params, part])).toEqual([
    [{ theme: 'guilt', part: '2' }, 1],
    [{ theme: 'guilt', part: '3' }, 2],
  ]);
});

it('a theme that nothing speaks to has one empty page', () => {
  const library = libraryOf({
    'themes/worth.md': '---\ntitle: Worth\nquestion: What?\nsummary: On it.\n---\n\nIt is.\n',
  });
  expect(partsOf(library.themes[1]!)).toEqual([[]]);
});

it('notes whose lemmas end at one word are readings of it', () => {
  const source = `---\ntitle: T\nlocator: { chapter: 1 }\nform: prose\n---

The sea was grey[^one][^two] and wide[^three].

[^one]: **was grey** Of [guilt](../../themes/guilt.md).
[^two]: **grey** Of [guilt](../../themes/guilt.md).
[^three]: **wide** Of [guilt](../../themes/guilt.md).
`;
  const library = libraryOf({ 'works/book/chapter-1.md': source });
  const labels = (glosses: Gloss[]) => glosses.map(({ note }) => note.label);
  expect(readingsOf(library.excerpts[0]!.notes).map(labels)).toEqual([['one', 'two'], ['three']]);
});
