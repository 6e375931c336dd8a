import type { Document } from '../markdown/document.ts';
import type { Fault } from '../markdown/fault.ts';
import { resolvePath } from '../markdown/address.ts';
import type { BuildOptions } from './build.ts';
import { faultIn } from './faults.ts';
import type { Library, Page } from './library.ts';
import { nearest } from './nearest.ts';
import { retiredLinkFault } from './retired-links.ts';

/** The ids on a page that a link may name. */
export function anchorsOf(page: Page): Set<string> {
  const { document } = page;
  const ids = document.notes.flatMap(({ label }) => [`fn-${label}`, `fnref-${label}`]);
  for (const [, id = ''] of document.html.matchAll(/\sid="([^"]+)"/g)) ids.push(id);
  if (page.kind === 'excerpt')
    for (const { id, lines } of page.passages)
      ids.push(...[id, ...(lines ?? []).map((line) => line.id)].filter((name) => name !== null));
  return new Set(ids);
}

/** Links to files, anchors and pictures that are not there, and related slugs and spoilers that name nothing. */
export function linkFaults(documents: Document[], library: Library, { pictures }: BuildOptions): Fault[] {
  const paths = new Set(documents.map(({ path }) => path));
  const anchors = new Map<string, Set<string>>();
  const anchorsAt = (page: Page) => {
    const known = anchors.get(page.path) ?? anchorsOf(page);
    anchors.set(page.path, known);
    return known;
  };
  return documents.flatMap((document) => [...linksOf(document), ...picturesOf(document), ...slugsOf(document)]);

  function linksOf(document: Document): Fault[] {
    return document.links.flatMap((link) => {
      const { target, anchor, place } = link;
      if (target === '') return [];
      const retired = retiredLinkFault(document, link, library);
      if (retired) return [retired];
      if (!paths.has(target)) {
        const near = nearest(target, paths);
        const message = `Unexpected link to \`content/${target}\`, which is not there${near ? `; expected perhaps \`content/${near}\`` : ''}.`;
        return [faultIn(document, 'link-missing-file', message, place)];
      }
      const page = library.pages.get(target);
      if (!page || anchor === '' || anchorsAt(page).has(anchor)) return [];
      const message = `Unexpected anchor \`#${anchor}\`, which \`content/${target}\` does not have; expected ${range(anchorsAt(page), anchor)}.`;
      return [faultIn(document, 'link-missing-anchor', message, place)];
    });
  }

  function picturesOf(document: Document): Fault[] {
    if (!pictures) return [];
    const front = ['mark', 'illustration'].flatMap((key) => {
      const src = (document.data[key] as { src?: unknown } | undefined)?.src;
      if (typeof src !== 'string') return [];
      const place = document.keys[`${key}.src`] ?? document.keys[key] ?? { line: 1, column: 1 };
      return [{ target: resolvePath(document.path, src) ?? src, place }];
    });
    return [...document.images, ...front]
      .filter(({ target }) => !pictures.has(target))
      .map(({ target, place }) =>
        faultIn(document, 'image-missing', `Unexpected picture \`content/${target}\`, which is not there.`, place),
      );
  }

  function slugsOf(document: Document): Fault[] {
    const named: [key: string, path: (slug: string) => string][] = [
      ['related', (slug) => `${document.path.split('/')[0]}/${slug}.md`],
      ['spoilers', (slug) => `works/${slug}/work.md`],
    ];
    return named.flatMap(([key, path]) => {
      const slugs = document.data[key];
      if (!Array.isArray(slugs)) return [];
      return slugs.flatMap((slug: unknown, index) => {
        if (typeof slug !== 'string' || paths.has(path(slug))) return [];
        const place = document.keys[`${key}.${index}`] ?? document.keys[key] ?? { line: 1, column: 1 };
        const message = `Unexpected \`${slug}\` in \`${key}\`, expected the slug of a file such as \`content/${path('…')}\`.`;
        return [faultIn(document, 'link-missing-file', message, place)];
      });
    });
  }
}

/** The anchors of a page that are like the one asked for: `p1 to p7 and p12`. */
function range(anchors: Set<string>, like: string): string {
  const letters = /^[a-z]+-?/.exec(like)?.[0] ?? '';
  const alike = [...anchors].filter((anchor) => anchor.startsWith(letters) && !anchor.startsWith('fnref'));
  const shown = alike.length > 0 ? alike : [...anchors].filter((anchor) => !anchor.startsWith('fnref'));
  const names = shown.map((anchor) => `\`${anchor}\``);
  if (names.length > 8) return `one of ${names.slice(0, 4).join(', ')} … ${names.slice(-2).join(', ')}`;
  return names.length > 0 ? `one of ${names.join(', ')}` : 'no anchor, since the page has none';
}
