import { emptyHandout, encodeHandout } from '../text/handout.ts';
import type { Essay, Excerpt } from './library.ts';
import { wordsOf } from './reading-list.ts';

/** Characters of a passage that an e-mail quotes; programs cut addresses of more than about 2,000. */
const longestQuotation = 300;

/**
 * What a reader can do with a question of a page: answer it by e-mail, with the passage that it is about, and set it
 * on a handout where it is about one.
 *
 * @param index Which of the questions of the page.
 * @param absolute Gives an address of the site its host.
 */
export async function discussionOf(
  page: Essay | Excerpt,
  index: number,
  absolute: (url: string) => string,
): Promise<{ mail: string; handout?: string }> {
  const { text, links } = page.document.questions[index]!;
  const named = links.map((link) => page.document.links[link]!).find(({ anchor }) => /^[pld]\d/.test(anchor));
  const excerpts = page.kind === 'essay' ? page.excerpts : [page];
  const excerpt = excerpts.find(({ path }) => path === named?.target);
  if (!named || !excerpt) return { mail: mailto(page.title, `${text}\n\n${absolute(page.url)}\n\n`) };
  const { anchor } = named;
  const all = wordsOf({ excerpt, anchor }).join('\n');
  const words = all.length > longestQuotation ? `${all.slice(0, longestQuotation).replace(/\s\S*$/, '')} …` : all;
  const body = `${text}\n\n“${words}”\n${absolute(named.href)}\n\n`;
  const passage = { excerpt: `${excerpt.work.slug}/${excerpt.slug}`, first: anchor, last: anchor, question: text };
  const handout = await encodeHandout({ ...emptyHandout(), passages: [passage] });
  return { mail: mailto(page.title, body), handout };
}

function mailto(subject: string, body: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
