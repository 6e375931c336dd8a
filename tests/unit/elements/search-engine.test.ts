import { beforeAll, describe, expect, it } from 'vitest';
import { find, load, type Options } from '../../../src/elements/search-engine.ts';
import type { Filters } from '../../../src/elements/search-filters.ts';
import { type Read, SearchIndex } from '../../../src/elements/search-index.ts';
import { foundSentence } from '../../../src/elements/search-sentences.ts';
import { absentFrom, indexOf, search, type IndexedPage } from './index-of.ts';

const note = (label: string, lemma: string, html: string) =>
  `<div class="note" role="doc-footnote" id="fn-${label}"><p class="lemma">${lemma}</p><p>${html}</p>` +
  `<p><a role="doc-backlink" href="#fnref-${label}">Back to “${lemma}”</a></p></div>`;
const block = (text: string, notes = '') => `<div class="block">${text}${notes}</div>`;

const pages: IndexedPage[] = [
  {
    path: 'works/frankenstein/chapter-5',
    title: 'The creation (Frankenstein, chapter 5)',
    summary: 'Victor Frankenstein looks at what he has made, and runs.',
    filters: {
      kind: ['passage', 'note'],
      work: ['frankenstein Frankenstein'],
      author: ['mary-shelley Mary Shelley'],
      theme: ['guilt Guilt', 'creation Creation'],
      form: ['prose'],
    },
    article:
      block(
        '<p id="p1">It was on a dreary night of November, that I beheld the accomplishment of my toils; by the half-extinguished light.</p>',
        note('dreary', 'dreary night', 'The weather puts <a href="/themes/guilt/">guilt</a> into the air.'),
      ) +
      block(
        '<p id="p2">Beautiful!—Great God! The yellow eye of the creature.</p>',
        note('creature', 'the creature', 'What is <a href="/themes/creation/">made</a> is owed to.'),
      ),
  },
  {
    path: 'works/hamlet/act-3-scene-1',
    title: 'To be, or not to be (Hamlet, act 3, scene 1)',
    filters: {
      kind: ['passage', 'note'],
      work: ['hamlet Hamlet'],
      author: ['william-shakespeare William Shakespeare'],
      form: ['drama'],
    },
    article: block(
      '<p class="speaker">Hamlet</p><p><span class="line" id="l56">To be, or not to be: that is the question:</span> ' +
        '<span class="line" id="l57">Whether ’tis nobler in the mind to suffer</span> ' +
        '<span class="line" id="l83">Thus conscience does make cowards of us all;</span></p>',
      note('conscience', 'conscience', 'Conscience is <em>guilt</em> with a vocabulary.'),
    ),
  },
  {
    path: 'works/macbeth/act-5-scene-1',
    title: 'The sleepwalker (Macbeth, act 5, scene 1)',
    filters: {
      kind: ['passage', 'note'],
      work: ['macbeth Macbeth'],
      author: ['william-shakespeare William Shakespeare'],
      form: ['drama'],
    },
    article:
      block('<p id="p27">I tell you yet again, Banquo’s buried; the son of a dear father murder’d.</p>') +
      block('<p id="p28">To-morrow Æneas couldn’t be consumèd, nor be or to not, for to be is not all.</p>'),
  },
  {
    path: 'themes/guilt',
    title: 'Guilt',
    summary: 'On guilt.',
    filters: { kind: ['theme'], theme: ['guilt Guilt'] },
    article:
      '<p id="p1">It knocks at gates and dulls the weather.</p><p id="p2">It keeps no secret from the creature.</p>',
  },
];

let read: Read;
beforeAll(async () => {
  read = await indexOf(pages);
});

describe('a search', () => {
  it('finds the passage first, then what a note says of it', async () => {
    expect(await search(read, 'the bit about dreary toils and weather')).toEqual([
      'text /works/frankenstein/chapter-5/#p1 It was on a [dreary] night of November, that I beheld the accomplishment of my [toils]; by the half-extinguished light.',
      'note /works/frankenstein/chapter-5/#fn-dreary [The weather] puts guilt into the air.',
    ]);
  });

  it('shows before a note the words that it is on', async () => {
    expect((await search(read, 'vocabulary')).slice(0, 2)).toEqual([
      'text /works/hamlet/act-3-scene-1/#l83 … be: that is the question: / Whether ’tis nobler in the mind to suffer / Thus [conscience] does make cowards of us all;',
      'note /works/hamlet/act-3-scene-1/#fn-conscience Conscience is guilt with a [vocabulary].',
    ]);
  });

  it('finds what a page is about, though it does not say so', async () => {
    expect(await search(read, 'what is guilt')).toContain(
      'theme /themes/guilt/#p1 It knocks at gates and dulls the weather.',
    );
  });
});

const first = async (query: string) => (await search(read, query))[0]?.split(' ').slice(0, 2).join(' ');

describe('what people type', () => {
  it.each([
    ['Banquo', 'text /works/macbeth/act-5-scene-1/#p27'],
    ['banquo’s', 'text /works/macbeth/act-5-scene-1/#p27'],
    ["couldn't", 'text /works/macbeth/act-5-scene-1/#p28'],
    ['couldn’t', 'text /works/macbeth/act-5-scene-1/#p28'],
    ['consumed', 'text /works/macbeth/act-5-scene-1/#p28'],
    ['aeneas', 'text /works/macbeth/act-5-scene-1/#p28'],
    ['Æneas', 'text /works/macbeth/act-5-scene-1/#p28'],
    ['tomorrow', 'text /works/macbeth/act-5-scene-1/#p28'],
    ['to-morrow', 'text /works/macbeth/act-5-scene-1/#p28'],
    ['murdered', 'text /works/macbeth/act-5-scene-1/#p27'],
    ['dear father murdered', 'text /works/macbeth/act-5-scene-1/#p27'],
    ['great god', 'text /works/frankenstein/chapter-5/#p2'],
    ['to be or not to be', 'text /works/hamlet/act-3-scene-1/#l56'],
    ['cowards of us all', 'text /works/hamlet/act-3-scene-1/#l83'],
    ['shakespeare cowards', 'text /works/hamlet/act-3-scene-1/#l83'],
  ])('finds %s', async (query, hit) => {
    expect(await first(query)).toBe(hit);
  });

  it('finds only where a phrase stands word by word', async () => {
    expect(await search(read, '"to be or not to be"')).toEqual([
      'text /works/hamlet/act-3-scene-1/#l56 Hamlet. [To be], [or not to be]: that is the question: / Whether ’tis nobler in the mind to suffer / Thus conscience does make cowards of us all;',
    ]);
    expect(await search(read, '"conscience guilt"')).toEqual([]);
    expect(await search(read, '"half extinguished light"')).toHaveLength(1);
    expect(await search(read, '"Beautiful Great God" eye')).toHaveLength(1);
    expect(await search(read, '"father murdered"')).toHaveLength(1);
  });

  it('says which words stand nowhere, and finds nothing by a shorter word or by those that stand everywhere', async () => {
    expect(await absentFrom(read, 'guilty zeppelins')).toEqual(['guilty', 'zeppelins']);
    expect(await search(read, 'zeppelins')).toEqual([]);
    expect(await search(read, 'the zeppelin of a')).toEqual([]);
    expect(await search(read, 'creatures zeppelin')).toHaveLength(2);
  });

  it('takes the last word for unfinished only while it may be', async () => {
    const found = await search(read, 'drea', { unfinished: true });
    expect(found[0]).toContain('[dreary]');
    expect(await search(read, 'drea')).toEqual([]);
  });

  it.each(['', '?!…—', '“”', '🙂', 'a', 'שלום', '<b>x</b>', '"', 'zz '.repeat(700)])('bears %j', async (query) => {
    expect(Array.isArray(await search(read, query))).toBe(true);
  });
});

describe('filters', () => {
  it('join values of one with or, and filters with and', async () => {
    const works = { work: ['hamlet', 'macbeth'] };
    const found = await search(read, 'buried conscience', { filters: works });
    expect(new Set(found.map((hit) => hit.split('/')[2]))).toEqual(new Set(['hamlet', 'macbeth']));
    expect(await search(read, 'buried conscience', { filters: { ...works, form: ['prose'] } })).toEqual([]);
  });

  it('take a name for its slug, and pass over what nothing has', async () => {
    expect(await search(read, 'dreary', { filters: { author: ['Mary Shelley'] } })).toHaveLength(1);
    expect(await search(read, 'dreary', { filters: { author: ['nobody'] } })).toHaveLength(1);
  });

  it('are of themes and terms, too, what is meant by them', async () => {
    const all = await search(read, 'the creature night', {});
    expect(await search(read, 'the creature night', { filters: { theme: ['nothing'] } })).toEqual(all);
    const own = await search(read, 'the creature night', { filters: { theme: ['creation'] } });
    expect(await search(read, 'the creature night', { filters: { theme: ['Creation'] } })).toEqual(own);
  });

  it('are counted by the pages that show something', async () => {
    const sentence = async (query: string, filters: Filters) => {
      const index = await SearchIndex.open(read);
      const answer = await find(query, index, { filters });
      return foundSentence(answer, await load(answer, index, 0, 10));
    };
    expect(await sentence('guilt', { kind: ['passage'] })).toBe('No passage has these words within what is chosen.');
    expect(await sentence('dreary', { theme: ['guilt'] })).toBe('Passages on one page.');
    expect(await sentence('', { theme: ['nothing'] })).toBe('Type a word, or a phrase in quotation marks.');
    expect(await sentence('', { work: ['hamlet'], theme: ['creation'] })).toBe('Nothing has all that is chosen.');
  });

  it('leave only notes, or only texts', async () => {
    const kinds = async (kind: string) =>
      (await search(read, 'guilt creature', { filters: { kind: [kind] } })).map((hit) => hit.split(' ')[0]);
    expect(new Set(await kinds('note'))).toEqual(new Set(['note']));
    expect(new Set(await kinds('passage'))).toEqual(new Set(['text']));
    expect(new Set(await kinds('theme'))).toEqual(new Set(['theme']));
  });

  it('leave of an excerpt the passages whose notes speak to a theme', async () => {
    const hits = await search(read, 'the creature night', { filters: { theme: ['creation'] } });
    expect(hits.map((hit) => hit.split(' ')[1])).toEqual(['/works/frankenstein/chapter-5/#p2']);
  });

  it('answer alone, with every note that has what is chosen', async () => {
    expect(await search(read, '', { filters: { theme: ['guilt'] } })).toEqual([
      'theme /themes/guilt/#p1 It knocks at gates and dulls the weather.',
      'text /works/frankenstein/chapter-5/#p1 It was on a dreary night of November, that I beheld the accomplishment of my toils; by the half-extinguished light.',
      'note /works/frankenstein/chapter-5/#fn-dreary The weather puts guilt into the air.',
    ]);
  });
});

it('pages come as the works run where that is asked for', async () => {
  const index = await SearchIndex.open(read);
  const order = async (sort: 'order' | 'relevance') => {
    const answer = await find('creature yellow', index, { sort });
    return (await load(answer, index, 0, 10)).hits.map(({ text }) => text.url);
  };
  const [theme, excerpt] = ['/themes/guilt/', '/works/frankenstein/chapter-5/'];
  expect(await order('order')).toEqual([theme, excerpt]);
  expect(await order('relevance')).toEqual([excerpt, theme]);
});

it('a page that cannot be read is counted, and where none can, that is an error', async () => {
  const index = await SearchIndex.open(read);
  const answer = await find('creature', index);
  const missing =
    (fails: (path: string) => boolean): Read =>
    async (path) =>
      fails(path) ? Promise.reject(new Error('404')) : read(path);
  let fragments = 0;
  const half = await SearchIndex.open(missing((path) => path.startsWith('fragment/') && fragments++ === 0));
  expect((await load(await find('creature', half), half, 0, 10)).lost).toBe(1);
  const none = await SearchIndex.open(missing((path) => path.startsWith('fragment/')));
  await expect(load(answer, none, 0, 10)).rejects.toThrow('No page of the index can be read');
});

describe('in a large library', () => {
  const filler = 'the weather of it was as it is, and they went on to the house of a friend or to be alone by the sea';
  const library = Array.from({ length: 520 }, (_, number): IndexedPage => {
    const aligned = number % 13 === 0 ? 'the chase of no whale at all' : 'chase whale';
    const words = number === 260 ? 'in the chase of a whale' : aligned;
    return {
      path: `works/work-${number % 20}/chapter-${number}`,
      title: `Chapter ${number}`,
      filters: { kind: ['passage'], work: [`work-${number % 20}`] },
      article: block(`<p id="p1">${filler}. Number${number} ${words}.</p>`),
    };
  });
  let whole: Read;
  beforeAll(async () => {
    whole = await indexOf(library);
  }, 60_000);

  /** The files that a search and its first five pages of hits have read, after the lists. */
  async function filesFor(
    query: string,
    options: Options = {},
  ): Promise<{ words: number; pages: number; hits: string[] }> {
    const files: string[] = [];
    const index = await SearchIndex.open((path) => {
      files.push(path.split('/')[0]!);
      return whole(path);
    });
    const answer = await find(query, index, options);
    const { hits } = await load(answer, index, 0, 5);
    const count = (kind: string) => files.filter((file) => file === kind).length;
    return { words: count('index'), pages: count('fragment'), hits: hits.map(({ text }) => text.url) };
  }

  it('a word reads one file of the index, and the pages that are shown', async () => {
    expect(await filesFor('number77')).toEqual({ words: 1, pages: 1, hits: ['/works/work-17/chapter-77/'] });
    expect(await filesFor('weather')).toMatchObject({ words: 1, pages: 5 });
  });

  it('a phrase reads another of its words before pages that do not have it', async () => {
    const hits = ['/works/work-0/chapter-260/'];
    expect(await filesFor('"the chase of a whale"')).toEqual({ words: 5, pages: 1, hits });
  });
});
