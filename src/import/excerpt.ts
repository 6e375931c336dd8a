import { compile, longest } from '../markdown/compile.ts';
import type { Block as CompiledBlock, Document } from '../markdown/document.ts';
import { folded } from '../text/fold.ts';
import { words } from '../text/words.ts';
import { cut } from './cut.ts';
import type { Edition } from './edition.ts';
import { spacedText } from './element.ts';
import { writeExcerpt } from './markdown.ts';
import { notesOf, withoutNotes } from './notes.ts';
import type { Block, Loss, Section } from './section.ts';
import { Refusal } from './source.ts';

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
}

/**
 * Makes the file of an excerpt; `path` is where in `content/` it will stand. Throws a Refusal for a cut that cannot be,
 * and for what is longer than an excerpt may be.
 */
export function excerptOf(section: Section, edition: Edition, path: string, options: ExcerptOptions): ImportedExcerpt {
  const bare = { ...section, blocks: withoutNotes(section.blocks) };
  const whole = compiled(bare, path, options);
  const { section: part, first } = cut(options.notes ? section : bare, whole, options.from, options.to);
  const losses: Loss[] = [];
  const blocks = structuredClone(part.blocks);
  const notes = notesOf(blocks, edition.notes, (at, message) =>
    losses.push({ message, ...(at?.position?.start ?? section.place) }),
  );
  const markdown = writeExcerpt({ ...part, blocks }, notes, { ...options, first });
  const document = compile(markdown, path);
  if (document.faults.some(({ code }) => code === 'file-too-long'))
    throw new Refusal(
      `“${section.title}” has ${markdown.length.toLocaleString('en')} characters, and an excerpt ${longest.toLocaleString('en')} at most; ` +
        `import a part of it, as in \`--from ${section.form === 'verse' ? 'l1 --to l100' : 'p1 --to p50'}\`.`,
    );
  return { section: part, markdown, document, missing: missing(section.source, whole, edition), losses };
}

/** The blocks of a section as they compile; in stretches, since a whole chapter may be longer than an excerpt. */
function compiled(section: Section, path: string, options: ExcerptOptions): CompiledBlock[] {
  const stretches: Block[][] = [[]];
  let length = 0;
  for (const block of section.blocks) {
    // The parts of a line that speakers share stay together.
    if (length > longest / 4 && block.properties['dataSpeaker'] === undefined) {
      stretches.push([]);
      length = 0;
    }
    stretches.at(-1)!.push(block);
    length += spacedText(block).length;
  }
  return stretches.flatMap((blocks) => compile(writeExcerpt({ ...section, blocks }, [], options), path).blocks);
}

/** Words of a source that blocks do not have, each as often as it is missing. Case is not looked at. */
function missing(source: string, blocks: CompiledBlock[], { losses }: Edition): string[] {
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
