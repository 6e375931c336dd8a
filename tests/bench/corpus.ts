import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Chapter, chapters } from './chapters.ts';
import { type Random, randomFrom } from './random.ts';

/** What the notes of a corpus link to, and what its essays quote. */
interface Shelf {
  themes: string[];
  terms: string[];
  /** Paragraphs of prose with their addresses. */
  passages: { path: string; words: string[] }[];
}

/**
 * Writes a library of exactly `documents` Markdown files into `folder`: works with excerpts of real text, four to eight
 * notes each whose lemmas stand in it and whose links follow a few frequent themes and terms and many rare ones, and
 * essays that quote. The same number gives the same files. Past the chapters that there are, copies follow, in which
 * some words are not those of the original. At least 100 documents.
 */
export async function makeCorpus(root: string, folder: string, documents: number): Promise<void> {
  const originals = await chapters(root);
  const random = randomFrom(documents);
  const names = (count: number, stem: string) => Array.from({ length: count }, (_, index) => `${stem}-${index + 1}`);
  const shelf: Shelf = {
    themes: names(Math.max(8, Math.round(documents / 100)), 'theme'),
    terms: names(Math.max(12, Math.round(documents / 100)), 'term'),
    passages: [],
  };
  const essays = Math.round(documents / 30);
  const files = new Map<string, string>();
  for (const theme of shelf.themes) files.set(`themes/${theme}.md`, themeFile(theme, random));
  for (const term of shelf.terms) files.set(`terms/${term}.md`, termFile(term, random));
  const room = documents - files.size - essays;
  for (const [index, original] of chosen(originals, room).entries()) {
    const copy = Math.floor(index / originals.length);
    const work = copy === 0 ? original.work : `${original.work}-${copy + 1}`;
    if (files.size + 2 > documents - essays) break;
    files.set(`works/${work}/work.md`, workFile(work));
    const path = `works/${work}/chapter-${index + 1}.md`;
    files.set(path, excerptFile(copyOf(original, copy), index, path, shelf, random));
  }
  for (let number = 1; files.size < documents; number++)
    files.set(`essays/essay-${number}.md`, essayFile(number, shelf, random));
  for (const [path, source] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), source);
  }
}

/** So many chapters: evenly spaced ones where there are more, all and copies of them where there are fewer. */
function chosen(originals: Chapter[], count: number): Chapter[] {
  const step = Math.max(1, originals.length / count);
  return Array.from({ length: count }, (_, index) => originals[Math.floor(index * step) % originals.length]!);
}

/** In a copy, a tenth of the long words are other ones, so that the vocabulary grows with the library. */
function copyOf(chapter: Chapter, copy: number): Chapter {
  if (copy === 0) return chapter;
  const other = (word: string) =>
    createHash('md5').update(`${word} ${copy}`).digest()[0]! < 26 ? word.slice(1) + word[0]! : word;
  return { ...chapter, blocks: chapter.blocks.map((block) => block.replaceAll(/(?<!\p{L})\p{Ll}{6,}/gu, other)) };
}

function workFile(work: string): string {
  const title = work.replaceAll('-', ' ');
  return `---
title: ${JSON.stringify(title)}
author: { name: The author of ${title}, sort: ${JSON.stringify(title)} }
year: 1850
form: novel
rights: { status: public-domain }
edition: { title: ${JSON.stringify(title)}, publisher: Standard Ebooks, year: 2020 }
---

What the work is and how it came to be written stands here in a paragraph or two.
`;
}

function excerptFile(chapter: Chapter, index: number, path: string, shelf: Shelf, random: Random): string {
  const { title, form } = chapter;
  const blocks = [...chapter.blocks];
  const vocabulary = wordsOf(blocks.join(' ')).filter((word) => word.length > 3);
  const notes = Array.from({ length: random.below(5) + 4 }, (_, note) => {
    const block = random.below(blocks.length);
    const text = blocks[block]!;
    // A run of plain words that stands on one line and starts after a speaker's name.
    const runs = [...text.matchAll(/(?<![*\p{L}\p{N}’])[\p{L}’]{2,}(?: [\p{L}’]{2,}){2,4}(?=[ ,.;:!?\n\\]|$)/gu)];
    const lemma = runs[random.below(runs.length)];
    if (!lemma) return '';
    const end = lemma.index + lemma[0].length;
    blocks[block] = `${text.slice(0, end)}[^note-${note + 1}]${text.slice(end)}`;
    return `[^note-${note + 1}]: **${lemma[0]}** ${remark(vocabulary, shelf, '../../', random)}\n`;
  });
  if (form === 'prose')
    for (const [block, text] of chapter.blocks.entries()) {
      const [run] = /(?<![\p{L}\p{N}])[\p{L}’,]+(?: [\p{L}’,]+){11,29}/u.exec(text) ?? [];
      if (run) shelf.passages.push({ path: `${path}#p${block + 1}`, words: run.replace(/,$/, '').split(' ') });
    }
  const matter = { title, locator: { chapter: index + 1 }, form };
  return `---\n${JSON.stringify(matter)}\n---\n\n${blocks.join('\n\n')}\n\n${notes.join('')}`;
}

/** Forty words or so about a lemma, with a link to a theme and sometimes to a term. */
function remark(vocabulary: string[], { themes, terms }: Shelf, up: string, random: Random): string {
  const words = random.sample(vocabulary, 36);
  const theme = random.frequent(themes);
  words.splice(9, 0, `[${random.below(2) ? 'this question' : theme}](${up}themes/${theme}.md)`);
  const term = random.frequent(terms);
  if (random.below(2)) words.splice(24, 0, `[${term}](${up}terms/${term}.md)`);
  return `The ${words.slice(0, 18).join(' ')}. And the ${words.slice(18).join(' ')}.`;
}

function essayFile(number: number, shelf: Shelf, random: Random): string {
  const paragraphs = Array.from({ length: 12 }, (_, index) => {
    const { path, words } = shelf.passages[random.below(shelf.passages.length)]!;
    const prose = remark(words, shelf, '../', random);
    return index % 3 === 2
      ? `${prose}\n\n> ${words.join(' ')}\n>\n> — [The work](../${path})`
      : `${prose} It says [“${words.slice(0, 6).join(' ')}”](../${path}), and means it.`;
  });
  return `---
title: Essay ${number}
description: What essay ${number} argues, in a sentence.
author: The bench
published: ${new Date(Date.UTC(2026, 0, 1 - number)).toISOString().slice(0, 10)}
---

${paragraphs.join('\n\n')}
`;
}

function themeFile(theme: string, random: Random): string {
  return `---\ntitle: ${theme}\nquestion: What of ${theme}?\nsummary: Number ${random.below(9)}.\n---\n\nA definition.\n`;
}

function termFile(term: string, random: Random): string {
  return `---\ntitle: ${term}\nkind: device\nsummary: Number ${random.below(9)}.\n---\n\nA definition.\n`;
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}+/gu) ?? [];
}
