import type { Document, DocumentKind } from '../markdown/document.ts';
import { addressOf } from '../markdown/address.ts';
import type { Fault } from '../markdown/fault.ts';
import type { BuildOptions } from './build.ts';
import { faultIn } from './faults.ts';
import type { Excerpt, Library, Page, Work } from './library.ts';
import { number, runsOf } from './numbering.ts';
import { comparePlaces, placeName } from './place.ts';
import { unitsOf } from './units.ts';
import { validate } from './validate.ts';

/** Puts every sound document on the shelf as a page, in the order in which a reader meets it; nothing is linked yet. */
export function shelve(documents: Document[], { base, drafts = false }: BuildOptions): Library {
  const library: Library = {
    works: [],
    excerpts: [],
    essays: [],
    themes: [],
    terms: [],
    lists: [],
    quotations: [],
    faults: [],
    pages: new Map(),
  };
  const paths = new Set(documents.map(({ path }) => path));
  const addresses = new Map<string, string>();
  const none = { essays: [], themes: [], terms: [], occurrences: [] };

  for (const document of [...documents].sort((a, b) => Number(a.kind === 'excerpt') - Number(b.kind === 'excerpt'))) {
    library.faults.push(...document.faults, ...slugFaults(document, addresses));
    const page = pageOf(document);
    if (!page) continue;
    library.pages.set(document.path, page);
    if (page.kind === 'work') library.works.push(page);
    else if (page.kind === 'excerpt') library.excerpts.push(page);
    else if (page.kind === 'essay') library.essays.push(page);
    else if (page.kind === 'theme') library.themes.push(page);
    else if (page.kind === 'term') library.terms.push(page);
    else library.lists.push(page);
  }
  arrange(library);
  return library;

  function pageOf(document: Document): Page | undefined {
    const { kind, path } = document;
    const common = { path, document, url: addressOf(path, base), slug: slugOf(path), quotations: [] };
    const sound = <Kind extends DocumentKind>(wanted: Kind) => {
      if (kind !== wanted) return undefined;
      const { data, faults } = validate(document as Document & { kind: Kind });
      library.faults.push(...faults);
      return data && { ...common, kind: wanted, data, title: data.title };
    };
    const work = sound('work');
    if (work) return { ...work, ...none, excerpts: [] } as unknown as Work;
    const excerpt = sound('excerpt');
    if (excerpt) return excerptOf(excerpt as never, document);
    const essay = sound('essay');
    if (essay) {
      if (essay.data.draft && !drafts) return undefined;
      return {
        ...essay,
        works: [],
        excerpts: [],
        themes: [],
        terms: [],
        related: [],
      };
    }
    const other = sound('theme') ?? sound('term');
    if (other) return { ...other, occurrences: [], essays: [] };
    const list = sound('list');
    return list && { ...list, items: [] };
  }

  function excerptOf(page: Excerpt, document: Document): Excerpt | undefined {
    const { form, first, locator } = page.data;
    const runs = runsOf(document.blocks);
    if (Array.isArray(first) && first.length !== runs) {
      const message = `Unexpected ${first.length} numbers in \`first\`, expected ${runs}: the text has ${runs} runs between omissions.`;
      library.faults.push(
        faultIn(document, 'first-mismatch', message, document.keys['first'] ?? { line: 1, column: 1 }),
      );
    }
    const path = document.path.replace(/[^/]+$/, 'work.md');
    const work = library.pages.get(path);
    if (work?.kind !== 'work') {
      const message = `Unexpected excerpt without its work, expected the file \`content/${path}\`.`;
      if (!paths.has(path)) library.faults.push(faultIn(document, 'work-missing', message, { line: 1, column: 1 }));
      return undefined;
    }
    const passages = number(document.blocks, form, first);
    const known = new Set<string>();
    const twice = unitsOf(passages).find(({ id }) => id !== null && (known.has(id) || !known.add(id)))?.id;
    if (twice !== undefined) {
      const message = `Unexpected numbers in \`first\`, expected runs that do not overlap: there are two \`${twice}\`.`;
      library.faults.push(
        faultIn(document, 'first-mismatch', message, document.keys['first'] ?? { line: 1, column: 1 }),
      );
    }
    return {
      ...page,
      work,
      place: placeName(locator),
      passages,
      retired: [],
      notes: [],
      quotedIn: [],
      themes: [],
      terms: [],
    };
  }
}

function slugOf(path: string): string {
  const parts = path.replace(/\.md$/, '').split('/');
  return (parts.at(-1) === 'work' && parts.length === 3 ? parts[1] : parts.at(-1)) ?? '';
}

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

function slugFaults(document: Document, addresses: Map<string, string>) {
  const top = { line: 1, column: 1 };
  const faults: Fault[] = [];
  const bad = document.path
    .replace(/\.md$/, '')
    .split('/')
    .find((part) => !slug.test(part));
  if (bad !== undefined) {
    const message = `Unexpected name \`${bad}\`, expected lower-case letters, digits and hyphens.`;
    faults.push(faultIn(document, 'slug-invalid', message, top));
  }
  // Names that differ by case alone are one file on many disks.
  const address = addressOf(document.path, '/').toLowerCase();
  const other = addresses.get(address);
  if (other !== undefined) {
    const message = `Unexpected second file for the address \`${address}\`, the first is \`content/${other}\`.`;
    faults.push(faultIn(document, 'slug-taken', message, top));
  }
  addresses.set(address, document.path);
  return faults;
}

function arrange(library: Library) {
  const byTitle = (a: Page, b: Page) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.path < b.path ? -1 : 1);
  const order = (page: Work | Excerpt) => page.data.order ?? Number.MAX_SAFE_INTEGER;
  library.works.sort((a, b) => order(a) - order(b) || a.data.year - b.data.year || byTitle(a, b));
  library.excerpts.sort(
    (a, b) => order(a) - order(b) || comparePlaces(a.data.locator, b.data.locator) || byTitle(a, b),
  );
  for (const excerpt of library.excerpts) excerpt.work.excerpts.push(excerpt);
  library.excerpts = library.works.flatMap(({ excerpts }) => excerpts);
  for (const { excerpts } of library.works)
    for (const [index, excerpt] of excerpts.entries()) {
      const [previous, next] = [excerpts[index - 1], excerpts[index + 1]];
      if (previous) excerpt.previous = previous;
      if (next) excerpt.next = next;
    }
  // Newest first; of one day's essays the longest leads.
  library.essays.sort(
    (a, b) =>
      Number(b.data.published > a.data.published) - Number(a.data.published > b.data.published) ||
      b.document.words - a.document.words ||
      byTitle(a, b),
  );
  library.themes.sort(byTitle);
  library.terms.sort(byTitle);
  library.lists.sort(byTitle);
}
