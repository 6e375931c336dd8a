import { renameSync, rmSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { beginAhead } from '../library/compilation.ts';
import { type Work, work } from '../library/work.ts';
import { keepBodies } from './bodies.ts';
import { forgetOldCode } from './code-cache.ts';
import { rememberDigests } from './digests.ts';
import { growFreely } from './heap.ts';
import { claim } from './lock.ts';
import { reusableIn } from './materials.ts';
import { requirePlace } from './place.ts';
import { publicationOf } from './publication.ts';
import { digestOf, keepReceipt, keptReceipt, receiptOf } from './receipt.ts';

/**
 * Builds and publishes the site; says what that took, which is nothing where it stands there already, made of the same
 * files. Where only content has changed, what is not made of it is taken from the site that stands there. Throws a
 * PlaceError, a LockedError, and what Astro throws. A site that was built while its sources changed is built again the
 * next time.
 */
export async function buildSite(): Promise<Work | undefined> {
  const { OUT: out = 'dist', CONTENT: content = 'content', BASE: base = '/' } = process.env;
  const root = process.cwd();
  requirePlace(out, root);
  const cache = resolve('.cache', out);
  const [published, file] = [resolve(out), resolve(cache, 'receipt.json')];
  const [now, before] = [receiptOf(root, published), keptReceipt(file)];
  const isOfThisCode = now.code === before.code && now.site === before.site;
  if (isOfThisCode && now.content === before.content) return undefined;
  claim(publicationOf(published).lock);
  const { folder, materials, nextMaterials } = reusableIn(cache);
  if (!isOfThisCode) rmSync(folder, { recursive: true, force: true });
  // Astro puts the slashes that are missing, too.
  const { documents } = beginAhead({ root, content, base: posix.join('/', base, '/'), cache });
  growFreely(documents.length);
  rememberDigests();
  keepBodies();
  // Where there is nothing to do, there is no need to load it.
  const { build } = await import('astro');
  // Astro would list every page and file, and say that it did not write them.
  await build({ logLevel: 'warn' });
  renameSync(nextMaterials, materials);
  keepReceipt(file, { ...now, site: digestOf(published) });
  forgetOldCode(resolve('.cache/code'));
  return work();
}
