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

/** The addresses of all pages of a built site, in their order; throws when there are none, where no test could fail. */
export function pageAddressesOf(site: Site): string[] {
  const files = addressesOf(site).filter((address) => address.endsWith('.html'));
  if (files.length === 0) throw new Error(`There are no pages in ${site.out}.`);
  return files.map((file) => file.replace(/(?<=\/)index\.html$/, '')).sort();
}

const pages = new Map<string, Page[]>();

/** All pages of a built site, in the order of their addresses; throws when there are none. They are read once. */
export function pagesOf(site: Site): Page[] {
  if (!pages.has(site.out)) pages.set(site.out, readPages(site));
  return pages.get(site.out)!;
}

function readPages(site: Site): Page[] {
  return pageAddressesOf(site).map((address) => {
    const html = htmlOf(site, address);
    let tree: Root | undefined;
    // To parse a page takes longer than most of what is asked of it.
    return {
      address,
      html,
      get tree() {
        return (tree ??= fromHtml(html));
      },
    };
  });
}

/** The file of a page, given by its address with the base. */
export function htmlOf({ out, base }: Site, address: string): string {
  return readFileSync(join(root, out, address.slice(base.length), address.endsWith('/') ? 'index.html' : ''), 'utf8');
}
