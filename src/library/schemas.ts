import { z } from 'zod';

const text = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected a slug: lower-case letters, digits and hyphens');
const date = z.iso.date('expected a date, such as 2026-11-22');
const year = z.int();
const number = z.int().min(1);

const picture = {
  src: text.describe('The path to the file of the picture, from this file.'),
  alt: text.describe('What a reader who cannot see the picture would miss.'),
};
const related = z
  .array(slug)
  .describe('Pages of the same kind to look at next, by the names of their files.')
  .optional();
const order = z.number().describe('Where it stands among its like, where not by year or place.').optional();
const questions = z
  .array(text)
  .describe('Open questions for a class; a good answer quotes. Markdown, with links to passages.')
  .optional();
const level = text.describe('Whom it is for: GCSE, A level, first year.');

export const locatorKeys = ['book', 'part', 'act', 'scene', 'chapter', 'stave', 'letter', 'canto'] as const;
export type LocatorKey = (typeof locatorKeys)[number];

const locator = z
  .strictObject({
    ...Object.fromEntries(locatorKeys.map((key) => [key, number.optional()])),
    title: text.describe('Of a poem, or of a chapter without a number.').optional(),
  } as Record<LocatorKey, z.ZodOptional<typeof number>> & { title: z.ZodOptional<typeof text> })
  .refine((value) => Object.keys(value).length > 0, 'expected where the excerpt stands, such as `chapter: 5`')
  .meta({
    description: 'Where it stands in the work: `chapter: 5`, `act: 5` and `scene: 1`, or `title:` of a poem.',
    minProperties: 1,
  });

export const workSchema = z.strictObject({
  title: text.describe('The title of the work.'),
  author: z
    .strictObject({
      name: text.describe('As it is printed: Mary Shelley.'),
      sort: text.describe('As it is sorted: Shelley, Mary.'),
      born: year.optional(),
      died: year.optional(),
    })
    .describe('Who wrote it.'),
  year: year.describe('The year it was first published or performed.'),
  form: z.enum(['novel', 'novella', 'play', 'poem', 'poems', 'short story']).describe('What kind of work it is.'),
  rights: z
    .strictObject({
      status: z
        .enum(['public-domain', 'in-copyright'])
        .describe('In copyright, it is quoted in few words only, which the build counts.'),
      holder: text.describe('Who holds the copyright.').optional(),
      note: text.describe('What there is to say of its rights.').optional(),
    })
    .describe('Whether its text may be reproduced.'),
  edition: z
    .strictObject({
      title: text.describe('The title of the edition.'),
      editor: text.optional(),
      translator: text.optional(),
      publisher: text.describe('Who published it.'),
      year: year.describe('The year of the edition.'),
      url: z.url().describe('Where it can be read.').optional(),
    })
    .describe('The edition that the excerpts follow.')
    .optional(),
  summary: text.describe('One sentence for lists and link previews.').optional(),
  order,
  mark: z.strictObject(picture).describe('A small drawing that stands for the work.').optional(),
});

export const excerptSchema = z.strictObject({
  title: text.describe('A title of your own: what happens in it.'),
  locator,
  form: z
    .enum(['prose', 'verse', 'drama'])
    .describe('Prose is numbered by paragraph, verse by line, drama by speech and line.'),
  summary: text.describe('One sentence for lists and link previews.').optional(),
  first: z
    .union([number, z.array(number).min(1)])
    .describe('The number of its first paragraph or line in the edition; a list, one for each run between omissions.')
    .optional(),
  questions,
  order,
});

export const essaySchema = z.strictObject({
  title: text.describe('What the essay claims.'),
  description: text.describe('One sentence for lists, search results and link previews.'),
  author: text.describe('Who wrote it.'),
  published: date.describe('The day of publication, as 2026-11-22.'),
  updated: date.describe('The day of the last change that a reader would notice.').optional(),
  spoilers: z.array(slug).describe('Works whose plots it gives away, by the names of their folders.').optional(),
  questions,
  level: level.optional(),
  illustration: z
    .strictObject({
      ...picture,
      credit: text.describe('Who drew it.'),
      licence: text.describe('Under what licence.'),
    })
    .describe('A picture above the essay.')
    .optional(),
  draft: z.boolean().describe('A draft is seen with `npm run dev` and left out of the site.').optional(),
});

export const themeSchema = z.strictObject({
  title: text.describe('The theme, in a word or two.'),
  question: text.describe('The question that it asks.'),
  summary: text.describe('One sentence for lists and link previews.'),
  related,
});

export const termSchema = z.strictObject({
  title: text.describe('The term.'),
  kind: z.enum(['device', 'form', 'lens']).describe('A device of style, a literary form, or a critical lens.'),
  summary: text.describe('Its definition in one sentence.'),
  related,
});

export const listSchema = z.strictObject({
  title: text.describe('The title of the list.'),
  description: text.describe('One sentence: what its passages have in common.'),
  level,
  author: text.describe('Who chose the passages.').optional(),
});

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
