import { expect, test } from 'vitest';
import { jsonForScript, structuredData } from '../../../src/library/structured-data.ts';
import { libraryOf, shelf } from './sources.ts';

const absolute = (url: string) => `https://example.com${url}`;

test('an essay is an article to learn from, with its quotations and who speaks them', () => {
  const { essays } = libraryOf({
    'essays/grey.md': shelf['essays/grey.md']!.replace('questions:', 'level: A level\nquestions:'),
  });
  expect(structuredData(essays[0]!, absolute)).toEqual({
    '@type': ['Article', 'LearningResource'],
    '@context': 'https://schema.org',
    '@id': 'https://example.com/essays/grey/',
    url: 'https://example.com/essays/grey/',
    inLanguage: 'en-GB',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isPartOf: { '@type': 'WebSite', name: 'Gloss', url: 'https://example.com/' },
    headline: 'Grey',
    name: 'Grey',
    description: 'On grey.',
    author: { '@type': 'Person', name: 'A Critic' },
    datePublished: '2026-01-02',
    dateModified: '2026-01-02',
    wordCount: essays[0]!.document.words,
    educationalLevel: 'A level',
    teaches: ['Guilt'],
    about: [
      {
        '@type': 'Book',
        '@id': 'https://example.com/works/book/',
        name: 'Book',
        author: { '@type': 'Person', name: 'Ann Author' },
        datePublished: '1900',
      },
    ],
    citation: [
      {
        '@type': 'Quotation',
        text: 'The sea was grey',
        url: expect.stringMatching(/^https:\/\/example\.com\/works\/book\/chapter-2\/#p3/) as string,
        isPartOf: { '@id': 'https://example.com/works/book/' },
      },
    ],
  });
});

test('a work is a book and no writing of the site', () => {
  const { works } = libraryOf();
  const data = JSON.parse(jsonForScript(structuredData(works[0]!, absolute))) as Record<string, unknown>;
  expect(data).toMatchObject({
    '@type': 'Book',
    name: 'Book',
    genre: 'novel',
    copyrightNotice: 'In the public domain',
  });
  expect(data).not.toHaveProperty('license');
});

test('no text in it can end the script that holds it', () => {
  const hostile = '</script><script>alert(1)</script><!--';
  const { excerpts } = libraryOf({
    'works/book/chapter-2.md': shelf['works/book/chapter-2.md']!.replace('The second', `'${hostile}'`),
  });
  const excerpt = excerpts.find(({ slug }) => slug === 'chapter-2')!;
  const json = jsonForScript(structuredData(excerpt, absolute));
  expect(json).not.toContain('<');
  expect(JSON.parse(json)).toHaveProperty('name', `Book, chapter 2: ${hostile}`);
});
