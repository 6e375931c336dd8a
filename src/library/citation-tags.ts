import type { Essay, Excerpt } from './library.ts';
import { itemOf } from './citation.ts';

/**
 * The Highwire Press tags that Zotero, Mendeley and Google Scholar read, in order. An excerpt is a part of its book,
 * since a title inside a book is what these tags can say of it; Zotero saves it as a book section. An essay says
 * `z:itemType`, without which Zotero takes anything with a title for a journal article.
 *
 * @param url The page's address with its host.
 */
export function citationTags(page: Essay | Excerpt, url: string): [name: string, content: string][] {
  const item = itemOf(page, url);
  const [year, month, day] = item.issued['date-parts'][0];
  const date = [year, month, day].filter((part) => part !== undefined).map((part) => String(part).padStart(2, '0'));
  const book = item['container-title'] ?? item.title;
  const names = item.author.map((name) => ('literal' in name ? name.literal : `${name.family}, ${name.given}`));
  return [
    ['citation_title', page.kind === 'essay' || item.type === 'chapter' ? item.title : capitalized(page.place)],
    ...names.map((name): [string, string] => ['citation_author', name]),
    ['citation_publication_date', date.join('/')],
    ...(page.kind === 'essay'
      ? ([
          ['citation_online_date', date.join('/')],
          ['z:itemType', 'webpage'],
        ] satisfies [string, string][])
      : ([['citation_inbook_title', book]] satisfies [string, string][])),
    ...(item.publisher === undefined ? [] : ([['citation_publisher', item.publisher]] satisfies [string, string][])),
    ['citation_language', item.language],
    ...page.themes.map(({ title }): [string, string] => ['citation_keywords', title]),
    ['citation_public_url', url],
  ];
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
