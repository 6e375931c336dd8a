import { dirname, relative } from 'node:path/posix';
import { parseArgs } from 'node:util';
import type { Blockquote, Paragraph, PhrasingContent, Root } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { Evidence } from '../library/evidence.ts';
import { checkContent } from '../library/check.ts';
import type { Excerpt } from '../library/library.ts';
import { placeName } from '../library/place.ts';
import { type Recollection, recall } from '../library/recollection.ts';
import { contentPath } from '../markdown/address.ts';
import type { Range } from '../text/range.ts';
import { sentenceAt } from '../text/sentence.ts';
import { countWords } from '../text/words.ts';
import type { Surroundings } from './surroundings.ts';

const usage = `Finds a passage of the library from a few words of it, and prints what quotes it.

  npm run quote -- "words you remember"

  --in FILE   the file that will quote it, if that is not an essay, theme, term or list
  --most 5    how many passages to show`;

/** More words than these are quoted in a block. */
const mostInline = 25;

/** Runs the command; gives its exit code: 1 where no passage has the words. */
export function quoteCommand(args: string[], at: Surroundings): number {
  const { values, positionals } = parsed(args) ?? {};
  const words = positionals?.join(' ').trim() ?? '';
  const most = Number(values?.most ?? 5);
  if (!values || values.help || words === '' || !(most > 0)) {
    (values?.help ? at.log : at.error)(usage);
    return values?.help ? 0 : 1;
  }
  const { library } = checkContent(at.content, { ledger: false });
  const found = recall(words, new Evidence(library), most);
  if (found.length === 0) {
    at.error(
      `No passage of the library has these words. ${library.excerpts.length} excerpts were looked through; try fewer words, or rarer ones.`,
    );
    return 1;
  }
  at.log(found.map((one) => shown(one, values.in ?? 'essays/x.md')).join('\n\n\n'));
  return 0;
}

const writer = unified().use(remarkStringify, { emphasis: '*', bullet: '-' }).freeze();

/** A passage as it is quoted: its sentence as a block with its attribution, and, if they are few, the words as a link. */
function shown({ excerpt, anchor, text, range }: Recollection, from: string): string {
  const url = `${relative(dirname(contentPath(from)), excerpt.path)}#${anchor}`;
  const name = nameOf(excerpt);
  const attribution: Paragraph = {
    type: 'paragraph',
    children: [
      { type: 'text', value: '— ' },
      { type: 'link', url, children: name },
    ],
  };
  const sentence = anchor.startsWith('l') ? text : sentenceOf(text, range);
  const block: Blockquote = { type: 'blockquote', children: [...sentence.split('\n\n').map(stanza), attribution] };
  const root: Root = { type: 'root', children: [block] };
  const words = text.slice(range.start, range.end);
  if (countWords(words) <= mostInline)
    root.children.push({
      type: 'paragraph',
      children: [{ type: 'link', url, children: [{ type: 'text', value: `“${asQuoted(words)}”` }] }],
    });
  return writer.stringify(root).trimEnd();
}

/** The sentence that words stand in; of a speech in quotation marks that it is cut out of, the rest too. */
function sentenceOf(text: string, { start, end }: Range): string {
  const sentence = sentenceAt(text, start, end);
  const [at, marks] = [text.indexOf(sentence), sentence.match(/[“”]/g) ?? []];
  const opens = marks[0] === '”' ? text.lastIndexOf('“', at) : start;
  const closes = marks.at(-1) === '“' ? text.indexOf('”', at + sentence.length) + 1 : end;
  return sentenceAt(text, opens < 0 ? start : opens, Math.max(end, closes));
}

/** Lines that stand together: one paragraph, with a hard break after each line but the last. */
function stanza(text: string): Paragraph {
  const lines = text.split('\n').map((value): PhrasingContent[] => [{ type: 'text', value }]);
  return {
    type: 'paragraph',
    children: lines.flatMap((line, index) => (index > 0 ? [{ type: 'break' }, ...line] : line)),
  };
}

/** Words inside quotation marks: their own become single, the ends of lines are strokes. */
function asQuoted(words: string): string {
  return words.replaceAll('“', '‘').replaceAll('”', '’').replaceAll(/\n+/g, ' / ');
}

/** A work and the place in it, as attributions have it: `*Frankenstein*, ch. 5`; a poem by its poet and title. */
function nameOf({ work, data: { locator } }: Excerpt): PhrasingContent[] {
  const place = placeName(locator).replace(/\bchapter\b/, 'ch.');
  const isPoem = place === locator.title;
  const [family = ''] = work.data.author.sort.split(',');
  const after = { type: 'text' as const, value: isPoem ? `, “${place}”` : `, ${place}` };
  if (isPoem && work.data.form === 'poems') return [{ ...after, value: family + after.value }];
  return [{ type: 'emphasis', children: [{ type: 'text', value: work.title }] }, after];
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { in: { type: 'string' }, most: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch {
    return undefined;
  }
}
