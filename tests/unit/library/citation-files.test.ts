import { CSLExporter, parse, RISParser } from 'biblatex-csl-converter';
import { expect, test } from 'vitest';
import { bibtex, cslJson, ris } from '../../../src/library/citation-files.ts';
import type { CslItem } from '../../../src/library/citation.ts';

const poem: CslItem = {
  id: 'keats-poems-ode',
  type: 'chapter',
  title: 'Ode to a Nightingale',
  'container-title': 'Poetry & Prose, 50% off_{x}',
  author: [{ family: 'Brontë', given: 'Émilie' }],
  editor: [{ family: 'Mowat', given: 'Barbara A.' }],
  issued: { 'date-parts': [[2020]] },
  'original-date': { 'date-parts': [[1819]] },
  publisher: 'Standard Ebooks',
  language: 'en',
  URL: 'https://example.com/works/keats-poems/ode/',
};

const essay: CslItem = {
  id: 'the-monster-reads',
  type: 'webpage',
  title: 'The monster reads',
  'container-title': 'Gloss',
  author: [{ literal: 'The editors of Gloss' }],
  issued: { 'date-parts': [[2026, 11, 22]] },
  abstract: 'One line\nand another.',
  keyword: 'Guilt, Being human',
  language: 'en-GB',
  URL: 'https://example.com/essays/the-monster-reads/',
};

test('a BibTeX entry of a poem', () => {
  expect(bibtex(poem)).toBe(`@incollection{keats-poems-ode,
  author = {Brontë, Émilie},
  title = {{Ode to a Nightingale}},
  booktitle = {Poetry \\& Prose, 50\\% off\\_\\{x\\}},
  editor = {Mowat, Barbara A.},
  publisher = {Standard Ebooks},
  year = {2020},
  origdate = {1819},
  url = {https://example.com/works/keats-poems/ode/}
}
`);
});

test('a BibTeX entry is read back by another program with nothing lost', () => {
  const { entries, errors } = parse(bibtex(poem), { processUnexpected: true, processUnknown: true }) as never;
  expect(errors).toEqual([]);
  const [item] = Object.values(new CSLExporter(entries).parse());
  expect(item).toMatchObject({
    type: 'chapter',
    title: '<span class="nocase">Ode to a Nightingale</span>',
    'container-title': 'Poetry & prose, 50% off_{x}',
    author: [{ family: 'Brontë', given: 'Émilie' }],
    editor: [{ family: 'Mowat', given: 'Barbara A.' }],
    issued: { 'date-parts': [[2020]] },
    'original-date': { 'date-parts': [[1819]] },
    publisher: 'Standard Ebooks',
    URL: 'https://example.com/works/keats-poems/ode/',
  });
});

test('a RIS record is read back by another program with nothing lost', () => {
  const [item] = Object.values(new CSLExporter(new RISParser(ris(essay)).parse().entries).parse());
  expect(item).toMatchObject({
    type: 'webpage',
    title: 'The monster reads',
    'container-title': 'Gloss',
    abstract: 'One line and another.',
    URL: 'https://example.com/essays/the-monster-reads/',
    language: 'en-GB',
  });
});

test('a line break in a value does not start another RIS tag', () => {
  expect(ris({ ...essay, title: 'A\nER  - \nTY  - BOOK' }).match(/^(TY|ER)/gm)).toEqual(['TY', 'ER']);
});

test('CSL-JSON is the list of the one item', () => {
  expect(JSON.parse(cslJson(essay))).toEqual([essay]);
});
