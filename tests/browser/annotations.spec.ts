import { expect, test } from '@playwright/test';
import { rolldown } from 'rolldown';

import { root } from '../site/sites.ts';

interface Selector {
  type: string;
  value?: string;
  refinedBy?: Selector;
  exact?: string;
  prefix?: string;
  suffix?: string;
}

interface Collection {
  first: { items: { id: string; target: { selector: Selector } }[] };
}

/** Apache Annotator as a script that sets the global `annotator`. */
async function annotator(): Promise<string> {
  const bundle = await rolldown({ input: '@apache-annotator/dom', cwd: root, platform: 'browser', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'iife', name: 'annotator' });
  return `${output[0].code}; globalThis.annotator = annotator;`;
}

for (const excerpt of ['winter-clock/chapter-1', 'salt-road/the-gate', 'the-ferry/act-1-scene-2'])
  test(`every annotation of ${excerpt} is found again on its page by Apache Annotator`, async ({ page, request }) => {
    const collection = (await (await request.get(`works/${excerpt}.annotations.json`)).json()) as Collection;
    const data = (await (await request.get(`works/${excerpt}.json`)).json()) as {
      notes: { id: string; lemma: string }[];
    };
    await page.goto(`works/${excerpt}/`);
    await page.evaluate(await annotator());
    const found = await page.evaluate(
      async (items) =>
        Promise.all(
          items.map(async ({ id, target: { selector } }) => {
            const library = (globalThis as unknown as { annotator: Annotator }).annotator;
            const scope = selector.value
              ? document.getElementById(selector.value)!
              : document.querySelector('article')!;
            const quote = selector.refinedBy ?? selector;
            const words: string[] = [];
            for await (const range of library.createTextQuoteSelectorMatcher(quote)(scope))
              words.push(range.toString());
            return { id: new URL(id).hash.slice(1), words };
          }),
        ),
      collection.first.items,
    );
    expect(found).toEqual(data.notes.map(({ id, lemma }) => ({ id, words: [lemma] })));
  });

interface Annotator {
  createTextQuoteSelectorMatcher(selector: Selector): (scope: Element) => AsyncIterable<Range>;
}
