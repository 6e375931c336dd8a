import { afterAll, beforeAll, expect, test } from 'vitest';

import { bodyOf, keepBodies } from '../../../src/integrations/bodies.ts';

const standard = globalThis.Response;
beforeAll(keepBodies);
afterAll(() => {
  globalThis.Response = standard;
});

const long = 'Alas! '.repeat(100_000);
const bytes = () => new TextEncoder().encode('Alas, poor Yorick!');

test('a response gives the very bytes that it was made of', async () => {
  const given = bytes();
  const response = new Response(given, { status: 404, headers: { 'Content-Type': 'text/html' } });
  expect(await bodyOf(response)).toBe(given);
  expect(response).toBeInstanceOf(standard);
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html']);
});

test.each<[string, () => Response, string]>([
  ['of a text', () => new Response('Alas'), 'Alas'],
  ['of JSON', () => Response.json({ skull: true }), '{"skull":true}'],
  ['of bytes among others', () => new Response(bytes().subarray(6, 10)), 'poor'],
  ['of a large stream', () => new Response(new Blob([long]).stream()), long],
  ['of another one’s body', () => new Response(new Response(bytes()).body), 'Alas, poor Yorick!'],
  ['of nothing', () => new Response(null), ''],
])('a response %s gives what it holds', async (_, response, text) => {
  expect(response()).toBeInstanceOf(Response);
  expect(new TextDecoder().decode(await bodyOf(response()))).toBe(text);
});

test('a response can be read as any other', async () => {
  expect(await new Response(bytes()).text()).toBe('Alas, poor Yorick!');
  expect(new Uint8Array(await new Response(bytes()).arrayBuffer())).toEqual(bytes());
});
