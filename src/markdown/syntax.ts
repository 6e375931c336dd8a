import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { list } from 'micromark-core-commonmark';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import type { Construct, Extension, ParseContext } from 'micromark-util-types';
import type { Processor } from 'unified';

declare module 'micromark-util-types' {
  interface ParseContext {
    /** The last line that stands inside a note. */
    noteLine?: number;
  }
}

/**
 * The syntax of Gloss: CommonMark and footnotes. In the text of an excerpt lists and indented code are off, so that a
 * paragraph may begin `1818.` or `-` and a line of verse with spaces; in its notes lists are on.
 * The two footnote packages are used alone because all of remark-gfm parses 2.7 times slower.
 */
export function remarkSyntax(this: Processor, options: { excerpt: boolean }): void {
  const data = this.data() as { micromarkExtensions?: Extension[]; fromMarkdownExtensions?: unknown[] };
  const footnotes = gfmFootnote();
  const extensions = options.excerpt ? [markingNotes(footnotes), listsInNotes()] : [footnotes];
  (data.micromarkExtensions ??= []).push(...extensions);
  (data.fromMarkdownExtensions ??= []).push(gfmFootnoteFromMarkdown());
}

/** The footnote extension, which also says of each line whether it belongs to a note. */
function markingNotes(extension: Extension): Extension {
  const definition = extension.document?.[91] as Construct;
  const continuation = definition.continuation as Construct;
  const mark = (parser: ParseContext, line: number) => (parser.noteLine = line);
  const marking = (construct: Construct): Construct['tokenize'] =>
    function (effects, ok, nok) {
      return construct.tokenize.call(
        this,
        effects,
        (code) => {
          mark(this.parser, this.now().line);
          return ok(code);
        },
        nok,
      );
    };
  const marked = {
    ...definition,
    tokenize: marking(definition),
    continuation: { ...continuation, tokenize: marking(continuation) },
  };
  return { ...extension, document: { 91: marked } };
}

function listsInNotes(): Extension {
  const noteList: Construct = {
    ...list,
    name: 'noteList',
    tokenize(effects, ok, nok) {
      return this.parser.noteLine === this.now().line ? list.tokenize.call(this, effects, ok, nok) : nok;
    },
    continuation: {
      // The next item is attempted here as `list`, which is disabled by its name.
      tokenize(effects, ok, nok) {
        const attempt: typeof effects.attempt = (construct, ...states) =>
          effects.attempt(construct === list ? noteList : construct, ...states);
        return (list.continuation as Construct).tokenize.call(this, { ...effects, attempt }, ok, nok);
      },
    },
  };
  const starts = [42, 43, 45, ...Array.from({ length: 10 }, (_, digit) => 48 + digit)];
  return {
    document: Object.fromEntries(starts.map((code) => [code, noteList])),
    disable: { null: ['list', 'codeIndented', 'setextUnderline'] },
  };
}
