import type { Document, Note, Quotation } from '../markdown/document.ts';
import type { Fault } from '../markdown/fault.ts';
import type { Passage } from './numbering.ts';
import type { Permanence } from './permanence.ts';
import type { RetiredAnchor } from './retired.ts';
import type { Quoted } from './rights.ts';
import type { FrontMatterOf } from './schemas.ts';

/** Everything on the shelf, with its links both ways. Lists are in the order in which a reader meets them. */
export interface Library {
  works: Work[];
  excerpts: Excerpt[];
  essays: Essay[];
  themes: Theme[];
  terms: Term[];
  lists: List[];
  /** Every quotation, proved or not, in the order of the pages. */
  quotations: LocatedQuotation[];
  /** How it stands to its published anchors; absent where no ledger was asked for. */
  permanence?: Permanence;
  faults: Fault[];
  /** Every page by the path of its file: `themes/guilt.md`. */
  pages: Map<string, Page>;
}

export type Page = Work | Excerpt | Essay | Theme | Term | List;

interface PageOf<Kind extends Document['kind']> {
  kind: Kind;
  slug: string;
  /** Path inside `content/`. */
  path: string;
  /** Address with the base. */
  url: string;
  title: string;
  document: Document;
  data: FrontMatterOf<Kind>;
  /** What it quotes, proved or not, in its notes too. */
  quotations: LocatedQuotation[];
}

export interface Work extends PageOf<'work'> {
  excerpts: Excerpt[];
  /** How much of it is quoted, under which limit. */
  quoted: Quoted;
  essays: Essay[];
  themes: Theme[];
  terms: Term[];
}

export interface Excerpt extends PageOf<'excerpt'> {
  work: Work;
  /** Where it stands in the work, in words: `chapter 5`, `act 5, scene 1`. */
  place: string;
  passages: Passage[];
  /** Ids that were published here and whose words are gone. */
  retired: RetiredAnchor[];
  notes: Gloss[];
  /** Quotations of it, those in essays first, then those in other prose and in notes. */
  quotedIn: Citing[];
  themes: Theme[];
  terms: Term[];
  previous?: Excerpt;
  next?: Excerpt;
}

export interface Essay extends PageOf<'essay'> {
  works: Work[];
  excerpts: Excerpt[];
  themes: Theme[];
  terms: Term[];
  /** Essays nearest to it by what both are about, nearest first. */
  related: Essay[];
}

export interface Theme extends PageOf<'theme'> {
  occurrences: Gloss[];
  essays: Essay[];
}

export interface Term extends PageOf<'term'> {
  occurrences: Gloss[];
  essays: Essay[];
}

export interface List extends PageOf<'list'> {
  items: ListItem[];
}

export interface ListItem {
  excerpt: Excerpt;
  /** Id of the block or line. */
  anchor: string;
  url: string;
  /** The editor's prompt, with its link to the passage. */
  html: string;
  text: string;
}

/** A note in its place: an occurrence of the themes and terms that it links to. */
export interface Gloss {
  note: Note;
  excerpt: Excerpt;
  passage: Passage;
  /** Id of the paragraph or line where its reference stands. */
  anchor: string;
  /** Address of the note. */
  url: string;
  themes: Theme[];
  terms: Term[];
  /** Addresses of everything that it links to. */
  links: string[];
  quotations: LocatedQuotation[];
}

/** A quotation with the passage that it names. */
export interface LocatedQuotation {
  quotation: Quotation;
  /** The page it stands on. */
  page: Page;
  /** Its own id on that page: `q3`. */
  id: string;
  /** Its own address, or that of the note it stands in. */
  at: string;
  excerpt?: Excerpt;
  /** Ids of the blocks (in verse, lines) that hold the words, first to last. */
  anchors: string[];
  /** Address of the words, with anchor and text fragment once they are proved. */
  url: string;
  proved: boolean;
}

/** One quotation of an excerpt, seen from the excerpt. */
export interface Citing {
  page: Page;
  /** The note it stands in, if any. */
  note?: Note;
  /** Address of the quotation. */
  url: string;
  anchors: string[];
  text: string;
  sentence: string;
}
