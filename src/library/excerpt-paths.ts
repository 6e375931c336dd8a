import type { Excerpt } from './library.ts';
import { materialOf } from './material.ts';
import { digestOf, getShelf } from './shelf.ts';

const materials = new WeakMap<Excerpt, string | undefined>();

/**
 * The paths of a route that has a page or a file for each excerpt. Of each it says what that is made of, so that a
 * build can take from the last site what would be the same.
 */
export async function getStaticPaths() {
  const { excerpts } = await getShelf();
  return excerpts.map((excerpt) => {
    if (!materials.has(excerpt)) materials.set(excerpt, materialOf(excerpt, digestOf));
    const cacheKey = materials.get(excerpt);
    return {
      params: { work: excerpt.work.slug, excerpt: excerpt.slug },
      props: { excerpt },
      ...(cacheKey !== undefined && { cacheKey }),
    };
  });
}
