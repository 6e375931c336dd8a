import { readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import type { Card } from './card.ts';
import { colours, height, layOut, width } from './card-layout.ts';
import { palettePng } from './card-png.ts';

/** A card to draw, and the file that is to hold it. */
export interface Drawable {
  card: Card;
  file: string;
}

/** Draws a card into its file, which is there whole or not at all. */
export async function drawInto({ card, file }: Drawable): Promise<void> {
  const part = `${file}.${process.pid}`;
  await writeFile(part, await draw(card));
  await rename(part, file);
}

/** A card as PNG. What the face has no letters for is left out: first the words of the passage, then all but the kind. */
export async function draw(card: Card): Promise<Buffer> {
  const { kind, title, question, source } = card;
  const wordless: Card = { kind, title, ...(question !== undefined && { question }), source };
  const svg = (await svgOf(card)) ?? (await svgOf(wordless)) ?? (await svgOf({ kind, title: 'Gloss', source: '' }));
  const { pixels } = new Resvg(svg!, { font: { loadSystemFonts: false } }).render();
  const inks = Object.values(colours).map((colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)));
  return palettePng(pixels, width, height, inks as [number, number, number][]);
}

/** The card as drawn letters; undefined where the face lacks one. */
async function svgOf(card: Card): Promise<string | undefined> {
  const lacking: string[] = [];
  const svg = await satori(layOut(card), {
    width,
    height,
    fonts: await fonts(),
    loadAdditionalAsset: (_, letters) => {
      lacking.push(letters);
      return Promise.resolve([]);
    },
  });
  return lacking.length === 0 ? svg : undefined;
}

let loaded: Promise<Parameters<typeof satori>[1]['fonts']> | undefined;

function fonts() {
  const { resolve } = createRequire(`${process.cwd()}/package.json`);
  const cut = async (name: string, style: string) => ({
    name: `Serif ${name}`.trim(),
    data: await readFile(resolve(`source-serif/OTF/SourceSerif4${name}-${style}.otf`)),
    style: style === 'It' ? ('italic' as const) : ('normal' as const),
  });
  return (loaded ??= Promise.all([
    cut('', 'Regular'),
    cut('', 'It'),
    cut('Subhead', 'Regular'),
    cut('Display', 'Regular'),
  ]));
}
