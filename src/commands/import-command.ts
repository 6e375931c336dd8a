import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Import, importFile, together } from '../import/batch.ts';
import { allOrRefusal, Refusal } from '../import/source.ts';
import { nearest } from '../library/nearest.ts';
import type { Form } from '../markdown/document.ts';
import { besideOf, filesOf, shownAs, sourceAt } from './edition-files.ts';
import { reportOfImport } from './import-report.ts';
import { progress } from './progress.ts';
import type { Surroundings } from './surroundings.ts';
import { exists, writeTogether } from './written.ts';

const usage = `Turns chapters of a public-domain edition into excerpts.

  npm run import -- FILE… --work SLUG

FILE is HTML as Standard Ebooks or Project Gutenberg publish it, plain text, or a folder of such files.

  --work SLUG           the work they are of: they are written to content/works/SLUG/
  --only NAME           of a whole book, only this excerpt, as \`chapter-5\`; may be repeated
  --from p12 --to p20   only these paragraphs (p), lines of verse (l) or stage directions (d)
  --slug NAME           the name of the file, where not the one that the heading gives
  --form FORM           prose, verse or drama, where that is not found out
  --no-notes            drop the edition's own notes
  --typographic         set straight quotation marks, -- and ... as print has them
  --encoding NAME       the encoding of the files, where they do not say
  --dry-run             say what would be written, and write nothing
  --stdout              write to the screen
  --force               replace files that are there`;

/** Runs the command in its surroundings; gives its exit code. */
export async function importCommand(args: string[], at: Surroundings): Promise<number> {
  try {
    return await run(args, at);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    at.error(error.message);
    return 1;
  }
}

async function run(args: string[], { content, here, log, error }: Surroundings): Promise<number> {
  const { options, paths } = read(args);
  if (options.help || paths.length === 0) {
    log(usage);
    return options.help ? 0 : 1;
  }
  const files = filesOf(paths, here);
  await allOrRefusal<unknown>([files, ...(options.stdout ? [] : [refuseUnknownWork(options.work, content)])]);
  const made = await importAll(await files, { ...options, work: options.work || 'work' });
  if (options.stdout) {
    error(reportOfImport(made, options));
    log(made.excerpts.map(({ markdown }) => markdown).join('\n'));
    return 0;
  }
  const folder = join(content, 'works', options.work);
  const there = await Promise.all(made.excerpts.map(({ slug }) => exists(join(folder, `${slug}.md`))));
  const taken = made.excerpts.flatMap(({ slug }, index) => (there[index] ? [`${slug}.md`] : []));
  const count = made.excerpts.length === 1 ? '1 excerpt' : `${made.excerpts.length} excerpts`;
  if (taken.length > 0 && !options.force && !options['dry-run'])
    throw new Refusal(
      `${folder} has ${taken.join(', ')} already, with notes perhaps; \`--force\` replaces what is there, \`--slug\` takes another name.`,
    );
  const written = new Map(made.excerpts.map(({ slug, markdown }) => [`${slug}.md`, markdown]));
  if (!options['dry-run']) await writeTogether(folder, written);
  log(reportOfImport(made, { ...options, folder, taken }));
  log(`\n${count} ${options['dry-run'] ? 'would be written' : 'written'}.`);
  return 0;
}

async function importAll(
  files: string[],
  options: Parameters<typeof importFile>[2] & { encoding?: string | undefined },
) {
  const imports: Import[] = [];
  const refused: string[] = [];
  const show = progress(files.length);
  for (const [index, file] of files.entries()) {
    const shown = shownAs(file, files);
    show(index, shown);
    try {
      const source = await sourceAt(file, shown, options.encoding);
      imports.push(importFile(source, besideOf(file, options.encoding), options));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(error.message);
    }
  }
  show(files.length, '');
  if (refused.length > 0) throw new Refusal(refused.join('\n'));
  return together(imports, options.only);
}

async function refuseUnknownWork(work: string, content: string): Promise<void> {
  if (work === '') throw new Refusal('Say which work the excerpts are of, as in `--work frankenstein`.');
  if (await exists(join(content, 'works', work, 'work.md'))) return;
  const near = nearest(work, await readdir(join(content, 'works')).catch(() => []));
  const make = `make it first with \`npm run new -- work --slug ${work}\``;
  const advice = near ? `did you mean \`${near}\`? If not, ${make}` : make;
  throw new Refusal(`There is no work \`${work}\` in ${content}/works/; ${advice}.`);
}

/** The arguments; throws a Refusal for one that is not known. */
function read(args: string[]) {
  const { values, positionals } = parsed(args);
  const { form, slug, work = '' } = values;
  if (form !== undefined && !['prose', 'verse', 'drama'].includes(form))
    throw new Refusal(`\`${form}\` is no form; give prose, verse or drama.`);
  if (slug !== undefined && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug))
    throw new Refusal(`\`${slug}\` is no name for a file; use lower-case letters, digits and hyphens.`);
  // A folder's path names its work too: `content/works/frankenstein/`.
  const name = work.split(/[\\/]/).findLast((part) => part !== '') ?? '';
  return { options: { ...values, form: form as Form | undefined, work: name }, paths: positionals };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      allowNegative: true,
      options: {
        work: { type: 'string' },
        only: { type: 'string', multiple: true, default: [] },
        from: { type: 'string' },
        to: { type: 'string' },
        slug: { type: 'string' },
        form: { type: 'string' },
        notes: { type: 'boolean', default: true },
        typographic: { type: 'boolean', default: false },
        encoding: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        stdout: { type: 'boolean', default: false },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    const [reason] = (error as Error).message.split('. ');
    throw new Refusal(`${reason ?? ''}. \`npm run import -- --help\` says what there is.`);
  }
}
