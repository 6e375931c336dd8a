import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, test } from 'vitest';

import { type Card, siteCard } from '../../../src/library/card.ts';
import { draw } from '../../../src/library/card-drawing.ts';
import { height, width } from '../../../src/library/card-layout.ts';
import { palettePng } from '../../../src/library/card-png.ts';
import { Drawings } from '../../../src/library/drawings.ts';

const passage: Card = {
  kind: 'Passage',
  title: 'The second',
  words: { text: 'The sea was grey that day.', start: 12, end: 16 },
  source: 'Ann Author, Book, chapter 2',
};
const letters = (text: string): Card => ({ ...passage, words: { text, start: 0, end: 0 } });

test('a picture in a palette is the one that it was made of', () => {
  const colours: [number, number, number][] = [
    [255, 255, 255],
    [0, 0, 0],
    [240, 0, 0],
  ];
  const pixels = Uint8Array.from([...colours, ...colours].flatMap((colour) => [...colour, 255]));
  const { data, ...size } = PNG.sync.read(palettePng(pixels, 3, 2, colours));
  expect(size).toMatchObject({ width: 3, height: 2 });
  expect([...data]).toEqual([...pixels]);
});

describe('a card', () => {
  test('is drawn in ink and red on paper, in the size that is asked for', async () => {
    const picture = PNG.sync.read(await draw(passage));
    const found = new Set<string>();
    for (let at = 0; at < picture.data.length; at += 4) found.add(picture.data.subarray(at, at + 3).toString('hex'));
    expect([picture.width, picture.height]).toEqual([width, height]);
    expect([...found]).toEqual(expect.arrayContaining(['fbfaf6', '211d18', '9b2d1f', '675f54', 'd8d1c4']));
  });

  test.each([
    ['has no edge that letters run over', letters(`${'Donaudampfschifffahrt'.repeat(20)} <script>x</script> &amp; `)],
    ['keeps markup and long titles within itself', { ...siteCard, title: '<img src=x onerror=x()> '.repeat(40) }],
  ])('%s', async (_, card) => {
    const { data } = PNG.sync.read(await draw(card));
    const paper = Buffer.from('fbfaf6ff', 'hex');
    const edges = Array.from({ length: height }, (_, y) =>
      [0, 40, width - 40, width - 1].map((x) => (y * width + x) * 4),
    );
    expect(edges.flat().every((at) => data.subarray(at, at + 4).equals(paper))).toBe(true);
  });

  test('leaves out words for which its face has no letters', async () => {
    const wordless: Card = { kind: passage.kind, title: passage.title, source: passage.source };
    const plain = await draw(wordless);
    expect((await draw(letters('قالت العجوز'))).equals(plain)).toBe(true);
    expect((await draw(letters('日本'))).equals(plain)).toBe(true);
    expect((await draw(letters('a\u2060b\u00adc'))).equals(await draw(letters('abc')))).toBe(true);
    expect((await draw({ ...wordless, title: '日本' })).equals(plain)).toBe(false);
  });
});

describe('the drawings of a site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cards-'));
  const root = resolve(import.meta.dirname, '../../..');
  afterAll(() => rmSync(folder, { recursive: true }));

  test('are each drawn once, and forgotten when no page asks for them', async () => {
    const first = new Drawings(root, folder);
    const files = await Promise.all([passage, siteCard, passage].map((card) => first.file(card)));
    expect(new Set(files).size).toBe(2);
    expect(readdirSync(folder)).toHaveLength(2);
    const drawn = statSync(files[0]!).mtimeMs;

    const next = new Drawings(root, folder);
    expect(await next.file({ ...passage })).toBe(files[0]);
    await next.forgetOthers();
    expect(statSync(files[0]!).mtimeMs).toBe(drawn);
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
