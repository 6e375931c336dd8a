import type { Fault, Place } from './fault.ts';

export type DocumentKind = 'work' | 'excerpt' | 'essay' | 'theme' | 'term' | 'list';
export type Form = 'prose' | 'verse' | 'drama';

/** What one Markdown file says, before anything is known of the others. Plain data: it survives JSON. */
export interface Document {
  /** Path inside `content/`, with forward slashes: `works/frankenstein/chapter-5.md`. */
  path: string;
  kind: DocumentKind;
  /** Front matter as YAML gave it, not yet validated. */
  data: Record<string, unknown>;
  /** Where each front-matter key stands, by dotted path: `rights.status`, `questions.0`. */
  keys: Record<string, Place>;
  /** The blocks of an excerpt in order; empty for other kinds. */
  blocks: Block[];
  /**
   * The prose of a page that is not an excerpt. Two things wait in it for the library: `data-quotation` (the proof),
   * and `<div data-note>` (the note, which stands after its block).
   */
  html: string;
  /** The words of a page that is not an excerpt, without notes; those of an excerpt are in its blocks. */
  text: string;
  /** How many words the whole text has, without notes. */
  words: number;
  headings: Heading[];
  notes: Note[];
  quotations: Quotation[];
  links: Link[];
  images: Image[];
  questions: Question[];
  /** Items of an ordered list that start with a link: the passages of a reading list. */
  items: Item[];
  faults: Fault[];
}

export type BlockKind = 'paragraph' | 'stanza' | 'speech' | 'direction' | 'omission' | 'break';

export interface Block {
  kind: BlockKind;
  /** Inner markup of the text element; of verse '', since its lines have the markup. */
  html: string;
  /** Words as printed, without note marks or speaker; lines of verse joined by a line feed. */
  text: string;
  /** One character for each of these words, as `fingerprint` gives them. */
  fingerprint: string;
  place: Place;
  speaker?: string;
  /** Lines of a stanza or of a speech in verse. */
  lines?: Line[];
  /** The block stands in a letter, song or other quotation inside the text; true for the first of it. */
  quoted?: 'first' | 'next';
  /** Indices into `Document.notes` of the notes whose references stand in this block. */
  notes: number[];
}

export interface Line {
  html: string;
  text: string;
  fingerprint: string;
  /** Leading spaces in the source. */
  indent: number;
  /** Part of a line of verse that speakers share. */
  part?: 'first' | 'middle' | 'last';
  place: Place;
}

export interface Note {
  label: string;
  /** Number of its first reference in the document, from 1. */
  number: number;
  /** The words of the text that it glosses, as the author wrote them; '' where a note has none (outside excerpts). */
  lemma: string;
  /** The note without its lemma. */
  html: string;
  text: string;
  place: Place;
  /** Index of the block, and of its line in verse, where its reference stands; -1 outside excerpts. */
  block: number;
  line: number;
  /** Characters of the block's text that the lemma covers; both 0 where there is none. */
  start: number;
  end: number;
  /** Indices into `Document.links` and `Document.quotations` of those inside the note. */
  links: number[];
  quotations: number[];
}

/** A link to another file of `content/`, or to an address outside. */
export interface Link {
  /** Path inside `content/`: `themes/guilt.md`; '' for an address outside the library. */
  target: string;
  /** Anchor without `#`; '' for none. */
  anchor: string;
  /** Address with the base (`/themes/guilt/`), or the outside address as written. */
  href: string;
  text: string;
  place: Place;
  /** Index of the note in which it stands; -1 in the text itself. */
  note: number;
  /** The sentence of ours that it stands in. */
  sentence: string;
}

export interface Image {
  /** Path inside `content/`. */
  target: string;
  alt: string;
  place: Place;
}

export interface Quotation {
  kind: 'block' | 'inline';
  /** The quoted words without their quotation marks; lines of verse joined by a line feed. */
  text: string;
  /** Where its pieces stand in the file: [offset in `text`, line, column], sorted. */
  pieces: [number, number, number][];
  /** Index into `Document.links` of the link that names the passage, or the address outside; -1 where none does. */
  link: number;
  /** Accounted for by a note or an outside address at once after it: unproved, but no fault. */
  attributed: boolean;
  /** The sentence of ours that it stands in, or that leads to it. */
  sentence: string;
  place: Place;
  /** Index of the note in which it stands; -1 in the text itself. */
  note: number;
}

export interface Heading {
  depth: number;
  id: string;
  text: string;
}

export interface Question {
  text: string;
  html: string;
  /** Indices into `Document.links`. */
  links: number[];
}

export interface Item {
  /** Index into `Document.links`. */
  link: number;
  html: string;
  text: string;
}
