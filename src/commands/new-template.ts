import type { z } from 'zod';
import { scalar } from '../import/front-matter.ts';
import { schemas } from '../library/schemas.ts';
import type { DocumentKind } from '../markdown/document.ts';

/** Front-matter values by dotted path, in any order. */
export type Answers = Record<string, unknown>;

/**
 * The text of a new file: every key of its kind in the order of the schema, each after a comment that explains it; keys
 * without a value stand as comments, with an example. The body says what to write there.
 */
export function newFile(kind: DocumentKind, answers: Answers): string {
  const shape = schemas[kind].shape as Record<string, z.ZodType>;
  const keys = Object.entries(shape).map(([key, schema]) => {
    const value = valueAt(answers, key);
    const lines =
      value === undefined
        ? yaml(key, examples[kind]?.[key] ?? examples['all']![key]).map((line) => `# ${line}`)
        : yaml(key, value);
    return [...comment(schema), ...lines].join('\n');
  });
  return `---\n${keys.join('\n')}\n---\n\n${body(kind, answers)}\n`;
}

/** The value of a key: its answer, or its answers by the keys under it. */
function valueAt(answers: Answers, key: string): unknown {
  if (answers[key] !== undefined) return answers[key];
  const under = Object.entries(answers).filter(([path, value]) => path.startsWith(`${key}.`) && value !== undefined);
  return under.length > 0
    ? Object.fromEntries(under.map(([path, value]) => [path.slice(key.length + 1), value]))
    : undefined;
}

function yaml(key: string, value: unknown): string[] {
  if (Array.isArray(value))
    return value.every((item) => !String(item).includes(' '))
      ? [`${key}: [${value.join(', ')}]`]
      : [`${key}:`, ...value.map((item) => `  - ${String(item)}`)];
  if (typeof value === 'object' && value !== null)
    return [
      `${key}:`,
      ...Object.entries(value).flatMap(([inner, nested]) => yaml(inner, nested).map((line) => `  ${line}`)),
    ];
  return [`${key}: ${scalar(value as string | number | boolean)}`];
}

/** What a key is for; a key that may be left out says it of its value. */
function comment(schema: z.ZodType): string[] {
  const words = (schema.description ?? (schema as z.ZodOptional<z.ZodType>).unwrap().description ?? '').split(' ');
  const lines = [''];
  for (const word of words) {
    const line = lines.at(-1)!;
    if (line.length + word.length > 98) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.filter(Boolean).map((line) => `# ${line}`);
}

/** What the keys look like that are not asked for. */
const examples: Partial<Record<DocumentKind | 'all', Record<string, unknown>>> = {
  all: {
    summary: 'One sentence.',
    order: 1,
    questions: ['What does the last line change?'],
    related: ['another-page'],
    level: 'A level',
    author: 'Your Name',
  },
  work: {
    edition: { title: 'Its title', publisher: 'Standard Ebooks', year: 2021 },
    mark: { src: './mark.svg', alt: 'What the drawing shows.' },
  },
  excerpt: { first: [12, 40] },
  essay: {
    updated: '2026-12-01',
    spoilers: ['frankenstein'],
    illustration: { src: './picture.svg', alt: 'What the picture shows.', credit: 'Your Name', licence: 'CC BY 4.0' },
  },
};

function body(kind: DocumentKind, answers: Answers): string {
  if (kind !== 'excerpt') return bodies[kind];
  const note =
    '[^label]: **the words of the passage** Say in 30 to 90 words what they do, how, and why it matters here.';
  if (answers['form'] === 'verse')
    return `Put the words of the passage[^label] here,\\\none line of verse on each.\n\n${note}`;
  if (answers['form'] === 'drama')
    return `*Put a stage direction in italics.*\n\n**Speaker** Put the words of the passage[^label] here, one speech a paragraph.\n\n${note}`;
  return `Put the words of the passage[^label] here, one paragraph a line.\n\n${note}`;
}

const bodies: Record<Exclude<DocumentKind, 'excerpt'>, string> = {
  work: 'Say in a paragraph or two why the work is on this shelf, and what to look for in it.',
  essay:
    'Begin with something seen on the page. Then say what it shows, and prove it by words that are quoted and linked.',
  theme:
    'Say in two or three paragraphs how literature has handled the question. The notes that link here do the rest.',
  term: 'Define it in two sentences.\n\nThen show it at work in two passages of the library, quoted and linked.',
  list: 'Say what the passages have in common, and in what order to read them. Each is then an item: a link to a passage, and what to look at in it.',
};
