import { resolve } from 'node:path';
import type { Document, Quotation } from '../../src/markdown/document.ts';
import type { Excerpt, Library, Page } from '../../src/library/library.ts';
import { proveQuotations } from '../../src/library/proof.ts';
import { type Chapter, chapters } from './chapters.ts';
import type { ProofCost } from './proofs.ts';
import { randomFrom } from './random.ts';

// Proves the quotations of one library, four a document, and says what that costs: the number of documents, the words
// that an excerpt has at most, and how many quotations of a thousand have a letter changed, are its arguments.
const [documents = 5_000, longest = 900, wrong = 0] = process.argv.slice(2).map(Number);
const originals = (await chapters(resolve(import.meta.dirname, '../..'))).filter(({ form }) => form === 'prose');

const library = libraryOf();
const started = process.cpuUsage();
const { quotations, faults } = proveQuotations(library);
const { user, system } = process.cpuUsage(started);
const cost: ProofCost = {
  documents,
  quotations: [...quotations.values()].flat().length,
  words: library.excerpts.reduce((sum, { document }) => sum + document.words, 0),
  faults: faults.length,
  cpu: (user + system) / 1e6,
  memory: process.resourceUsage().maxRSS * 1024,
};
console.log(JSON.stringify(cost));

/** Excerpts of real text, copies past the chapters that there are, and one essay for every nineteen of them. */
function libraryOf(): Library {
  const random = randomFrom(documents);
  const essays = Math.round(documents / 20);
  const excerpts = Array.from({ length: documents - essays }, (_, index) =>
    excerptOf(originals[index % originals.length]!, index),
  );
  const pages = new Map<string, Page>(excerpts.map((excerpt) => [excerpt.path, excerpt]));
  for (let number = 0, due = 4 * documents; number < essays; number++) {
    const count = Math.floor(due / (essays - number));
    due -= count;
    pages.set(`essays/essay-${number}.md`, essayOf(number, count));
  }
  return { excerpts, pages } as Library;

  function essayOf(number: number, count: number): Page {
    const found = Array.from({ length: count }, () => {
      const excerpt = excerpts[random.below(excerpts.length)]!;
      const block = random.below(excerpt.passages.length);
      const words = excerpt.passages[block]!.text.split(' ');
      const from = random.below(Math.max(1, words.length - 8));
      const quoted = words.slice(from, from + 8 + random.below(24));
      if (quoted.length > 20 && random.below(4) === 0) quoted.splice(8, 4, '…');
      const text = quoted.join(' ');
      return {
        target: excerpt.path,
        anchor: `p${block + 1}`,
        text: random.below(1000) < wrong ? misspelt(text) : text,
      };
    });
    const place = { line: 1, column: 1 };
    const links = found.map(({ target, anchor }) => ({
      target,
      anchor,
      href: '',
      text: '',
      place,
      note: -1,
      sentence: '',
    }));
    const quotations = found.map(({ text }, link): Quotation => ({
      kind: 'inline',
      text,
      link,
      pieces: [],
      attributed: false,
      sentence: '',
      place,
      note: -1,
    }));
    const path = `essays/essay-${number}.md`;
    return { kind: 'essay', path, document: { path, links, quotations, notes: [] } as unknown as Document } as Page;
  }
}

/** The chapter as far as its first paragraphs have no more than so many words; one of them at least. */
function excerptOf({ work, blocks: all }: Chapter, index: number): Excerpt {
  let words = 0;
  const blocks = all.filter((text, block) => (words += text.split(' ').length) <= longest || block === 0);
  const path = `works/${work}/chapter-${index}.md`;
  const place = { line: 1, column: 1 };
  const passages = blocks.map((text, block) => ({
    kind: 'paragraph' as const,
    id: `p${block + 1}`,
    html: '',
    text,
    place,
    notes: [],
  }));
  const count = blocks.reduce((sum, text) => sum + text.split(' ').length, 0);
  return {
    kind: 'excerpt',
    path,
    passages,
    document: { path, words: count, quotations: [], links: [], notes: [] } as unknown as Document,
  } as unknown as Excerpt;
}

/** Another letter in the middle of the words. */
function misspelt(text: string): string {
  const at = text.length >> 1;
  return `${text.slice(0, at)}${text[at] === 'q' ? 'x' : 'q'}${text.slice(at + 1)}`;
}
