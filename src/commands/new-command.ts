import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { slugOf, slugOfSection } from '../import/slug.ts';
import type { Section } from '../import/section.ts';
import { Refusal } from '../import/source.ts';
import { buildLibrary } from '../library/build.ts';
import { type Files, readFiles } from '../library/files.ts';
import { reportOf } from '../library/report.ts';
import { compile } from '../markdown/compile.ts';
import type { DocumentKind } from '../markdown/document.ts';
import { type Field, fields, valueOf } from './new-fields.ts';
import { type Answers, newFile } from './new-template.ts';
import type { Surroundings } from './surroundings.ts';
import { exists, writeTogether } from './written.ts';

const kinds = Object.keys(fields) as DocumentKind[];

const usage = `Writes a new file that passes the checks, with its front matter explained.

  npm run new                          asks for everything
  npm run new -- essay                 asks for what an essay needs
  npm run new -- theme --title Guilt   asks for the rest

${kinds.map((kind) => `  ${kind.padEnd(8)} ${[...(kind === 'excerpt' ? ['work'] : []), ...fields[kind].map(({ option }) => option)].map((option) => `--${option}`).join(' ')}`).join('\n')}

  --slug   the name of the file, if not made of the title`;

type Options = Record<string, string>;

/** Asks one question, where there is somebody to ask. */
export type Ask = (question: string) => Promise<string>;

/** Runs the command; gives its exit code. Without `ask` all that is needed has to be among the arguments. */
export async function newCommand(args: string[], at: Surroundings, ask?: Ask): Promise<number> {
  try {
    const { options, kind, help } = parsed(args);
    if (help) at.log(usage);
    else await write(await kindFrom(kind, at, ask), options, at, ask);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    at.error(error.message);
    return 1;
  }
}

async function write(kind: DocumentKind, options: Options, at: Surroundings, ask?: Ask): Promise<void> {
  const files = readFiles(at.content);
  const all = kind === 'excerpt' ? [workField(files), ...fields.excerpt] : fields[kind];
  const missing = all.filter(({ option, fallback }) => options[option] === undefined && !fallback);
  if (!ask && missing.length > 0)
    throw new Refusal(
      `A new ${kind} needs ${missing.map(({ option }) => `--${option}`).join(', ')}; in a terminal they are asked for.`,
    );
  const said: Record<string, string> = {};
  const answers: Answers = {};
  for (const field of all) {
    const [text, value] = await answer(field, said, options[field.option], at, ask);
    said[field.option] = text;
    answers[field.key] = value;
  }
  const { work = '', ...data } = { ...answers, ...(kind === 'essay' && { draft: true }) };
  const suggested = suggestedName(said, data);
  const name = options['slug'] ?? (ask && kind !== 'excerpt' ? await ask(`Name of the file [${suggested}]: `) : '');
  const path = pathOf(kind, work, name.trim() || suggested);
  const file = join(at.content, path);
  if (await exists(file)) throw new Refusal(`${shown(file)} is there already; \`--slug\` takes another name.`);
  const text = newFile(kind, data);
  refuseFaults(path, text, files);
  await mkdir(dirname(file), { recursive: true });
  await writeTogether(dirname(file), new Map([[basename(file), text]]));
  at.log(`${shown(file)}\n\n${next[kind]}`);
}

/** An answer as it was given, and its value: from the arguments, from the author, or the one that stands for none. */
async function answer(
  field: Field,
  said: Options,
  given: string | undefined,
  at: Surroundings,
  ask?: Ask,
): Promise<[string, unknown]> {
  const fallback = field.fallback?.(said);
  const choices = field.choices ? ` (${field.choices.join(', ')})` : '';
  for (let first = given; ; first = undefined) {
    const typed = first ?? (ask ? await ask(`${field.question}${choices}${fallback ? ` [${fallback}]` : ''}: `) : '');
    const text = typed.trim() || (fallback ?? '');
    if (text === '' && fallback !== undefined) return ['', undefined];
    try {
      return [text, valueOf(field, text)];
    } catch (error) {
      if (!ask || first !== undefined) throw new Refusal((error as Error).message);
      at.error((error as Error).message);
    }
  }
}

function workField({ sources }: Files): Field {
  const works = [...sources.keys()].flatMap((path) => /^works\/([^/]+)\/work\.md$/.exec(path)?.[1] ?? []);
  if (works.length === 0) throw new Refusal('There is no work to have an excerpt of; `npm run new -- work` makes one.');
  return { option: 'work', question: 'Work', key: 'work', schema: z.enum(works), choices: works };
}

function suggestedName(said: Options, { locator }: Answers): string {
  if (locator === undefined) return slugOf(said['title'] ?? '');
  return slugOfSection({ locator: locator as Section['locator'] });
}

function pathOf(kind: DocumentKind, work: string, name: string): string {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))
    throw new Refusal(
      `\`${name}\` is no name for a file; give one with \`--slug\`: lower-case letters, digits and hyphens.`,
    );
  if (kind === 'work') return `works/${name}/work.md`;
  return kind === 'excerpt' ? `works/${work}/${name}.md` : `${kind}s/${name}.md`;
}

/** Nothing is written that would be a fault: the file is checked among the others before it is one. */
function refuseFaults(path: string, text: string, { sources }: Files): void {
  const documents = [...sources, [path, text] as const].map(([at, source]) => compile(source, at));
  const faults = buildLibrary(documents, { base: '/', drafts: true }).faults.filter(
    ({ file }) => file === `content/${path}`,
  );
  if (faults.length > 0) throw new Refusal(reportOf(faults));
}

async function kindFrom(given: string | undefined, at: Surroundings, ask?: Ask): Promise<DocumentKind> {
  const question: Field = {
    option: 'kind',
    question: 'What is it',
    key: 'kind',
    schema: z.enum(kinds),
    choices: kinds,
  };
  if (given === undefined && !ask) throw new Refusal(usage);
  const [, kind] = await answer(question, {}, given, at, ask);
  return kind as DocumentKind;
}

function parsed(args: string[]): { options: Options; kind: string | undefined; help: boolean } {
  const names = [
    ...new Set(
      Object.values(fields)
        .flat()
        .map(({ option }) => option),
    ),
    'work',
    'slug',
  ];
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
        help: { type: 'boolean', short: 'h' },
      },
    });
    const { help, ...options } = values;
    return { options: options, kind: positionals[0], help: help === true };
  } catch (error) {
    const [reason] = (error as Error).message.split('. ');
    throw new Refusal(`${reason ?? ''}. \`npm run new -- --help\` says what there is.`);
  }
}

function shown(path: string): string {
  return path.replaceAll('\\', '/');
}

/** What to do with the new file. */
const next: Record<DocumentKind, string> = {
  work: 'Now add excerpts: `npm run new -- excerpt`, or `npm run import -- FILE --work SLUG` from a public-domain edition.',
  excerpt: 'Now put the text in and write notes on it. `npm run dev` shows both as you save.',
  essay: 'It is a draft: `npm run dev` shows it, the site does not, until you take `draft: true` out.',
  theme: 'Now link to it from notes: each link is an occurrence on its page.',
  term: 'Now link to it from notes: each link is an example on its page.',
  list: 'Now add its passages; `npm run quote -- "words you remember"` finds them.',
};
