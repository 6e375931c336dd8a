import { readFileSync, readdirSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { describe, expect, test } from 'vitest';

import { editorSchemas, schemaFolder } from '../../../src/commands/editor-schemas.ts';
import { compile } from '../../../src/markdown/compile.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
/** JSON as VS Code has it: with comments, and commas after the last. */
const readLoose = (path: string): unknown =>
  JSON.parse(
    read(path)
      .replace(/^\s*\/\/.*$/gm, '')
      .replace(/,(?=\s*[}\]])/g, ''),
  );
const settings = readLoose('.vscode/settings.json') as Record<string, never>;

test('the schemas of the editor are those of the library; `npm run schemas` writes them', () => {
  const names = readdirSync(join(root, schemaFolder));
  const written = new Map(names.map((name) => [name, read(join(schemaFolder, name))]));
  expect(written).toEqual(editorSchemas());
});

test('every schema is wired to the files of its kind, and to no other', () => {
  const wired = Object.entries(settings['yaml.schemas'] as unknown as Record<string, string | string[]>);
  const schemasOf = (path: string) =>
    wired.flatMap(([schema, globs]) => {
      const all = [globs].flat();
      const isExcluded = all.some((glob) => glob.startsWith('!') && matchesGlob(path, glob.slice(1)));
      return !isExcluded && all.some((glob) => matchesGlob(path, glob)) ? [schema.split('/').at(-1)] : [];
    });
  expect(wired.map(([schema]) => schema.split('/').at(-1)).sort()).toEqual([...editorSchemas().keys()].sort());
  expect(schemasOf('content/works/frankenstein/work.md')).toEqual(['work.schema.json']);
  expect(schemasOf('content/works/frankenstein/chapter-5.md')).toEqual(['excerpt.schema.json']);
  expect(schemasOf('content/essays/a.md')).toEqual(['essay.schema.json']);
  expect(schemasOf('content/themes/a.md')).toEqual(['theme.schema.json']);
  expect(schemasOf('content/terms/a.md')).toEqual(['term.schema.json']);
  expect(schemasOf('content/lists/a.md')).toEqual(['list.schema.json']);
});

describe('snippets', () => {
  const snippets = readLoose('.vscode/gloss.code-snippets') as Record<
    string,
    { prefix: string; body: string | string[] }
  >;
  const expanded = (name: string) => {
    let text = [snippets[name]!.body].flat().join('\n');
    while (/\$\{\w+:/.test(text)) text = text.replace(/\$\{\w+:([^${}]*)\}/g, '$1');
    return text.replace(/\$0/g, '');
  };

  test('a note and its reference make a note with a lemma', () => {
    const text = `Here are the words it glosses${expanded('Reference to a note')}.`;
    const source = `---\ntitle: A\n---\n\n${text}\n\n${expanded('Omission')}${expanded('Speech')}Aye.\n\n${expanded('Note')}\n`;
    const { faults, notes } = compile(source, 'works/a/b.md');
    expect(faults).toEqual([]);
    expect(notes.map(({ label, lemma }) => ({ label, lemma }))).toEqual([
      { label: 'label', lemma: 'the words it glosses' },
    ]);
  });

  test('a quotation and quoted words name their passages', () => {
    const source = `---\ntitle: A\n---\n\nShe says ${expanded('Quoted words')} and then:\n\n${expanded('Quotation')}\n\n> Others.\n>\n${expanded('Attribution')}\n\nOn ${expanded('Theme')}.\n`;
    const { faults, quotations, links } = compile(source, 'essays/a.md');
    expect(faults.filter(({ code }) => code !== 'link-missing-file')).toEqual([]);
    expect(quotations.map(({ kind, text, link }) => [kind, text, links[link]?.target, links[link]?.anchor])).toEqual([
      ['inline', 'words', 'works/work/chapter-1.md', 'p1'],
      ['block', 'The words, to the letter.', 'works/work/chapter-1.md', 'p1'],
      ['block', 'Others.', 'works/work/chapter-1.md', 'p1'],
    ]);
  });

  test('no two have one prefix', () => {
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });
});
