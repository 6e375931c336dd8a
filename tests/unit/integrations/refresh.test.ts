import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';

import { refresh } from '../../../src/integrations/refresh.ts';
import { begin } from '../../../src/library/stored.ts';

const root = join(import.meta.dirname, 'site');

/** Loads the content, as Astro has its loader do. */
const loaded = () => {
  begin(Promise.resolve());
  return Promise.resolve();
};

type Middleware = (request: unknown, response: EventEmitter, next: () => void) => void;

/**
 * The dev server as the integration sees it; gives what it watches, the spy on loading content again,
 * and what asks for a page.
 */
function serving(refreshContent = vi.fn(loaded), content = 'content') {
  const added: string[] = [];
  const said: string[] = [];
  const watcher = Object.assign(new EventEmitter(), { add: (path: string) => (added.push(path), watcher) });
  const middlewares: Middleware[] = [];
  const { hooks } = refresh(content);
  void hooks['astro:config:done']!({ config: { root: pathToFileURL(`${root}/`) } } as never);
  const logger = { error: (line: string) => said.push(line) };
  const server = { watcher, middlewares: { use: (middleware: Middleware) => middlewares.push(middleware) } };
  void hooks['astro:server:setup']!({ server, refreshContent, logger } as never);
  const ask = () => {
    const response = new EventEmitter();
    const answer = vi.fn();
    middlewares[0]!({}, response, answer);
    return { response, answer };
  };
  return { watcher, added, said, refreshContent, ask };
}

test('the steps of a save below the content load it again, once', async () => {
  const { watcher, added, refreshContent } = serving();
  expect(added, 'Vite watches the project').toEqual([]);
  watcher.emit('all', 'unlink', join(root, 'content/essays/a.md'));
  watcher.emit('all', 'add', join(root, 'content/essays/a.md'));
  await wait(80);
  expect(refreshContent.mock.calls).toEqual([[{ loaders: ['content'] }]]);
  watcher.emit('all', 'change', join(root, 'content/essays/a.md'));
  await wait(80);
  expect(refreshContent).toHaveBeenCalledTimes(2);
});

test('a refresh that Astro passes over is asked for again until there is one', async () => {
  const passedOver = () => Promise.resolve();
  const { watcher, refreshContent } = serving(
    vi.fn(loaded).mockImplementationOnce(passedOver).mockImplementationOnce(passedOver),
  );
  watcher.emit('all', 'change', join(root, 'content/essays/a.md'));
  await wait(300);
  expect(refreshContent).toHaveBeenCalledTimes(3);
});

test('what changes elsewhere loads nothing', async () => {
  const { watcher, refreshContent } = serving();
  for (const path of ['src/pages/index.astro', '.astro/data-store.json', '../content/essays/a.md', 'contents/a.md'])
    watcher.emit('all', 'change', join(root, path));
  await wait(80);
  expect(refreshContent).not.toHaveBeenCalled();
});

test('content outside of the project is watched, too', async () => {
  const { watcher, added, refreshContent } = serving(undefined, '../elsewhere');
  expect(added).toEqual([join(root, '../elsewhere')]);
  watcher.emit('all', 'change', join(root, '../elsewhere/essays/a.md'));
  await wait(80);
  expect(refreshContent).toHaveBeenCalledOnce();
});

test('where the content cannot be loaded, the server says so and lives on', async () => {
  const { watcher, said } = serving(vi.fn(() => Promise.reject(new Error('The disk is full.'))));
  watcher.emit('all', 'change', join(root, 'content/essays/a.md'));
  await wait(80);
  expect(said).toEqual(['Error: The disk is full.']);
});

test('content is not loaded while a page is made of it, nor a page made while it is loaded', async () => {
  const loading = Promise.withResolvers<undefined>();
  const { watcher, refreshContent, ask } = serving(vi.fn(() => loading.promise.then(loaded)));
  const before = ask();
  await wait(0);
  expect(before.answer).toHaveBeenCalledOnce();
  watcher.emit('all', 'change', join(root, 'content/essays/a.md'));
  await wait(80);
  expect(refreshContent).not.toHaveBeenCalled();
  const after = ask();
  before.response.emit('close');
  await wait(0);
  expect(refreshContent).toHaveBeenCalledOnce();
  expect(after.answer).not.toHaveBeenCalled();
  loading.resolve(undefined);
  await wait(0);
  expect(after.answer).toHaveBeenCalledOnce();
});

test('who has gone while content was loaded keeps nobody waiting', async () => {
  const { watcher, refreshContent, ask } = serving();
  watcher.emit('all', 'change', join(root, 'content/essays/a.md'));
  await wait(31);
  ask().response.emit('close');
  await wait(50);
  watcher.emit('all', 'change', join(root, 'content/essays/a.md'));
  await wait(80);
  expect(refreshContent).toHaveBeenCalledTimes(2);
});

test('a server that could not load its content answers all the same', async () => {
  const { watcher, ask } = serving(vi.fn(() => Promise.reject(new Error('The disk is full.'))));
  watcher.emit('all', 'change', join(root, 'content/essays/a.md'));
  await wait(80);
  const { answer } = ask();
  await wait(0);
  expect(answer).toHaveBeenCalledOnce();
});
