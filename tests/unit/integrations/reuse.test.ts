import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AstroPrerenderer, RouteData } from 'astro';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { materialsOf, reused } from '../../../src/integrations/reuse.ts';

let root: string;
let last: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gloss-reuse-'));
  last = join(root, 'dist');
});
afterEach(() => rmSync(root, { recursive: true }));

const page = { type: 'page' } as RouteData;
const file = { type: 'endpoint' } as RouteData;

/** Builds the pages of two addresses, of these materials, and gives what was rendered of them. */
async function build(base: string, ...cacheKeys: (string | undefined)[]): Promise<string[]> {
  const rendered: string[] = [];
  const routes = [page, file];
  const pathnames = ['/works/macbeth', '/works/macbeth.bib'];
  const standard = {
    name: 'standard',
    getStaticPaths: () =>
      Promise.resolve(
        pathnames.map((pathname, index) => {
          const cacheKey = cacheKeys[index];
          return { pathname, route: routes[index]!, ...(cacheKey !== undefined && { cacheKey }) };
        }),
      ),
    render: (request: Request) => {
      rendered.push(new URL(request.url).pathname);
      return Promise.resolve(new Response('rendered'));
    },
  } as unknown as AstroPrerenderer;
  const prerenderer = reused(standard, join(root, 'cache'), { last, base });
  await prerenderer.getStaticPaths();
  for (const [index, path] of [`${base}works/macbeth/`, `${base}works/macbeth.bib/`].entries()) {
    const options = { routeData: routes[index]! } as Parameters<AstroPrerenderer['render']>[1];
    const response = (await prerenderer.render(new Request(`https://gloss.example${path}`), options)) as Response;
    expect(await response.text()).toBe(rendered.includes(path) ? 'rendered' : 'of the last site');
  }
  await prerenderer.teardown?.();
  const { next, last: kept } = materialsOf(join(root, 'cache'));
  renameSync(next, kept);
  mkdirSync(join(last, 'works/macbeth'), { recursive: true });
  for (const path of ['works/macbeth/index.html', 'works/macbeth.bib'])
    writeFileSync(join(last, path), 'of the last site');
  return rendered;
}

test.each(['/', '/gloss/'])('what is made of the same is taken from the last site, under %s', async (base) => {
  const both = [`${base}works/macbeth/`, `${base}works/macbeth.bib/`];
  expect(await build(base, 'one', 'one')).toEqual(both);
  expect(await build(base, 'one', 'one')).toEqual([]);
  expect(await build(base, 'two', 'one')).toEqual([both[0]]);
  expect(await build(base, 'two', 'two')).toEqual([both[1]]);
});

test('what does not say what it is made of is always rendered', async () => {
  await build('/', undefined, 'one');
  expect(await build('/', undefined, 'one')).toEqual(['/works/macbeth/']);
});

test('what is gone from the last site is rendered', async () => {
  await build('/', 'one', 'one');
  rmSync(join(last, 'works/macbeth.bib'));
  expect(await build('/', 'one', 'one')).toEqual(['/works/macbeth.bib/']);
});
