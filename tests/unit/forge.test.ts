import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import manifest from '../../package.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '../..');
const github = join(root, '.github');
const read = (path: string) => parse(readFileSync(join(github, path), 'utf8')) as Record<string, unknown>;

interface Job {
  steps: { run?: string }[];
}

test('pull requests and pushes run the whole test, and the check with its annotations', () => {
  const { on, jobs } = read('workflows/check.yml') as { on: unknown; jobs: Record<string, Job> };
  expect(on).toEqual({ push: { branches: ['main'] }, pull_request: null });
  const runs = Object.values(jobs).map(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  expect(runs).toEqual([['npm ci', 'npm audit signatures', 'npm run check -- --format github'], ['.ci/run']]);
});

test('every script that a workflow runs is there', () => {
  const steps = readdirSync(join(github, 'workflows')).flatMap((name) =>
    Object.values(read(join('workflows', name))['jobs'] as Record<string, Job>).flatMap((job) => job.steps),
  );
  const named = steps.flatMap(({ run = '' }) => /^npm run (\S+)/.exec(run)?.[1] ?? []);
  expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test('each form of an issue asks for something, under ids of its own', () => {
  for (const name of ['correction.yml', 'fault.yml']) {
    const { body, ...form } = read(join('ISSUE_TEMPLATE', name)) as { body: { type: string; id: string }[] };
    expect(form).toEqual({
      name: expect.any(String) as string,
      description: expect.any(String) as string,
      labels: [expect.any(String) as string],
    });
    expect(body.every(({ type }) => type === 'input' || type === 'textarea')).toBe(true);
    expect(new Set(body.map(({ id }) => id)).size).toBe(body.length);
  }
});
