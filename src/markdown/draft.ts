import type { VFile } from 'vfile';
import type { DocumentKind, Form, Heading, Image, Item, Link, Note, Quotation } from './document.ts';

/** What the plugins gather of one file while it goes through them. */
export interface Draft {
  path: string;
  base: string;
  kind: DocumentKind;
  form: Form;
  links: Link[];
  images: Image[];
  notes: Note[];
  quotations: Quotation[];
  headings: Heading[];
  items: Item[];
}

declare module 'vfile' {
  interface DataMap {
    draft: Draft;
  }
}

/** The draft of a file in the pipeline; throws a TypeError where a plugin runs outside of it. */
export function draftOf(file: VFile): Draft {
  if (!file.data.draft) throw new TypeError('No draft on the file: use compile().');
  return file.data.draft;
}
