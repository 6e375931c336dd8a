import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { reportOfImport } from '../../../src/commands/import-report.ts';
import { type Import, importFile, together } from '../../../src/import/batch.ts';
import { readSource } from '../../../src/import/source.ts';
import { words } from '../../../src/text/words.ts';

const here = join(import.meta.dirname, 'editions');
const editions = readdirSync(here);
const options = { work: 'work', only: [], notes: true, typographic: false };

/** Imports every file of a folder, as `npm run import -- FOLDER` does. */
function imported(edition: string): Import {
  const folder = join(here, edition);
  const read = (name: string) => readSource(readFileSync(join(folder, name)), name);
  const beside = (name: string) => (existsSync(join(folder, name)) ? read(name) : undefined);
  const names = readdirSync(folder).filter((name) => name !== 'expected');
  return together(
    names.map((name) => importFile(read(name), beside, options)),
    [],
  );
}

describe.each(editions)('an edition as %s', (edition) => {
  const made = imported(edition);
  const files = new Map(made.excerpts.map(({ slug, markdown }) => [`${slug}.md`, markdown]));
  files.set('report.txt', `${reportOfImport(made, options)}\n`);
  const folder = join(here, edition, 'expected');

  if (process.env['UPDATE']) {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
  }

  test('gives these excerpts and names what they cannot hold', () => {
    const expected = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
    expect(files).toEqual(new Map(expected));
  });

  test('loses no word between the source and the page', () => {
    const page = made.excerpts.flatMap(({ document }) => [
      ...document.blocks.flatMap(({ speaker = '', html, lines = [] }) => [
        speaker,
        html,
        ...lines.map((line) => line.html),
      ]),
      ...document.notes.map(({ html }) => html),
    ]);
    const shown = counted(words(readable(page.join(' '))));
    const named = counted(words(files.get('report.txt')!.toLowerCase()));
    const titles = made.excerpts.map(({ section }) => `${section.title} ${JSON.stringify(section.locator)}`);
    for (const word of words(titles.join(' ').toLowerCase())) named.set(word, (named.get(word) ?? 0) + 1);
    const lost = [...counted(words(readable(textOf(edition))))].filter(
      ([word, count]) => (shown.get(word) ?? 0) < count && !named.has(word) && !/^[ivx]+$/.test(word),
    );
    expect(lost).toEqual([]);
  });
});

/** Where the text of a book begins, after its title page, its cast and its contents. */
const beginnings: Record<string, string> = {
  'gutenberg-novel': 'CHAPTER I.<br',
  'gutenberg-play': 'ACT I</H2>',
  'gutenberg-poems': 'THE LAMP',
  'plain-text-novel': 'CHAPTER I.\n\nTHE CARTER',
  'plain-text-play': 'ACT I.',
};

/**
 * The words of an edition's own text, read off its markup with nothing of the importer's: without its head, its
 * licence, page numbers, the numbers of notes, and a note that nothing refers to.
 */
function textOf(edition: string): string {
  const folder = join(here, edition);
  const texts = readdirSync(folder)
    .filter((name) => name !== 'expected' && !/^(?:uncopyright|dramatis)/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return texts
    .map((text) =>
      text
        .slice(text.indexOf(beginnings[edition] ?? '<body'))
        .replace(/<li id="note-6"[^]*?<\/li>|<h3>FOOTNOTES:<\/h3>|<h2>TRANSCRIBER'S NOTE[^]*$/, '')
        .replace(/\n(?:End of the Project|.*\*\*\* ?END OF)[^]*$/, '')
        .replace(/<section class="pg-boilerplate[^]*?<\/section>/g, '')
        .replace(/<span class="pagenum">[^]*?<\/span>(?:<\/p>)?/g, '')
        .replace(/<a [^>]*(?:noteref|fnanchor|backlink|FNanchor_1_1")[^>]*>[^]*?<\/a>/g, '')
        .replace(/\[(?:Footnote )?1(?:: |\])/g, ''),
    )
    .join('\n');
}

/** Markup as its reader has it, in lower case, its straight quotation marks as they are. */
function readable(markup: string): string {
  return markup
    .replace(/<\/?(?:p|div|br|td|tr|li|h\d|header|footer|blockquote|span class="i\d")[^>]*>/gi, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&(\w+|#x?[\da-f]+);/gi, (_, name: string) => entities[name.toLowerCase()] ?? '?')
    .replace(/_/g, ' ')
    .toLowerCase();
}

const entities: Record<string, string> = {
  nbsp: '\u00a0',
  mdash: '—',
  eacute: 'é',
  amp: '&',
  lt: '<',
  '#x3c': '<',
  '#x26': '&',
};

function counted(all: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
