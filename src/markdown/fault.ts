import type { Node } from 'unist';
import type { VFile } from 'vfile';

/** Line and column in a file, both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** One fault of content: a permanent code, its place, and a sentence that says what was expected and what to do. */
export interface Fault extends Place {
  code: FaultCode;
  /** Path from the project's root: `content/essays/x.md`. */
  file: string;
  message: string;
}

/** Every code a fault can have, with what an author does about it. Codes are permanent: authors search for them. */
export const faultCodes = {
  // Front matter
  'front-matter-missing': 'Start the file with front matter: YAML between two lines of `---`.',
  'front-matter-malformed': 'Mend the YAML at that line; a value with `: ` or ` #` in it needs quotation marks.',
  'front-matter-not-yaml': 'Begin with `---` alone on the first line; only YAML is read.',
  'front-matter-unknown-key': 'Take the key out, or mend its spelling.',
  'front-matter-missing-key': 'Add the key.',
  'front-matter-wrong-type': 'Write the value as the message shows.',
  // Files
  'invalid-utf-8': 'Save the file as UTF-8.',
  'unknown-file': 'Move the file to where its kind belongs; the layout of `content/` is in CONTRIBUTING.',
  'slug-invalid': 'Rename the file: lower-case letters, digits and hyphens.',
  'slug-taken': 'Rename one of the two files: they would have the same address.',
  'file-unreadable': 'Make the file readable, or take it out of `content/`.',
  'content-empty': 'Add a work: a folder in `content/works/` with a `work.md`.',
  'work-missing': 'Add a `work.md` to the folder: it describes the work that the excerpts are from.',
  // Syntax
  'raw-html': 'Write it in Markdown, or leave it out; `\\<` gives a plain angle bracket.',
  'unsupported-syntax': 'Use what CommonMark and footnotes offer.',
  'file-too-long': 'Part the file: a chapter into excerpts, an essay into essays.',
  'nested-too-deep': 'Take the innermost lists or quotations out.',
  'heading-level': 'Start with `##`, and go down one level at a time; the title is the page’s `#`.',
  'image-without-alt': 'Say between the brackets what a reader who cannot see the picture would miss.',
  'image-missing': 'Put the picture beside the Markdown file, or mend its path.',
  'image-unsafe': 'Take scripts, event handlers, `style` and outside references out of the SVG.',
  // Links
  'unsafe-url': 'Use an `https:` address, a `mailto:`, or a relative path to a file of the library.',
  'link-not-relative': 'Write the path from this file to the other one, ending in `.md`.',
  'link-missing-file': 'Mend the path, or write the file.',
  'link-missing-anchor': 'Mend the anchor: the page of the passage prints its numbers.',
  // Notes
  'note-undefined': 'Add a definition at the end of the file, or mend the label.',
  'note-unused': 'Put its reference after the words it glosses, or take the note out.',
  'note-defined-twice': 'Give one of the two another label.',
  'note-label-invalid': 'Use lower-case letters, digits and hyphens.',
  'note-inside-note': 'Say it in the note itself, or in a note of its own on the text.',
  'note-without-lemma': 'Start the note with the words that it glosses, in bold.',
  'note-without-words': 'Write the note after its lemma.',
  'note-not-prose': 'Keep to paragraphs, lists and quotations.',
  'lemma-not-found': 'Copy the lemma from the same paragraph, before the reference, to the letter.',
  // Excerpts
  'verse-line-break': 'End the line before with `\\`, or join the two lines.',
  'excerpt-not-text': 'Only paragraphs, quotations and omissions stand in an excerpt; keep commentary for notes.',
  'excerpt-empty': 'Add the words of the passage under the front matter.',
  'first-mismatch': 'Give one number for each run of text between omissions.',
  // Quotations
  'quotation-unlinked': 'Link the quoted words to their passage, or name the source in a note that follows at once.',
  'quotation-without-passage': 'End the block with a line `— [Work, place](path.md#p1)` that links to the passage.',
  'quotation-mismatch': 'Copy the words to the letter; `…` marks what you leave out, `[…]` what you put in.',
  'quotation-misattributed': 'Mend the link, or quote the passage that it names.',
  'quotation-fabricated': 'Quote what a text of the library says, or add the passage as an excerpt.',
  'quotation-ambiguous': 'Add to the link the anchor of the passage that you mean.',
  // What is published
  'ledger-missing': 'Run `npm run permalinks` and commit `content/permalinks.json`.',
  'ledger-malformed': 'Restore the line from the history of the file: every published anchor is in it once.',
  'ledger-duplicate': 'Keep the line that was there first.',
  'ledger-target-missing': 'Name an address that is published.',
  'anchor-unrecorded': 'Run `npm run permalinks` and commit `content/permalinks.json`.',
  'anchor-vanished':
    'Put it back, or say what became of it: `npm run permalinks -- moved <address> <to>`, `merged <address> <to>` or `withdrawn <address> "<why>"`.',
  'anchor-changed':
    'Put the words back, or say what became of them: `npm run permalinks -- moved <address> <to>`, `merged <address> <to>` or `withdrawn <address> "<why>"`.',
  'anchor-reused': 'An address once given up is not given again: readers have links to it.',
  'page-vanished':
    'Put the file back, or say what became of the page: `npm run permalinks -- moved <address> <to>` or `withdrawn <address> "<why>"`.',
  'link-retired-anchor': 'Mend the link.',
  // Rights
  'rights-block-exceeded': 'Quote less: cut the block to what the reading needs, with `[…]` for what is left out.',
  'rights-work-exceeded': 'Quote less of the work, here or elsewhere: its page shows what is quoted.',
} as const satisfies Record<string, string>;

export type FaultCode = keyof typeof faultCodes;

/** Records a fault on `file` at a node or a place; `reason` says what is there, what was expected, and what to do. */
export function report(file: VFile, code: FaultCode, reason: string, at: Node | Place | undefined): void {
  const place = at && 'line' in at ? at : at?.position?.start;
  file.message(reason, { ruleId: code, source: 'gloss', ...(place && { place }) });
}
