import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

import { fixture, root } from './sites.ts';

const [content, out] = ['.cache/test/wrong-content', '.cache/test/wrong'];
const remove = () => {
  for (const folder of [content, out, `.cache/${out}`]) rmSync(join(root, folder), { recursive: true, force: true });
};
afterAll(remove);

test('a build of content with a fault says which, and publishes nothing', () => {
  remove();
  cpSync(join(root, fixture.content), join(root, content), { recursive: true });
  const quotation = 'A [“quotation that stands nowhere”](../works/winter-clock/chapter-1.md#p1).';
  appendFileSync(join(root, content, 'essays/late-on-purpose.md'), `\n\n${quotation}\n`);
  const build = ['--require', './src/commands/node.cjs', 'src/commands/build.ts'];
  const { status, stderr } = spawnSync(process.execPath, build, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', CONTENT: content, OUT: out, CARDS: '0' },
    encoding: 'utf8',
  });
  expect(stderr).toContain('quotation-fabricated');
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(status).toBe(1);
  expect(existsSync(join(root, out))).toBe(false);
});
