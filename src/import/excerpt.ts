import { compile } from '../markdown/compile.ts';
import type { Document } from '../markdown/document.ts';
import type { Fault } from '../markdown/fault.ts';
import { folded } from '../text/fold.ts';
import { words } from '../text/words.ts';
import { cut } from './cut.ts';
import type { Edition } from './edition.ts';
import { writeExcerpt } from './markdown.ts';
import { notesOf, withoutNotes } from './notes.ts';
import type { Loss, Section } from './section.ts';

export interface ExcerptOptions {
  /** The passages to cut from and to, both included. */
  from?: string | undefined;
  to?: string | undefined;
  /** Whether the edition's own notes are kept. */
  notes: boolean;
  /** Whether straight quotation marks, `--` and `...` are set as print has them. */
  typographic: boolean;
}

/** A section as the file of an excerpt. */
export interface ImportedExcerpt {
  section: Section;
  markdown: string;
  /** The file as it compiles. */
  document: Document;
  /** Words of the source that the file does not have; none, unless something went wrong. */
  missing: string[];
  losses: Loss[];
  faults: Fault[];
}

/** Makes the file of an excerpt; `path` is where in `content/` it will stand. Throws a Refusal for a cut that cannot be. */
export function excerptOf(section: Section, edition: Edition, path: string, options: ExcerptOptions): ImportedExcerpt {
  const bare = { ...section, blocks: withoutNotes(section.blocks) };
  const whole = compile(writeExcerpt(bare, [], options), path);
  const { section: part, first } = cut(options.notes ? section : bare, whole, options.from, options.to);
  const losses: Loss[] = [];
  const blocks = structuredClone(part.blocks);
  const notes = notesOf(blocks, edition.notes, (at, message) =>
    losses.push({ message, ...(at?.position?.start ?? section.place) }),
  );
  const markdown = writeExcerpt({ ...part, blocks }, notes, { ...options, first });
  const document = compile(markdown, path);
  return {
    section: part,
    markdown,
    document,
    missing: missing(section.source, whole, edition),
    losses,
    faults: document.faults,
  };
}

/** Words of a source that a document does not have, each as often as it is missing. Case is not looked at. */
function missing(source: string, { blocks }: Document, { losses }: Edition): string[] {
  const has = new Map<string, number>();
  const text = blocks.map((block) => `${block.speaker ?? ''} ${block.text}`).join(' ');
  const named = losses.map(({ message }) => message).join(' ');
  for (const word of words(folded(`${text} ${named}`).toLowerCase())) has.set(word, (has.get(word) ?? 0) + 1);
  return words(folded(source).toLowerCase()).filter((word) => {
    const left = (has.get(word) ?? 0) - 1;
    has.set(word, left);
    return left < 0;
  });
}
