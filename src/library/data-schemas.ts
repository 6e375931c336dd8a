import { z } from 'zod';
import { essaySchema, excerptSchema, listSchema, locatorKeys, termSchema, workSchema } from './schemas.ts';

const address = z.string().regex(/^\//).describe('Path from the root of the host, with the base.');
const absolute = z.url({ protocol: /^https?$/ });
const slug = z.string().regex(/^[^/?#\s]+$/);
const anchor = (kinds: string) => z.string().regex(new RegExp(`^[${kinds}]\\d+[a-z]*(?:-\\d+)?$`));
const { author, year, rights, edition } = workSchema.shape;
const { form } = excerptSchema.shape;
const count = z.int().min(0);
const slugs = z.array(slug);

/** Without the refinement of front matter, which JSON Schema says otherwise. */
const locator = z
  .partialRecord(z.enum([...locatorKeys, 'title']), z.union([z.int().min(1), z.string()]))
  .describe('Where the excerpt stands in the work: numbers, or the title of a poem.');

const question = z.strictObject({
  text: z.string(),
  html: z.string(),
  links: z.array(z.string()).describe('Addresses that it links to, of passages as a rule.'),
});

const line = z.strictObject({
  id: anchor('l'),
  text: z.string(),
  part: z.enum(['first', 'middle', 'last']).describe('Of a line that speakers share.').optional(),
});

const block = z.strictObject({
  id: anchor('pd').nullable().describe('Null where its lines have ids, and of omissions.').optional(),
  kind: z.enum(['paragraph', 'stanza', 'speech', 'direction', 'omission']),
  speaker: z.string().optional(),
  text: z.string().describe('Lines of verse are joined by a line feed.'),
  lines: z.array(line).optional(),
});

const note = z.strictObject({
  id: z.string().regex(/^fn-/),
  block: anchor('pld').describe('Id of the paragraph or line where its reference stands.'),
  lemma: z.string().describe('The words that it glosses.'),
  text: z.string(),
  html: z.string(),
  themes: slugs,
  terms: slugs,
  links: z.array(z.string()),
});

const excerpt = z.strictObject({
  url: address,
  title: z.string(),
  work: z.strictObject({ url: address, slug, title: z.string(), year, author, rights, edition }),
  locator,
  form,
  summary: z.string(),
  questions: z.array(question),
  words: count,
  blocks: z.array(block),
  notes: z.array(note),
  quotedIn: z.array(
    z.strictObject({ url: address, title: z.string(), blocks: z.array(anchor('pld')), text: z.string() }),
  ),
  themes: slugs,
  terms: slugs,
});

const essay = z.strictObject({
  url: address,
  title: z.string(),
  description: z.string(),
  author: z.string(),
  published: essaySchema.shape.published,
  updated: essaySchema.shape.published.nullable(),
  words: count,
  spoilers: slugs,
  level: z.string().nullable(),
  works: slugs,
  themes: slugs,
  terms: slugs,
  quotations: z.array(
    z.strictObject({
      text: z.string(),
      passage: address.nullable(),
      kind: z.enum(['block', 'inline']),
      proved: z.boolean().describe('Whether the words were found in the passage.'),
    }),
  ),
  questions: z.array(question),
});

const entry = { url: address, slug, title: z.string() };

const library = z.strictObject({
  works: z.array(z.strictObject({ ...entry, author: z.string(), year, rights: rights.shape.status })),
  excerpts: z.array(z.strictObject({ ...entry, work: slug, locator, form, notes: count })),
  essays: z.array(z.strictObject({ ...entry, works: slugs, themes: slugs })),
  themes: z.array(z.strictObject({ ...entry, occurrences: count })),
  terms: z.array(z.strictObject({ ...entry, kind: termSchema.shape.kind, occurrences: count })),
  lists: z.array(z.strictObject({ ...entry, level: listSchema.shape.level, passages: z.array(address) })),
});

const quote = z.strictObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});

const annotation = z.strictObject({
  id: absolute,
  type: z.literal('Annotation'),
  motivation: z.literal('commenting'),
  creator: z.strictObject({ type: z.literal('Organization'), name: z.string(), homepage: absolute }),
  rights: absolute,
  body: z.array(
    z.union([
      z.strictObject({
        type: z.literal('TextualBody'),
        value: z.string(),
        format: z.literal('text/plain'),
        language: z.string(),
        purpose: z.literal('commenting'),
      }),
      z.strictObject({ source: absolute, purpose: z.literal('tagging') }),
    ]),
  ),
  target: z.strictObject({
    source: absolute,
    selector: z.union([
      quote,
      z.strictObject({
        type: z.literal('FragmentSelector'),
        conformsTo: z.literal('http://tools.ietf.org/rfc/rfc3236'),
        value: anchor('pld'),
        refinedBy: quote,
      }),
    ]),
  }),
});

const annotations = z.strictObject({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  id: absolute,
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  total: count,
  first: z.strictObject({
    id: absolute,
    type: z.literal('AnnotationPage'),
    startIndex: z.literal(0),
    items: z.array(annotation),
  }),
});

const name = z.union([
  z.strictObject({ family: z.string(), given: z.string() }),
  z.strictObject({ literal: z.string() }),
]);
const date = z.strictObject({ 'date-parts': z.tuple([z.array(z.int()).min(1).max(3)]) });

const citation = z.tuple([
  z.strictObject({
    id: z.string(),
    type: z.enum(['book', 'chapter', 'webpage']),
    title: z.string(),
    'container-title': z.string().optional(),
    author: z.array(name).min(1),
    editor: z.array(name).optional(),
    translator: z.array(name).optional(),
    issued: date,
    'original-date': date.optional(),
    publisher: z.string().optional(),
    language: z.string(),
    keyword: z.string().optional(),
    abstract: z.string().optional(),
    note: z.string().optional(),
    URL: absolute,
  }),
]);

const names = z.array(z.string().min(1));

/** Every kind of JSON that the site publishes, with a title for its schema. */
export const dataSchemas = {
  excerpt: excerpt.meta({ title: 'An excerpt' }),
  essay: essay.meta({ title: 'An essay' }),
  library: library.meta({ title: 'The whole catalogue' }),
  annotations: annotations.meta({ title: 'The notes of an excerpt as W3C annotations' }),
  citation: citation.meta({ title: 'The citation of an excerpt or essay in CSL-JSON' }),
  names: names.meta({ title: 'Names that search suggests' }),
};

export type DataKind = keyof typeof dataSchemas;

/** The JSON Schema (draft 2020-12) of a kind of data, to be published at `id`. */
export function jsonSchema(kind: DataKind, id: string) {
  return { $id: id, ...z.toJSONSchema(dataSchemas[kind], { target: 'draft-2020-12' }) };
}
