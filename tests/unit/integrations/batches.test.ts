import { expect, test } from 'vitest';

import { Batches } from '../../../src/integrations/batches.ts';

test('hands on every item, in order and in few batches', async () => {
  const handed: number[][] = [];
  const batches = new Batches<number>(64, (items) => {
    handed.push(items);
    return Promise.resolve();
  });
  const items = Array.from({ length: 100 }, (_, number) => number);
  for (const item of items) await batches.add(item);
  await batches.end();
  expect(handed.flat()).toEqual(items);
  expect(handed.length).toBeLessThan(5);
});

test('waits when more items wait than there is room for', async () => {
  const waiting: (() => void)[] = [];
  const batches = new Batches<number>(64, () => new Promise((resolve) => waiting.push(resolve)));
  let added = 0;
  const adding = (async () => {
    for (; added < 200; added++) await batches.add(added);
  })();
  await new Promise(setImmediate);
  expect(added).toBe(95);
  waiting.shift()!();
  await new Promise(setImmediate);
  expect(added).toBe(127);
  while (waiting.length > 0) {
    waiting.shift()!();
    await new Promise(setImmediate);
  }
  await adding;
  const end = batches.end();
  await new Promise(setImmediate);
  for (const resolve of waiting) resolve();
  await end;
});

test('whoever waits is told that a thread has failed', async () => {
  const batches = new Batches<number>(64, () => Promise.reject(new Error('The disk is full.')));
  await batches.add(1);
  await expect(batches.end()).rejects.toThrow('The disk is full.');
});
