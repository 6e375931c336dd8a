import { existsSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { indexSite } from '../../src/integrations/indexing.ts';
import { type Chapter, chapters } from './chapters.ts';
import { randomFrom } from './random.ts';
import { type SearchCost, searchCost, searchTable } from './search-cost.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,5000' },
    /** A built site, for its search page and as the smallest library. */
    site: { type: 'string', default: 'dist' },
  },
});
const root = resolve(import.meta.dirname, '../..');
const cache = join(root, '.cache/bench/search');
const originals = await chapters(root);
const costs: SearchCost[] = [await searchCost('the shelf', resolve(root, values.site))];
for (const size of values.sizes.split(',').map(Number)) costs.push(await costAt(size));
const table = searchTable(costs);
await mkdir(cache, { recursive: true });
await writeFile(join(cache, 'results.json'), JSON.stringify(costs, undefined, 2));
await writeFile(join(cache, 'results.md'), table);
console.log(table);

/** What it costs to search so many excerpts: the search page of the built site with an index of theirs. */
async function costAt(size: number): Promise<SearchCost> {
  const folder = join(cache, `site-${size}`);
  // An index stays from one run to the next, since it takes minutes; the page that searches it does not.
  if (!existsSync(join(folder, 'pagefind'))) {
    await rm(folder, { recursive: true, force: true });
    for (let number = 0; number < size; number++) await writePage(folder, number);
    const started = performance.now();
    await indexSite(folder);
    console.error(`Indexed ${size} pages in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  }
  for (const part of ['search', '_astro'])
    await cp(join(root, values.site, part), join(folder, part), { recursive: true });
  return searchCost(`${size.toLocaleString('en-GB')} excerpts`, folder);
}

/** An excerpt as the site has it: a chapter of real text, or a copy of one in which some words are others. */
async function writePage(folder: string, number: number): Promise<void> {
  const chapter = originals[number % originals.length]!;
  const copy = Math.floor(number / originals.length);
  const path = `works/${chapter.work}-${copy}/chapter-${number}`;
  await mkdir(join(folder, path), { recursive: true });
  await writeFile(join(folder, path, 'index.html'), page(chapter, copy, number));
}

function page({ work, title, blocks }: Chapter, copy: number, number: number): string {
  const { below } = randomFrom(number + 1);
  const name = (stem: string, count: number) => `${stem}-${below(count) + 1}`;
  const tags = Array.from({ length: 5 }, () => [name('theme', 50), name('term', 50)] as const);
  const varied = (word: string) => (copy > 0 && below(10) === 0 ? `${word}${copy}` : word);
  const notes = tags.map(
    ([theme, term], note) =>
      `<div class="note" role="doc-footnote" id="fn-n${note}"><p class="lemma">${escaped(blocks[0]!.slice(0, 20))}</p>` +
      `<p>A <a href="/terms/${term}/">${term}</a> of <a href="/themes/${theme}/">${theme}</a>, said of ${work}.</p>` +
      `<p><a role="doc-backlink" href="#fnref-n${note}">Back</a></p></div>`,
  );
  const article = blocks.map((block, index) => {
    const text = escaped(block).replace(/\p{L}{7,}/gu, varied);
    return `<div class="block"><p id="p${index + 1}">${text}</p>${notes[index] ?? ''}</div>`;
  });
  const filters = [
    ...['kind', 'kind'].map((kind, index) => [kind, ['passage', 'note'][index]!]),
    ['work', `${work}-${copy} ${work} ${copy}`],
    ['author', `author-of-${work} Author of ${work}`],
    ...tags.flatMap(([theme, term]) => [
      ['theme', `${theme} ${theme}`],
      ['term', `${term} ${term}`],
    ]),
  ];
  const metas = filters.map(
    ([filter, value]) => `<meta data-pagefind-filter="${filter}[content]" content="${escaped(value!)}">`,
  );
  return `<html lang="en-GB"><head><meta property="og:title" content="${escaped(title)} (${work}, chapter ${number})">
    <meta name="description" content="Chapter ${number}">${metas.join('')}</head>
    <body><article data-pagefind-body>${article.join('')}</article></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
