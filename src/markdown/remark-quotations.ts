import type { Blockquote, Link, Paragraph, Parents, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { sentenceAt } from '../text/sentence.ts';
import { countWords } from '../text/words.ts';
import { draftOf } from './draft.ts';
import { report } from './fault.ts';
import { type InlineText, type Run, inlineText, piecesOf } from './inline-text.ts';
import { attributed, isAttribution, linkIn } from './attribution.ts';
import { type Sign, setSigns } from './quotation-sign.ts';

/** From four words on, words in quotation marks must name their passage. */
const wordsToLink = 4;

/** Words in quotation marks: double, or single where the first mark opens and the last one closes. */
const inMarks = /“([^“”]*)”|(?<![\p{L}\p{N}])‘((?:[^‘’]|’(?=\p{L}))*)’(?!\p{L})/gu;

/** A link whose whole text is in quotation marks. */
const wholly = /^\s*(?:“([^]*)”|‘([^]*)’)\s*$/;

/**
 * Recognises quotations, block and inline, everywhere but in the text of a book, and records what is quoted, the link
 * that names its passage, and the sentence of ours that it stands in or that leads to it.
 */
export function remarkQuotations() {
  return (tree: Root, file: VFile) => {
    const draft = draftOf(file);
    const source = String(file.value).split('\n');

    for (const node of tree.children) if (node.type === 'footnoteDefinition') scan(node, node.data?.note ?? -1);
    if (draft.kind !== 'excerpt') scan(tree, -1);

    function scan(parent: Parents, note: number) {
      let leading = '';
      for (const [index, node] of parent.children.entries()) {
        if (node.type === 'paragraph' || node.type === 'heading') leading = inline(node as Paragraph, note);
        else if (node.type === 'blockquote') block(node, parent, index, note, leading);
        else if (node.type === 'list' || node.type === 'listItem') scan(node, note);
      }
    }

    /** Whether a link names a passage; what is in quotation marks within any other is a title. */
    function namesPassage({ data }: Link): boolean {
      const { anchor, target } = draft.links[data?.index ?? -1] ?? { anchor: '', target: '' };
      return anchor !== '' && target.startsWith('works/');
    }

    /** Quotations in a paragraph, and the sentences of its links; returns the last sentence. */
    function inline(node: Paragraph, note: number): string {
      const inside = inlineText(node);
      const covered: [number, number][] = [];
      const signs: Sign[] = [];
      for (const { link, start, end } of linksOf(inside)) {
        const { index } = link.data ?? {};
        const recorded = index === undefined ? undefined : draft.links[index];
        if (!recorded || index === undefined) continue;
        recorded.note = note;
        recorded.sentence = sentenceAt(inside.text, start, end);
        if (note >= 0) draft.notes[note]?.links.push(index);
        const words = wholly.exec(inside.text.slice(start, end));
        const marked =
          !words &&
          recorded.anchor &&
          /[“‘]$/.test(inside.text.slice(0, start)) &&
          /^[”’]/.test(inside.text.slice(end));
        if (words || marked) covered.push([start - 1, end + 1]);
        if (!words && !marked) continue;
        const text = words?.[1] ?? words?.[2] ?? inside.text.slice(start, end);
        const from = inside.text.indexOf(text, start);
        const isPassage = namesPassage(link);
        const isOutside = recorded.target === '' && countWords(text) >= wordsToLink;
        if (!isPassage && !isOutside) continue;
        link.data = { ...link.data, hProperties: { dataQuotation: String(draft.quotations.length) } };
        record('inline', text, inside, from, index, isOutside, note);
      }
      for (const match of inside.text.matchAll(inMarks)) {
        const text = match[1] ?? match[2] ?? '';
        const [start, end] = [match.index, match.index + match[0].length];
        if (countWords(text) < wordsToLink || covered.some(([from, to]) => from < end && start < to)) continue;
        const around = linksOf(inside).find((run) => run.start <= start + 1 && run.end >= end - 1);
        if (around && !namesPassage(around.link)) continue;
        const follows = attributed(inside, end);
        if (follows) signs.push({ at: end, quotation: draft.quotations.length });
        record('inline', text, inside, start + 1, -1, follows, note);
        if (!follows)
          report(
            file,
            'quotation-unlinked',
            `Unexpected quotation “${opening(text)}” without a link, expected \`[“…”](path.md#p1)\`.`,
            placeAt(inside, start),
          );
      }
      setSigns(node, inside.runs, signs);
      return sentenceAt(inside.text, Math.max(0, inside.text.trimEnd().length - 1), inside.text.length);
    }

    function block(node: Blockquote, parent: Parents, index: number, note: number, leading: string) {
      const last = node.children.at(-1);
      const caption = last?.type === 'paragraph' && isAttribution(last) ? last : undefined;
      const words = caption ? node.children.slice(0, -1) : node.children;
      const link = caption && linkIn(caption);
      const recorded = link?.data?.index === undefined ? undefined : draft.links[link.data.index];
      const inLibrary = recorded !== undefined && recorded.target !== '';
      // A work or an excerpt without an anchor is enough to look for the words in; any other page has none to find.
      const named = inLibrary && (recorded.anchor !== '' || recorded.target.startsWith('works/'));
      const accounted = recorded?.target === '' || (!caption && toString(node) !== '' && endsInReference(node));
      if (recorded) recorded.note = note;
      if (recorded && note >= 0) draft.notes[note]?.links.push(link!.data!.index!);
      if (!named && !accounted)
        report(
          file,
          'quotation-without-passage',
          inLibrary
            ? `Unexpected attribution to \`${recorded.target}\`, expected the passage of a work, such as \`path.md#p1\`.`
            : 'Unexpected quotation without a link to its passage, expected a last line `— [Work, place](path.md#p1)`.',
          caption ?? node,
        );

      const texts = words.map((child) => inlineText(child));
      const joined = join(texts);
      const figure = { dataQuotation: String(draft.quotations.length) };
      record('block', joined.text, joined, 0, recorded ? link!.data!.index! : -1, accounted, note, leading);
      node.children = words;
      node.data = { ...node.data, hProperties: named ? { cite: recorded.href } : {} };
      parent.children[index] = {
        type: 'blockquote',
        data: { hName: 'figure', hProperties: { className: ['quotation'], ...figure } },
        children: [node, ...(caption ? [{ ...caption, data: { hName: 'figcaption' } }] : [])],
        position: node.position!,
      };
    }

    function record(
      kind: 'block' | 'inline',
      text: string,
      inside: InlineText,
      start: number,
      link: number,
      isAttributed: boolean,
      note: number,
      sentence?: string,
    ) {
      if (note >= 0) draft.notes[note]?.quotations.push(draft.quotations.length);
      const end = start + text.length;
      draft.quotations.push({
        kind,
        text,
        link,
        note,
        attributed: isAttributed,
        pieces: piecesOf(inside, start, end, source),
        sentence: sentence ?? sentenceAt(inside.text, start, end),
        place: placeAt(inside, start),
      });
    }

    function placeAt(inside: InlineText, offset: number) {
      const [piece] = piecesOf(inside, offset, Math.max(offset + 1, inside.text.length), source);
      return { line: piece?.[1] ?? 1, column: piece?.[2] ?? 1 };
    }
  };
}

/** The links of a paragraph, each with the stretch of text it covers. */
function linksOf({ runs }: InlineText): { link: Link; start: number; end: number }[] {
  const found = new Map<Link, { link: Link; start: number; end: number }>();
  for (const run of runs) {
    if (run.link?.type !== 'link') continue;
    const known = found.get(run.link);
    if (known) known.end = run.end;
    else found.set(run.link, { link: run.link, start: run.start, end: run.end });
  }
  return [...found.values()];
}

function join(texts: InlineText[]): InlineText {
  const runs: Run[] = [];
  let text = '';
  for (const inside of texts) {
    if (text !== '') text += '\n';
    const start = text.length;
    runs.push(...inside.runs.map((run) => ({ ...run, start: run.start + start, end: run.end + start })));
    text += inside.text;
  }
  return { text, runs };
}

function endsInReference(node: Blockquote): boolean {
  const last = node.children.at(-1);
  return last?.type === 'paragraph' && last.children.at(-1)?.type === 'footnoteReference';
}

function opening(text: string): string {
  const words = text.split(/\s+/);
  return words.length > 6 ? `${words.slice(0, 6).join(' ')} …` : text;
}
