import { selectAll } from 'hast-util-select';

import type { PageFault } from './faults.ts';
import type { Page } from './pages.ts';

/** Attributes that name another file, by the elements that have them. */
const links = { href: 'a, link, area, use', src: 'img, script, source, iframe', cite: 'blockquote, q' };

/**
 * The links of a site's pages that lead nowhere: to no file, out of the base, or to an anchor that its page lacks; each
 * with what is wrong. Addresses of other hosts are left alone.
 *
 * @param addresses Addresses of all files of the site, from the host on.
 * @param origin Where the site will be served, for links that name its host.
 */
export function deadLinks(pages: Page[], addresses: string[], origin: string, base: string): PageFault[] {
  const files = new Set(addresses);
  const anchors = new Map(pages.map(({ address, tree }) => [address, anchorsOf(tree)]));

  return pages.flatMap(({ address, tree }) =>
    linksOf(tree).flatMap((link) => {
      const fault = faultOf(new URL(link, origin + address));
      return fault ? [{ what: `${link}: ${fault}`, where: address }] : [];
    }),
  );

  function faultOf(url: URL): string | undefined {
    if (url.origin !== origin) return undefined;
    if (!url.pathname.startsWith(base)) return 'out of the base';
    const path = decodeURI(url.pathname);
    if (!files.has(path.endsWith('/') ? `${path}index.html` : path)) return 'no such file';
    // A handout is written in its address.
    if (path === `${base}handout/`) return undefined;
    // The part after `:~:` is a text fragment, which refines an anchor.
    const anchor = decodeURIComponent(url.hash.slice(1).split(':~:')[0] ?? '');
    if (anchor && !anchors.get(path)?.has(anchor)) return 'no such anchor';
    return undefined;
  }
}

function linksOf(tree: Page['tree']): string[] {
  return Object.entries(links).flatMap(([attribute, elements]) =>
    selectAll(elements, tree)
      .map((element) => element.properties[attribute])
      .filter((value) => typeof value === 'string'),
  );
}

function anchorsOf(tree: Page['tree']): Set<unknown> {
  return new Set(selectAll('[id]', tree).map((element) => element.properties['id']));
}
