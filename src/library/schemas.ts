import { z } from 'zod';

const text = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected a slug: lower-case letters, digits and hyphens');
const date = z.iso.date('expected a date, such as 2026-11-22');
const year = z.int();
const number = z.int().min(1);

const picture = { src: text, alt: text };

export const locatorKeys = ['book', 'part', 'act', 'scene', 'chapter', 'stave', 'letter', 'canto'] as const;
export type LocatorKey = (typeof locatorKeys)[number];

const locator = z
  .strictObject({
    ...Object.fromEntries(locatorKeys.map((key) => [key, number.optional()])),
    title: text.optional(),
  } as Record<LocatorKey, z.ZodOptional<typeof number>> & { title: z.ZodOptional<typeof text> })
  .refine((value) => Object.keys(value).length > 0, 'expected where the excerpt stands, such as `chapter: 5`');

export const workSchema = z.strictObject({
  title: text,
  author: z.strictObject({ name: text, sort: text, born: year.optional(), died: year.optional() }),
  year,
  form: z.enum(['novel', 'novella', 'play', 'poem', 'poems', 'short story']),
  rights: z.strictObject({
    status: z.enum(['public-domain', 'in-copyright']),
    holder: text.optional(),
    note: text.optional(),
  }),
  edition: z
    .strictObject({
      title: text,
      editor: text.optional(),
      translator: text.optional(),
      publisher: text,
      year,
      url: z.url().optional(),
    })
    .optional(),
  summary: text.optional(),
  order: z.number().optional(),
  mark: z.strictObject(picture).optional(),
});

export const excerptSchema = z.strictObject({
  title: text,
  locator,
  form: z.enum(['prose', 'verse', 'drama']),
  summary: text.optional(),
  first: z.union([number, z.array(number).min(1)]).optional(),
  questions: z.array(text).optional(),
  order: z.number().optional(),
});

export const essaySchema = z.strictObject({
  title: text,
  description: text,
  author: text,
  published: date,
  updated: date.optional(),
  spoilers: z.array(slug).optional(),
  questions: z.array(text).optional(),
  level: text.optional(),
  illustration: z.strictObject({ ...picture, credit: text, licence: text }).optional(),
  draft: z.boolean().optional(),
});

export const themeSchema = z.strictObject({
  title: text,
  question: text,
  summary: text,
  related: z.array(slug).optional(),
});

export const termSchema = z.strictObject({
  title: text,
  kind: z.enum(['device', 'form', 'lens']),
  summary: text,
  related: z.array(slug).optional(),
});

export const listSchema = z.strictObject({ title: text, description: text, level: text, author: text.optional() });

export const schemas = {
  work: workSchema,
  excerpt: excerptSchema,
  essay: essaySchema,
  theme: themeSchema,
  term: termSchema,
  list: listSchema,
};

export type Schemas = typeof schemas;
export type FrontMatterOf<Kind extends keyof Schemas> = z.output<Schemas[Kind]>;
export type Locator = FrontMatterOf<'excerpt'>['locator'];
