import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { fontProviders } from 'astro/config';
import subset from 'subset-font';

const { resolve } = createRequire(import.meta.url);

/** Characters of the cut face: those of western European languages, and the signs of an edition. */
export const characters =
  stretch(0x20, 0x7e) +
  stretch(0xc0, 0xff).replaceAll(/[ÐÞðþ]/g, '') +
  '\u00a0\u00ad\u2009\u200a\u202f\u2060' +
  '§©«°»·½ŒœŠšŽž‐‑‒–—―‘’‚“”„†‡•…′″‹›←↑→↓×✓';

/** Optical sizes from a note to a title; the italic’s end at the text, which saves 13 kB before the first paint. */
const sizes = { Roman: { min: 8, max: 40, default: 20 }, Italic: { min: 8, max: 20, default: 20 } };

/** What is cut from the face beside its sizes; a change of it makes new files. */
const cut = {
  text: characters,
  /** One weight: italic and small capitals do the work of bold. */
  wght: 400,
  /** Small capitals, old-style figures, and what any text needs; no letter here is composed of two characters. */
  keepFeatures: ['kern', 'liga', 'onum', 'pnum', 'smcp', 'c2sc'],
  preserveNameIds: [0, 13, 14],
  noHinting: true,
  targetFormat: 'woff2' as const,
};

/**
 * Gives the site its two families: Source Serif, cut to the characters, features and sizes in use (80 kB of roman and
 * italic out of 940), and Atkinson Hyperlegible, which loads when a reader chooses it. The OFL reserves the name
 * “Source” to unmodified fonts, so that the cut one has another.
 */
export function typeface(): AstroIntegration {
  return {
    name: 'typeface',
    hooks: {
      'astro:config:setup': async ({ config, updateConfig }) => {
        // One folder for all sites: Astro makes the family's name of the path, and pages would differ by where they go.
        const folder = fileURLToPath(new URL('.cache/typeface/', config.root));
        await mkdir(folder, { recursive: true });
        const [roman, italic] = await Promise.all(
          (['Roman', 'Italic'] as const).map((style) => subsetOf(style, folder)),
        );
        const legible = '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght';
        const provider = fontProviders.local();
        updateConfig({
          fonts: [
            {
              provider,
              name: 'Gloss Serif',
              cssVariable: '--serif',
              // A page that has begun in the fallback stays in it, so that nothing moves.
              display: 'optional',
              fallbacks: ['Georgia', 'serif'],
              options: {
                variants: [
                  { src: [roman!], style: 'normal', weight: '400' },
                  { src: [italic!], style: 'italic', weight: '400' },
                ],
              },
            },
            {
              provider,
              name: 'Atkinson Hyperlegible',
              cssVariable: '--legible',
              display: 'swap',
              fallbacks: ['Verdana', 'sans-serif'],
              optimizedFallbacks: false,
              options: {
                variants: [
                  { src: [resolve(`${legible}-normal.woff2`)], style: 'normal', weight: '200 800' },
                  { src: [resolve(`${legible}-italic.woff2`)], style: 'italic', weight: '200 800' },
                ],
              },
            },
          ],
        });
      },
    },
  };
}

/** Path of the cut file of a style, written on first need. */
async function subsetOf(style: keyof typeof sizes, folder: string): Promise<string> {
  const source = resolve(`source-serif/WOFF2/VAR/SourceSerif4Variable-${style}.ttf.woff2`);
  const original = await readFile(source);
  const { text, wght, ...others } = cut;
  const options = { ...others, variationAxes: { wght, opsz: sizes[style] } };
  const wanted = JSON.stringify([text, options]);
  const digest = createHash('sha256').update(original).update(wanted).digest('hex').slice(0, 12);
  const path = `${folder}${style.toLowerCase()}-${digest}.woff2`;
  if (!existsSync(path)) {
    await writeFile(`${path}.${process.pid}`, await subset(original, text, options));
    await rename(`${path}.${process.pid}`, path);
  }
  return path;
}

function stretch(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');
}
