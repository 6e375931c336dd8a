import type { Element, ElementContent, Nodes } from 'hast';
import type { LocatorKey } from '../library/schemas.ts';
import type { Form } from '../markdown/document.ts';
import type { Place } from '../markdown/fault.ts';

/** One chapter, scene or poem of an edition. */
export interface Section {
  title: string;
  locator: Partial<Record<LocatorKey, number>> & { title?: string };
  form: Form;
  blocks: Block[];
  /** All that the source has under its heading, to hold the blocks against. */
  source: string;
  place: Place;
}

/**
 * A block of an excerpt: `hr`, a thought break, or `p`, a paragraph, and then
 * - with `data-verse` its lines end in `br`; `data-indent` is the indentation of its first line, or of that after a `br`;
 * - with `data-speaker` it is a speech, with `data-direction` a stage direction;
 * - with `data-quoted` it stands in a letter, a song, or another quotation inside the text; its value tells them apart;
 * - with `data-prose` it is not verse, however short;
 * - `a data-note` inside refers to a note of the edition, by its key.
 */
export type Block = Element;

/** The notes of an edition by their key. */
export type EditionNotes = Map<string, ElementContent[]>;

/** Something of the source that an excerpt cannot show as it was: what became of it, and where it stands. */
export interface Loss extends Place {
  message: string;
}

/** Takes note of a loss at a node. */
export type Lose = (at: Nodes | undefined, message: string) => void;
