import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

import { root, type Site } from './sites.ts';

/** A built page. */
export interface Page {
  /** Its address from the host on, with the base: `/gloss/works/`; of the error page, `/gloss/404.html`. */
  address: string;
  html: string;
  tree: Root;
}

/** The paths of all files of a built site, as addresses from the host on. */
export function addressesOf({ out, base }: Site): string[] {
  const files = globSync('**/*', { cwd: join(root, out), withFileTypes: true }).filter((entry) => entry.isFile());
  const folder = join(root, out);
  return files.map(
    (entry) =>
      base +
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
  );
}

/** All pages of a built site, in the order of their addresses; throws when there are none, where no test could fail. */
export function pagesOf(site: Site): Page[] {
  const files = addressesOf(site).filter((address) => address.endsWith('.html'));
  if (files.length === 0) throw new Error(`There are no pages in ${site.out}.`);
  return files.sort().map((file) => {
    const html = readFileSync(join(root, site.out, file.slice(site.base.length)), 'utf8');
    return { address: file.replace(/(?<=\/)index\.html$/, ''), html, tree: fromHtml(html) };
  });
}
