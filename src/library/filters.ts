import type { Essay, Excerpt, Term, Theme } from './library.ts';

/** What search results are narrowed by. */
type Filters = Record<'kind' | 'work' | 'author' | 'theme' | 'term' | 'form', string[]>;

/** What a page is found under in search: of each filter its values, as the slug for addresses and the name for eyes. */
export function filtersOf(page: Excerpt | Essay | Theme | Term): Partial<Filters> {
  const value = ({ slug, title }: { slug: string; title: string }) => `${slug} ${title}`;
  if (page.kind === 'theme' || page.kind === 'term') return { kind: [page.kind], [page.kind]: [value(page)] };
  const works = page.kind === 'essay' ? page.works : [page.work];
  return {
    kind: page.kind === 'essay' ? ['essay'] : ['passage', 'note'],
    work: works.map(value),
    author: [...new Set(works.map(({ data }) => `${slugOf(data.author.name)} ${data.author.name}`))],
    theme: page.themes.map(value),
    term: page.terms.map(value),
    ...(page.kind === 'excerpt' && { form: [page.data.form] }),
  };
}

/** A name as it stands in an address: `mary-shelley`. */
function slugOf(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return letters.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
}
