import { resolve } from 'node:path';
import { type AstroInlineConfig, build } from 'astro';
import { isKept, keepReceipt, receiptOf } from './receipt.ts';

/**
 * Builds and publishes the site, unless it stands there already, made of the same files; says which in its answer.
 * Throws what Astro throws. A site that was built while its sources changed is built again the next time.
 */
export async function buildSite(config: AstroInlineConfig = {}): Promise<'built' | 'unchanged'> {
  const out = process.env['OUT'] ?? 'dist';
  const [root, site, file] = [process.cwd(), resolve(out), resolve('.cache', out, 'receipt.json')];
  const before = await receiptOf(root, site);
  if (await isKept(file, before)) return 'unchanged';
  await build(config);
  const { outputs } = await receiptOf(root, site);
  await keepReceipt(file, { inputs: before.inputs, outputs });
  return 'built';
}
