import type { z } from 'zod';
import { readNumeral } from '../import/ordinal.ts';
import { type LocatorKey, locatorKeys, schemas } from '../library/schemas.ts';
import type { DocumentKind } from '../markdown/document.ts';

/** One thing to ask of the author of a new file. */
export interface Field {
  /** Its name as an argument: `--title`. */
  option: string;
  question: string;
  /** The key of the front matter that it is for, by dotted path. */
  key: string;
  schema: z.ZodType;
  /** What it is where nothing is said; '' leaves it out. */
  fallback?: (answers: Record<string, string>) => string;
  /** What may be answered. */
  choices?: readonly string[];
  /** Turns the answer into a value; as it is, or as a number where the schema wants one, if absent. */
  read?: (answer: string) => unknown;
}

const { work, excerpt, essay, theme, term, list } = schemas;
const shapes = {
  work: work.shape,
  excerpt: excerpt.shape,
  essay: essay.shape,
  theme: theme.shape,
  term: term.shape,
  list: list.shape,
};
const none = () => '';

function titleOf(kind: DocumentKind, question: string): Field {
  return { option: 'title', question, key: 'title', schema: shapes[kind].title };
}

/** What is asked of each kind of file, in order; the keys that are not asked for stand in the file as comments. */
export const fields: Record<DocumentKind, Field[]> = {
  work: [
    titleOf('work', 'Title of the work'),
    { option: 'author', question: 'Its author', key: 'author.name', schema: work.shape.author.shape.name },
    {
      option: 'sort',
      question: 'Sorted as',
      key: 'author.sort',
      schema: work.shape.author.shape.sort,
      fallback: ({ author = '' }) => sorted(author),
    },
    {
      option: 'born',
      question: 'Born in (Enter leaves it out)',
      key: 'author.born',
      schema: work.shape.author.shape.born,
      fallback: none,
    },
    {
      option: 'died',
      question: 'Died in (Enter leaves it out)',
      key: 'author.died',
      schema: work.shape.author.shape.died,
      fallback: none,
    },
    { option: 'year', question: 'Year it was first published or performed', key: 'year', schema: work.shape.year },
    { option: 'form', question: 'Form', key: 'form', schema: work.shape.form, choices: work.shape.form.options },
    {
      option: 'rights',
      question: 'Rights',
      key: 'rights.status',
      schema: work.shape.rights.shape.status,
      choices: work.shape.rights.shape.status.options,
    },
    {
      option: 'holder',
      question: 'Holder of the copyright (Enter leaves it out)',
      key: 'rights.holder',
      schema: work.shape.rights.shape.holder,
      fallback: none,
    },
  ],
  excerpt: [
    titleOf('excerpt', 'A title of your own: what happens in it'),
    {
      option: 'locator',
      question: 'Where it stands: chapter 5, act 5 scene 1, or the title of a poem',
      key: 'locator',
      schema: excerpt.shape.locator,
      read: readLocator,
    },
    { option: 'form', question: 'Form', key: 'form', schema: excerpt.shape.form, choices: excerpt.shape.form.options },
  ],
  essay: [
    titleOf('essay', 'Title: what the essay claims'),
    {
      option: 'description',
      question: 'Description, in one sentence',
      key: 'description',
      schema: essay.shape.description,
    },
    { option: 'author', question: 'Author', key: 'author', schema: essay.shape.author },
    {
      option: 'published',
      question: 'Day of publication',
      key: 'published',
      schema: essay.shape.published,
      fallback: today,
    },
  ],
  theme: [
    titleOf('theme', 'Theme, in a word or two'),
    { option: 'question', question: 'The question that it asks', key: 'question', schema: theme.shape.question },
    { option: 'summary', question: 'Summary, in one sentence', key: 'summary', schema: theme.shape.summary },
  ],
  term: [
    titleOf('term', 'Term'),
    { option: 'kind', question: 'Kind', key: 'kind', schema: term.shape.kind, choices: term.shape.kind.options },
    { option: 'summary', question: 'Definition, in one sentence', key: 'summary', schema: term.shape.summary },
  ],
  list: [
    titleOf('list', 'Title of the list'),
    {
      option: 'description',
      question: 'Description: what its passages have in common',
      key: 'description',
      schema: list.shape.description,
    },
    { option: 'level', question: 'Whom it is for, as A level', key: 'level', schema: list.shape.level },
    {
      option: 'author',
      question: 'Who chose the passages (Enter leaves it out)',
      key: 'author',
      schema: list.shape.author,
      fallback: none,
    },
  ],
};

/** The value of an answer; throws a sentence for one that the schema refuses. */
export function valueOf({ schema, choices, read, question }: Field, answer: string): unknown {
  const text = answer.trim();
  if (text === '') throw new TypeError(`${question}: this has to be said.`);
  const values = read ? [read(text)] : [text, ...(/^-?\d+$/.test(text) ? [Number(text)] : [])];
  const found = values.find((value) => schema.safeParse(value).success);
  if (found !== undefined) return found;
  const [issue] = schema.safeParse(values.at(-1)).error?.issues ?? [];
  const wanted = choices
    ? `one of ${choices.join(', ')}`
    : issue?.code === 'too_small'
      ? 'some words'
      : issue?.code === 'invalid_type'
        ? `a whole number`
        : (issue?.message ?? 'something else');
  throw new TypeError(
    `${question}: \`${text}\` will not do; ${wanted.startsWith('expected') ? wanted : `expected ${wanted}`}.`,
  );
}

/** Where an excerpt stands, as authors say it: `chapter 5`, `Act V, scene 1`, `5.1`, or a title. */
export function readLocator(text: string): Partial<Record<LocatorKey, number>> & { title?: string } {
  const [, act, scene] = /^(\d+)\.(\d+)$/.exec(text) ?? [];
  if (act !== undefined) return { act: Number(act), scene: Number(scene) };
  const locator: Partial<Record<LocatorKey, number>> = {};
  const rest = text.replace(
    new RegExp(`\\b(${locatorKeys.join('|')})\\s+([a-z-]+|\\d+)\\b[,.:]?\\s*`, 'gi'),
    (whole, key: string, numeral: string) => {
      const number = readNumeral(numeral);
      if (number === undefined) return whole;
      locator[key.toLowerCase() as LocatorKey] = number;
      return '';
    },
  );
  return rest.trim() === '' ? locator : { ...locator, title: rest.trim() };
}

/** `Mary Shelley` → `Shelley, Mary`. */
function sorted(name: string): string {
  const [, first, last] = /^(.+?)\s+(\S+)$/.exec(name.trim()) ?? [];
  return last === undefined ? name.trim() : `${last}, ${first!}`;
}

function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
