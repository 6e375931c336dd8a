import type { DocumentKind } from './document.ts';

const folders: Record<string, DocumentKind> = { essays: 'essay', themes: 'theme', terms: 'term', lists: 'list' };

/** The path inside `content/` of a file named in any way: `./content/themes/guilt.md` → `themes/guilt.md`. */
export function contentPath(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  const inside = parts.slice(parts.lastIndexOf('content') + 1);
  return inside.filter((part) => part !== '.').join('/');
}

/** What a file of `content/` is, by where it stands; undefined where no kind belongs there. */
export function kindOf(path: string): DocumentKind | undefined {
  const parts = path.split('/');
  if (parts[0] === 'works' && parts.length === 3) return parts[2] === 'work.md' ? 'work' : 'excerpt';
  return parts.length === 2 ? folders[parts[0] ?? ''] : undefined;
}

/** The address of a file's page: `works/frankenstein/chapter-5.md` → `/works/frankenstein/chapter-5/` after the base. */
export function addressOf(path: string, base: string): string {
  const page = path.replace(/\.md$/, '').replace(/^(works\/[^/]+)\/work$/, '$1');
  return `${base.replace(/\/$/, '')}/${page}/`;
}

/** The path that a relative URL in the file `from` names; undefined where it leaves `content/`. */
export function resolvePath(from: string, url: string): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of url.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
