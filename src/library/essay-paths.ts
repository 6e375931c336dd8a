import type { Essay } from './library.ts';
import { materialOfEssay } from './material.ts';
import { digestOf, getShelf } from './shelf.ts';

const materials = new WeakMap<Essay, string>();

/** The paths of a route that has a page or a file for each essay, with what that is made of, as for excerpts. */
export async function getStaticPaths() {
  const shelf = await getShelf();
  return shelf.essays.map((essay) => {
    const cacheKey = materials.get(essay) ?? materialOfEssay(essay, shelf, digestOf);
    materials.set(essay, cacheKey);
    return { params: { essay: essay.slug }, props: { essay }, cacheKey };
  });
}
