import { dirname, relative } from 'node:path/posix';
import type { Document, Link } from '../markdown/document.ts';
import type { Fault } from '../markdown/fault.ts';
import { faultIn } from './faults.ts';
import type { Library } from './library.ts';
import type { Retired } from './retired.ts';

/** The fault of a link to an anchor or a page that was published once, with its successor; undefined for any other. */
export function retiredLinkFault(document: Document, link: Link, library: Library): Fault | undefined {
  const retired = retiredAt(link, library);
  if (!retired) return undefined;
  const name = link.anchor === '' ? `content/${link.target}` : `content/${link.target}#${link.anchor}`;
  const reason = retired.reason === undefined ? '' : ` (${retired.reason})`;
  const to = retired.url === undefined ? 'another passage' : `\`${pathTo(retired.url, document, library)}\``;
  const message = `Unexpected link to \`${name}\`, which was ${retired.fate}${reason}; expected ${to}.`;
  return faultIn(document, 'link-retired-anchor', message, link.place);
}

function retiredAt({ target, anchor, href }: Link, library: Library): Retired | undefined {
  const page = library.pages.get(target);
  if (page?.kind === 'excerpt')
    return page.retired.find(({ id }) => id === anchor.replace(/^fnref-/, 'fn-') && anchor !== '');
  const gone = library.permanence?.retired.find(({ url }) => url === href.split('#')[0]);
  return gone?.anchors.find(({ id }) => id === anchor) ?? gone?.page;
}

/** An address of the site as the path of its file from another file. */
function pathTo(url: string, { path }: Document, library: Library): string {
  const [address, anchor] = url.split('#');
  const page = [...library.pages.values()].find((other) => other.url === address);
  if (!page) return url;
  return `${relative(dirname(path), page.path)}${anchor === undefined ? '' : `#${anchor}`}`;
}
