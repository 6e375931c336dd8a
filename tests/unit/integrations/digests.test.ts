import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { rememberDigests } from '../../../src/integrations/digests.ts';

const { subtle } = globalThis.crypto;
const encoder = new TextEncoder();

test('a digest that was taken before is not taken again, and is the same', async () => {
  const take = vi.spyOn(subtle, 'digest');
  rememberDigests();
  const texts = ['one', 'two', 'one'];
  const digests = await Promise.all(texts.map((text) => subtle.digest('SHA-256', encoder.encode(text))));
  expect(digests.map((digest) => Buffer.from(digest).toString('hex'))).toEqual(
    texts.map((text) => createHash('sha256').update(text).digest('hex')),
  );
  expect(take).toHaveBeenCalledTimes(2);
  await subtle.digest('SHA-384', encoder.encode('one'));
  expect(take).toHaveBeenCalledTimes(3);
});
