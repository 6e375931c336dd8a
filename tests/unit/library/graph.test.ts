import { describe, expect, it } from 'vitest';
import { catalogue, essayData, excerptData } from '../../../src/library/data.ts';
import { codes, libraryOf, shelf } from './sources.ts';

describe('the library', () => {
  it('orders excerpts as they stand in the work and ties each to the next', () => {
    const [first, second] = libraryOf().excerpts;
    expect([first?.slug, second?.slug]).toEqual(['chapter-1', 'chapter-2']);
    expect(first?.next).toBe(second);
    expect(second?.previous).toBe(first);
  });

  it('makes a note an occurrence of the themes and terms that it links to, in the order of the work', () => {
    const { themes, terms } = libraryOf();
    expect(themes[0]?.occurrences.map(({ url, anchor }) => [url, anchor])).toEqual([
      ['/works/book/chapter-1/#fn-night', 'p1'],
      ['/works/book/chapter-2/#fn-grey', 'p3'],
    ]);
    expect(terms[0]?.occurrences.map(({ url }) => url)).toEqual(['/works/book/chapter-2/#fn-grey']);
  });

  it('makes an essay about what it links to', () => {
    const [essay] = libraryOf().essays;
    expect(essay?.works.map(({ slug }) => slug)).toEqual(['book']);
    expect(essay?.themes.map(({ slug }) => slug)).toEqual(['guilt']);
    expect(essay?.excerpts.map(({ slug }) => slug)).toEqual(['chapter-2']);
  });

  it('shows an excerpt which essays quote it, with the sentence', () => {
    const excerpt = libraryOf().excerpts[1];
    expect(
      excerpt?.quotedIn.map(({ page, url, anchors, text, sentence }) => [page.slug, url, anchors, text, sentence]),
    ).toEqual([['grey', '/essays/grey/#q1', ['p3'], 'The sea was grey', 'He says “The sea was grey”, out of guilt.']]);
  });

  it('puts the base before every address', () => {
    const library = libraryOf({}, { base: '/gloss/' });
    const { url, notes } = excerptData(library.excerpts[1]!);
    expect([url, ...notes[0]!.links]).toEqual([
      '/gloss/works/book/chapter-2/',
      '/gloss/terms/metaphor/',
      '/gloss/themes/guilt/',
    ]);
    expect(JSON.stringify(catalogue(library))).not.toMatch(/"\/(?!gloss\/)/);
  });

  it('leaves drafts out unless they are asked for', () => {
    const draft = shelf['essays/grey.md']!.replace('published', 'draft: true\npublished');
    expect(libraryOf({ 'essays/grey.md': draft }).essays).toEqual([]);
    expect(libraryOf({ 'essays/grey.md': draft }, { drafts: true }).essays).toHaveLength(1);
  });

  it('holds two works of one title apart by their addresses', () => {
    const { works, faults } = libraryOf({ 'works/book-two/work.md': shelf['works/book/work.md'] });
    expect(works.map(({ url, title }) => [url, title])).toEqual([
      ['/works/book-two/', 'Book'],
      ['/works/book/', 'Book'],
    ]);
    expect(faults).toEqual([]);
  });
});

describe('published data', () => {
  it('of an excerpt', () => {
    expect(excerptData(libraryOf().excerpts[1]!)).toEqual({
      url: '/works/book/chapter-2/',
      title: 'The second',
      work: {
        url: '/works/book/',
        slug: 'book',
        title: 'Book',
        year: 1900,
        author: { name: 'Ann Author', sort: 'Author, Ann' },
        rights: { status: 'public-domain' },
      },
      locator: { chapter: 2 },
      form: 'prose',
      summary: '',
      questions: [],
      words: 9,
      blocks: [
        { id: 'p3', kind: 'paragraph', text: 'The sea was grey that day.' },
        { id: null, kind: 'omission', text: '[…]' },
        { id: 'p9', kind: 'paragraph', text: 'He went home.' },
      ],
      notes: [
        {
          id: 'fn-grey',
          block: 'p3',
          lemma: 'grey',
          text: 'A metaphor of guilt.',
          html: '<p>A <a href="/terms/metaphor/">metaphor</a> of <a href="/themes/guilt/">guilt</a>.</p>',
          themes: ['guilt'],
          terms: ['metaphor'],
          links: ['/terms/metaphor/', '/themes/guilt/'],
        },
      ],
      quotedIn: [{ url: '/essays/grey/#q1', title: 'Grey', blocks: ['p3'], text: 'The sea was grey' }],
      themes: ['guilt'],
      terms: ['metaphor'],
    });
  });

  it('of drama: speeches with shared lines, and speeches in prose', () => {
    const source = `---\ntitle: A scene\nlocator: { act: 5, scene: 5 }\nform: drama\nfirst: 15\n---

**Macbeth** Wherefore was that cry?\\

**Seyton**   The queen, my lord, is dead.

*Exit.*

**Doctor** In prose.\n`;
    const { excerpts } = libraryOf({ 'works/book/scene.md': source });
    expect(excerptData(excerpts.find(({ slug }) => slug === 'scene')!).blocks).toEqual([
      {
        id: null,
        kind: 'speech',
        speaker: 'Macbeth',
        text: 'Wherefore was that cry?',
        lines: [{ id: 'l15', text: 'Wherefore was that cry?', part: 'first' }],
      },
      {
        id: null,
        kind: 'speech',
        speaker: 'Seyton',
        text: 'The queen, my lord, is dead.',
        lines: [{ id: 'l15-2', text: 'The queen, my lord, is dead.', part: 'last' }],
      },
      { id: 'd1', kind: 'direction', text: 'Exit.' },
      { id: 'p1', kind: 'speech', speaker: 'Doctor', text: 'In prose.' },
    ]);
  });

  it('of an essay', () => {
    const [essay] = libraryOf().essays;
    expect({ ...essayData(essay!), quotations: [] }).toEqual({
      url: '/essays/grey/',
      title: 'Grey',
      description: 'On grey.',
      author: 'A Critic',
      published: '2026-01-02',
      updated: null,
      words: 12,
      spoilers: [],
      level: null,
      works: ['book'],
      themes: ['guilt'],
      terms: [],
      quotations: [],
      questions: [
        {
          text: 'Why here?',
          html: 'Why <a href="/works/book/chapter-2/#p9">here</a>?',
          links: ['/works/book/chapter-2/#p9'],
        },
      ],
    });
    expect(essayData(essay!).quotations).toMatchObject([
      { text: 'The sea was grey', passage: '/works/book/chapter-2/#p3', kind: 'inline' },
    ]);
  });
});

describe('links between files', () => {
  it.each([
    ['a file that is not there', '[x](../themes/guild.md)', 'link-missing-file', 'themes/guilt.md'],
    ['a paragraph that is not there', '[x](../works/book/chapter-2.md#p4)', 'link-missing-anchor', '`p3`, `p9`'],
    ['a note that is not there', '[x](../works/book/chapter-2.md#fn-gray)', 'link-missing-anchor', '`fn-grey`'],
  ])('to %s', (_, link, code, hint) => {
    const library = libraryOf({ 'essays/grey.md': shelf['essays/grey.md']!.replace(/It begins[^]*/, `${link}\n`) });
    expect(codes(library)).toEqual([`essays/grey.md:10:1 ${code}`]);
    expect(library.faults[0]?.message).toContain(hint);
  });

  it('to a note, a heading and the page itself are good', () => {
    const body = '## A heading\n\n[a](../works/book/chapter-2.md#fn-grey) [b](#a-heading) [c](#p1)\n';
    expect(codes(libraryOf({ 'essays/grey.md': shelf['essays/grey.md']!.replace(/It begins[^]*/, body) }))).toEqual([]);
  });

  it('an excerpt without its work, and numbers that do not fit its runs, are faults', () => {
    const excerpt = shelf['works/book/chapter-2.md']!;
    expect(codes(libraryOf({ 'works/other/chapter-1.md': excerpt }))).toContain(
      'works/other/chapter-1.md:1:1 work-missing',
    );
    expect(codes(libraryOf({ 'works/book/chapter-2.md': excerpt.replace('[3, 9]', '[3, 9, 12]') }))).toContain(
      'works/book/chapter-2.md:5:1 first-mismatch',
    );
  });
});
