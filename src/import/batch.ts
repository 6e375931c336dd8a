import type { Form } from '../markdown/document.ts';
import { type Edition, type ReadOptions, readEdition } from './edition.ts';
import { type ExcerptOptions, type ImportedExcerpt, excerptOf } from './excerpt.ts';
import type { Loss, Section } from './section.ts';
import { slugOfSection } from './slug.ts';
import { Refusal, type Source } from './source.ts';

export interface BatchOptions extends ExcerptOptions {
  /** The slug of the work. */
  work: string;
  /** The names of the excerpts that are wanted; none for all. */
  only: string[];
  /** The name of the one excerpt, where not the one that its heading gives. */
  slug?: string | undefined;
  form?: Form | undefined;
}

/** An excerpt, the name of its file, and the file of the edition that it comes from. */
export interface Imported extends ImportedExcerpt {
  slug: string;
  source: string;
}

/** What was made of the files of an edition. */
export interface Import {
  excerpts: Imported[];
  /** Titles of what was left out, being no text of the book. */
  omitted: string[];
  /** What could not be kept as it was, with the file of the edition. */
  losses: (Loss & { source: string })[];
  /** Excerpts that could not be made, and why. */
  refused: string[];
}

/** Makes the excerpts of one file of an edition. Throws a Refusal where a name or a cut cannot be. */
export function importFile(source: Source, beside: ReadOptions['beside'], options: BatchOptions): Import {
  const edition = readEdition(source, { form: options.form, ...(beside && { beside }) });
  const named = nameSections(edition, source.path);
  const wanted = named.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  if (options.slug !== undefined && wanted.length > 1) {
    const names = wanted.map(({ name }) => name);
    throw new Refusal(
      `${source.path} has ${names.length} excerpts and \`--slug\` names one; choose it with \`--only\`: ${some(names)}.`,
    );
  }
  const made: Import = { excerpts: [], omitted: edition.omitted, losses: [], refused: [] };
  for (const { section, name } of wanted) {
    const slug = options.slug ?? name;
    try {
      const excerpt = excerptOf(section, edition, `works/${options.work}/${slug}.md`, options);
      const losses = [...lossesIn(section, edition), ...excerpt.losses];
      made.excerpts.push({ ...excerpt, slug, source: source.path });
      made.losses.push(...losses.map((loss) => ({ ...loss, source: source.path })));
    } catch (error) {
      // Of a whole book, the rest is worth having.
      if (!(error instanceof Refusal) || wanted.length === 1) throw error;
      made.refused.push(`${slug}.md: ${error.message}`);
    }
  }
  return made;
}

/** Joins what several files gave. Throws a Refusal where two of them give one name, and where there is nothing. */
export function together(imports: Import[], only: string[]): Import {
  const excerpts = imports.flatMap((made) => made.excerpts);
  const omitted = imports.flatMap((made) => made.omitted);
  const refused = imports.flatMap((made) => made.refused);
  refuseTwins(excerpts);
  if (excerpts.length === 0 && refused.length > 0) throw new Refusal(refused.join('\n'));
  if (excerpts.length === 0 && only.length > 0)
    throw new Refusal(
      `There is no excerpt ${only.join(' or ')}; \`--dry-run\` without \`--only\` lists what there is.`,
    );
  if (excerpts.length === 0) {
    const left = omitted.length > 0 ? ` Left out: ${some(omitted)}.` : '';
    throw new Refusal(`There is no text to import: no paragraph, no line of verse, no speech.${left}`);
  }
  return { excerpts, omitted, losses: imports.flatMap((made) => made.losses), refused };
}

/** The names of sections; poems of one title stand in one book, and a number tells them apart. */
function nameSections({ sections }: Edition, path: string): { section: Section; name: string }[] {
  const counts = new Map<string, number>();
  return sections.map((section) => {
    const slug = slugOfSection(section);
    if (slug === '') {
      const { title, place } = section;
      throw new Refusal(`${path}:${place.line}: “${title}” gives no name for a file; give one with \`--slug\`.`);
    }
    const count = (counts.get(slug) ?? 0) + 1;
    counts.set(slug, count);
    return { section, name: count > 1 ? `${slug}-${count}` : slug };
  });
}

/** What was lost between the start of a section and that of the next. */
function lossesIn(section: Section, { sections, losses }: Edition): Loss[] {
  const next = sections[sections.indexOf(section) + 1];
  const first = sections[0] === section ? 0 : section.place.line;
  const own = losses.filter(({ line }) => line >= first && line < (next?.place.line ?? Infinity));
  return own.sort((a, b) => a.line - b.line || a.column - b.column);
}

function refuseTwins(excerpts: Imported[]): void {
  const first = new Map<string, string>();
  const twins = new Map<string, string[]>();
  for (const { slug, source } of excerpts) {
    const other = first.get(slug) ?? source;
    first.set(slug, other);
    const both = `${other} and ${source}`;
    if (other !== source) twins.set(both, [...(twins.get(both) ?? []), `${slug}.md`]);
  }
  const sentences = [...twins].map(
    ([both, names]) => `${both} both give ${some(names)}; import one of them, or each by itself with \`--slug\`.`,
  );
  if (sentences.length > 0) throw new Refusal(sentences.join('\n'));
}

/** The first of many names. */
export function some(names: string[]): string {
  return names.length > 8 ? `${names.slice(0, 8).join(', ')} and ${names.length - 8} more` : names.join(', ');
}
