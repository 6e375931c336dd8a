import type { Essay, Excerpt, List, LocatedQuotation, Work } from './library.ts';

type Thing = { '@type': string | string[] } & Record<string, unknown>;

const licence = 'https://creativecommons.org/licenses/by/4.0/';

/**
 * What a page is in the words of schema.org, for search engines: a work is a Book, an essay an Article with its
 * Quotations, and what is there to learn from is a LearningResource.
 *
 * @param absolute Gives an address of the site its host.
 */
export function structuredData(page: Essay | Excerpt | Work | List, absolute: (url: string) => string): Thing {
  const url = absolute(page.url);
  const common = { '@context': 'https://schema.org', '@id': url, url, inLanguage: 'en-GB', license: licence };
  const isPartOf = {
    '@type': 'WebSite',
    name: 'Gloss',
    url: absolute(page.url.replace(/(essays|works|lists)\/.*/, '')),
  };
  switch (page.kind) {
    case 'essay':
      return {
        '@type': ['Article', 'LearningResource'],
        ...common,
        isPartOf,
        headline: page.title,
        name: page.title,
        description: page.data.description,
        author: authorOfEssay(page.data.author),
        datePublished: page.data.published,
        dateModified: page.data.updated ?? page.data.published,
        wordCount: page.document.words,
        ...(page.data.level !== undefined && { educationalLevel: page.data.level }),
        teaches: [...page.themes, ...page.terms].map(({ title }) => title),
        about: page.works.map((work) => book(work, absolute)),
        citation: page.quotations.flatMap((quotation) => quotationOf(quotation, absolute)),
      };
    case 'excerpt':
      return {
        '@type': 'LearningResource',
        ...common,
        isPartOf,
        name: `${page.work.title}, ${page.place}: ${page.title}`,
        ...(page.data.summary !== undefined && { description: page.data.summary }),
        learningResourceType: 'annotated passage',
        teaches: [...page.themes, ...page.terms].map(({ title }) => title),
        isBasedOn: book(page.work, absolute),
        mainEntity: { '@type': 'Quotation', url, creator: person(page.work), isPartOf: book(page.work, absolute) },
      };
    case 'work':
      return {
        ...book(page, absolute),
        ...common,
        // The introduction is the site's, the work its author's.
        license: undefined,
        inLanguage: 'en',
        ...(page.data.summary !== undefined && { description: page.data.summary }),
        genre: page.data.form,
        copyrightNotice: page.data.rights.status === 'public-domain' ? 'In the public domain' : `© ${holder(page)}`,
        hasPart: page.excerpts.map((excerpt) => ({
          '@type': 'Quotation',
          name: `${page.title}, ${excerpt.place}`,
          url: absolute(excerpt.url),
        })),
      };
    case 'list':
      return {
        '@type': ['LearningResource', 'ItemList'],
        ...common,
        isPartOf,
        name: page.title,
        description: page.data.description,
        learningResourceType: 'reading list',
        educationalLevel: page.data.level,
        itemListElement: page.items.map((item, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          url: absolute(item.url),
        })),
      };
  }
}

/** JSON for a script element: no text in it can end the element or start a comment. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function book(work: Work, absolute: (url: string) => string): Thing {
  const { edition, year } = work.data;
  return {
    '@type': 'Book',
    '@id': absolute(work.url),
    name: work.title,
    author: person(work),
    datePublished: String(year),
    ...(edition && {
      workExample: {
        '@type': 'Book',
        name: edition.title,
        publisher: { '@type': 'Organization', name: edition.publisher },
        datePublished: String(edition.year),
      },
    }),
  };
}

function person({ data: { author } }: Work): Thing {
  return {
    '@type': 'Person',
    name: author.name,
    ...(author.born !== undefined && { birthDate: String(author.born) }),
    ...(author.died !== undefined && { deathDate: String(author.died) }),
  };
}

/** An author with an article before the name (“The editors of Gloss”) is a group. */
function authorOfEssay(name: string): Thing {
  return { '@type': name.startsWith('The ') ? 'Organization' : 'Person', name };
}

function quotationOf({ quotation, excerpt, anchors, url }: LocatedQuotation, absolute: (url: string) => string) {
  if (!excerpt) return [];
  const block = excerpt.passages.find(
    ({ id, lines }) => id === anchors[0] || lines?.some((line) => line.id === anchors[0]),
  );
  return [
    {
      '@type': 'Quotation',
      text: quotation.text,
      url: absolute(url),
      ...(block?.speaker !== undefined && { spokenByCharacter: { '@type': 'Person', name: block.speaker } }),
      isPartOf: { '@id': absolute(excerpt.work.url) },
    },
  ];
}

function holder({ data: { rights, author } }: Work): string {
  return rights.holder ?? author.name;
}
