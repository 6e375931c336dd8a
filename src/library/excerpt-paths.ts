import type { Excerpt } from './library.ts';
import { materialOf } from './material.ts';
import { digestOf, getShelf } from './shelf.ts';

const materials = new WeakMap<Excerpt, string | undefined>();

/** What the page of an excerpt and its files are made of; undefined where that could be anything. */
export function materialOfExcerpt(excerpt: Excerpt): string | undefined {
  if (!materials.has(excerpt)) materials.set(excerpt, materialOf(excerpt, digestOf));
  return materials.get(excerpt);
}

/**
 * The paths of a route that has a page or a file for each excerpt. Of each it says what that is made of, so that a
 * build can take from the last site what would be the same.
 */
export async function getStaticPaths() {
  const { excerpts } = await getShelf();
  return excerpts.map((excerpt) => {
    const cacheKey = materialOfExcerpt(excerpt);
    return {
      params: { work: excerpt.work.slug, excerpt: excerpt.slug },
      props: { excerpt },
      ...(cacheKey !== undefined && { cacheKey }),
    };
  });
}
