import { expect, it, vi } from 'vitest';
import { begin, ended } from '../../../src/library/stored.ts';

it('has who waits for documents take part in compiling them, once', async () => {
  const others = Promise.withResolvers<undefined>();
  const help = vi.fn();
  begin(others.promise.then(), help);
  const waited = ended();
  expect(help).toHaveBeenCalledOnce();
  others.resolve(undefined);
  await waited;
  await ended();
  expect(help).toHaveBeenCalledOnce();
});

it('says of a failure whoever’s it was', async () => {
  begin(Promise.resolve(), () => {
    throw new Error('The disk is full.');
  });
  await expect(ended()).rejects.toThrow('The disk is full.');
});
