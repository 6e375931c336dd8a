import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/library/nearest.ts';
import { pictureFault } from '../../../src/library/picture.ts';
import { comparePlaces, placeAbbreviated, placeName } from '../../../src/library/place.ts';
import { contextOf } from '../../../src/text/context.ts';

describe('a place in a work', () => {
  it.each([
    [{ chapter: 5 }, 'chapter 5', 'ch. 5'],
    [{ act: 5, scene: 1 }, 'act 5, scene 1', '5.1'],
    [{ part: 2, chapter: 3 }, 'part 2, chapter 3', 'pt 2, ch. 3'],
    [{ title: 'When I have fears' }, 'When I have fears', 'When I have fears'],
  ])('%o is named in words and as scholars abbreviate it', (locator, name, short) => {
    expect([placeName(locator), placeAbbreviated(locator)]).toEqual([name, short]);
  });

  it('is ordered by its numbers and not by their spelling', () => {
    const chapters = [{ chapter: 10 }, { chapter: 2 }, { chapter: 1 }];
    expect(chapters.toSorted(comparePlaces).map(({ chapter }) => chapter)).toEqual([1, 2, 10]);
  });
});

it('nearest gives the candidate with the fewest changed letters, or none that is near', () => {
  expect(nearest('themes/guild.md', ['themes/grief.md', 'themes/guilt.md'])).toBe('themes/guilt.md');
  expect(nearest('themes/guilt.md', ['works/macbeth/work.md'])).toBeUndefined();
});

describe('a picture', () => {
  const svg = (inside: string) => ({
    path: 'a.svg',
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">\n${inside}</svg>`,
  });

  it('that only draws is good', () => {
    expect(pictureFault(svg('<path d="M0 0" fill="url(#a)"/><use href="#a"/>'))).toBeUndefined();
  });

  it.each([
    '<script>1</script>',
    '<path onload="1"/>',
    '<path style="fill:red"/>',
    '<image href="https://example.org/a.png"/>',
    '<use href="data:image/svg+xml,x"/>',
    '<a xlink:href="javascript:1"/>',
    '<path fill="url(https://example.org/#a)"/>',
    '<foreignObject/>',
    '<style>*{}</style>',
  ])('that has %s is a fault at its line', (inside) => {
    expect(pictureFault(svg(inside))).toMatchObject({ code: 'image-unsafe', line: 2 });
  });

  it('that is no SVG is a fault', () => {
    expect(pictureFault({ path: 'a.svg', svg: 'text' })).toMatchObject({ code: 'image-unsafe', line: 1, column: 1 });
  });
});

it('contextOf keeps whole words on either side and says where there is more', () => {
  const text = 'one two three four five six seven';
  const start = text.indexOf('four');
  expect(contextOf(text, start, start + 4, 2)).toEqual({ before: '… two three ', words: 'four', after: ' five six …' });
});
