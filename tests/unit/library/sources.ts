import { buildLibrary, type BuildOptions } from '../../../src/library/build.ts';
import type { Library } from '../../../src/library/library.ts';
import { compile } from '../../../src/markdown/compile.ts';

/** A small shelf: one work with two excerpts, an essay, a theme and a term. */
export const shelf: Record<string, string> = {
  'works/book/work.md': `---
title: Book
author: { name: Ann Author, sort: 'Author, Ann' }
year: 1900
form: novel
rights: { status: public-domain }
---

An introduction.
`,
  'works/book/chapter-2.md': `---
title: The second
locator: { chapter: 2 }
form: prose
first: [3, 9]
---

The sea was grey[^grey] that day.

[…]

He went home.

[^grey]: **grey** A [metaphor](../../terms/metaphor.md) of [guilt](../../themes/guilt.md).
`,
  'works/book/chapter-1.md': `---
title: The first
locator: { chapter: 1 }
form: prose
---

It was night[^night].

[^night]: **night** [Guilt](../../themes/guilt.md) again, before [the sea](chapter-2.md#p3).
`,
  'essays/grey.md': `---
title: Grey
description: On grey.
author: A Critic
published: 2026-01-02
questions:
  - Why [here](../works/book/chapter-2.md#p9)?
---

It begins well. He says [“The sea was grey”](../works/book/chapter-2.md#p3), out of [guilt](../themes/guilt.md).
`,
  'themes/guilt.md': '---\ntitle: Guilt\nquestion: Who is guilty?\nsummary: On guilt.\n---\n\nAll are.\n',
  'terms/metaphor.md': '---\ntitle: Metaphor\nkind: device\nsummary: On metaphor.\n---\n\nIt carries.\n',
};

/** The library of `shelf` with some files changed or, where undefined, left out. */
export function libraryOf(
  changes: Record<string, string | undefined> = {},
  options: Partial<BuildOptions> = {},
): Library {
  const sources = Object.entries({ ...shelf, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const base = options.base ?? '/';
  return buildLibrary(
    sources.map(([path, source]) => compile(source, path, { base })),
    { base, ...options },
  );
}

/** The faults of a library, each as `file:line:column code`. */
export function codes({ faults }: Library): string[] {
  return faults.map(({ file, line, column, code }) => `${file.replace('content/', '')}:${line}:${column} ${code}`);
}
