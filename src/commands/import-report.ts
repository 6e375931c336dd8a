import { type Import, type Imported, some } from '../import/batch.ts';
import type { Block } from '../markdown/document.ts';
import { faultCodes } from '../markdown/fault.ts';

export interface ReportOptions {
  /** The folder that the excerpts are written to. */
  folder?: string;
  /** Names of files that are there already. */
  taken?: string[];
  typographic: boolean;
}

/** What an author reads after an import: the files, what could not be kept as it was, and what is left to do. */
export function reportOfImport({ excerpts, omitted, losses, refused }: Import, options: ReportOptions): string {
  const { folder = '', taken = [], typographic } = options;
  const lines = excerpts.map((excerpt) => {
    const name = `${excerpt.slug}.md`;
    const path = folder ? `${folder}/${name}`.replaceAll('\\', '/') : name;
    return `${path}: ${described(excerpt)}${taken.includes(name) ? ' (is there already)' : ''}`;
  });
  if (omitted.length > 0)
    lines.push('', `Left out, being no text of the book: ${some(omitted.map((title) => `“${title}”`))}.`);
  if (losses.length > 0) lines.push('', 'Not kept as it was:', ...byKind(losses));
  if (refused.length > 0) lines.push('', 'Not written:', ...refused.map((sentence) => `  ${sentence}`));
  const faults = excerpts.flatMap(({ slug, document }) => document.faults.map((fault) => ({ ...fault, slug })));
  if (faults.length > 0)
    lines.push(
      '',
      'Left for you to mend:',
      ...faults.map(
        ({ slug, line, column, message, code }) => `  ${slug}.md:${line}:${column} ${message} ${faultCodes[code]}`,
      ),
    );
  for (const { slug, source, missing } of excerpts)
    if (missing.length > 0)
      lines.push(
        '',
        `Words of ${source} that ${slug}.md does not have: ${some(missing)}. Compare the two, and please report it.`,
      );
  if (!typographic && excerpts.some(({ document }) => document.blocks.some(isTypewritten)))
    lines.push('', 'Quotation marks and dashes are a typewriter’s; `--typographic` sets them as print has them.');
  return lines.join('\n');
}

/** Whether its quotation marks or dashes are those of a typewriter. */
function isTypewritten({ text }: Block): boolean {
  return /(?:^|\s)"\p{L}|--\p{L}/u.test(text);
}

/** The form of an excerpt and what it is made of: `drama, 61 speeches, 154 lines, 1,349 words`. */
function described({ document, section }: Imported): string {
  const counts = new Map<string, number>();
  const add = (name: string, count: number) => counts.set(name, (counts.get(name) ?? 0) + count);
  for (const { kind, lines } of document.blocks) {
    if (kind !== 'stanza' && kind !== 'break') add(kind, 1);
    if (lines) add('line', lines.length);
  }
  if (document.notes.length > 0) add('note', document.notes.length);
  const parts = [...counts].map(
    ([name, count]) => `${count} ${count === 1 ? name : name === 'speech' ? 'speeches' : `${name}s`}`,
  );
  return [
    section.form,
    ...parts,
    `${document.words.toLocaleString('en')} ${document.words === 1 ? 'word' : 'words'}`,
  ].join(', ');
}

/** Losses of one kind on one line, with the places of all, and what they name. */
function byKind(losses: Import['losses']): string[] {
  const kinds = new Map<string, { sentence: string; others: string[] }>();
  for (const { message, source, line, column } of losses) {
    const [name = ''] = /“[^]*”/.exec(message) ?? [];
    const key = `${source} ${message.replace(name, '').replace(/\d+/g, '')}`;
    const kind = kinds.get(key);
    if (kind) kind.others.push(`${name} at ${line}`.trim());
    else kinds.set(key, { sentence: `  ${source}:${line}:${column} ${message}`, others: [] });
  }
  return [...kinds.values()].map(({ sentence, others }) =>
    others.length === 0 ? sentence : `${sentence} The same: ${others.join(', ')}.`,
  );
}
