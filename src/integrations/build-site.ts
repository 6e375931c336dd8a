import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type AstroInlineConfig, build } from 'astro';
import { type Work, work } from '../library/work.ts';
import { requirePlace } from './place.ts';
import { keepReceipt, keptReceipt, receiptOf } from './receipt.ts';
import { materialsOf } from './reuse.ts';

/**
 * Builds and publishes the site; says what that took, which is nothing where it stands there already, made of the same
 * files. Where only content has changed, what is not made of it is taken from the site that stands there. Throws a
 * PlaceError, and what Astro throws. A site that was built while its sources changed is built again the next time.
 */
export async function buildSite(config: AstroInlineConfig = {}): Promise<Work | undefined> {
  const out = process.env['OUT'] ?? 'dist';
  const root = process.cwd();
  requirePlace(out, root);
  const cache = resolve('.cache', out);
  const [published, file] = [resolve(out), resolve(cache, 'receipt.json')];
  const [now, before] = [receiptOf(root, published), keptReceipt(file)];
  const isOfThisCode = now.code === before.code && now.site === before.site;
  if (isOfThisCode && now.content === before.content) return undefined;
  const materials = materialsOf(cache);
  if (!isOfThisCode) await rm(materials.last, { force: true });
  // Astro would list every page and file, and say that it did not write them.
  await build({ logLevel: 'warn', ...config });
  await rename(materials.next, materials.last);
  const { site } = receiptOf(root, published);
  keepReceipt(file, { ...now, site });
  return work();
}
