import { expect, test } from 'vitest';

import { routed } from '../../../src/integrations/endings.ts';

const isPublic = (path: string) => path === '/favicon.svg';

test.each([
  ['/works/macbeth/mark.svg', '/works/macbeth/mark.svg/'],
  ['/gloss/works/macbeth/mark.svg', '/gloss/works/macbeth/mark.svg/'],
  ['/essays/the-wrong-listener.csl.json', '/essays/the-wrong-listener.csl.json/'],
  ['/cards/gloss.png', '/cards/gloss.png/'],
])('%s has its ending from a parameter, and is routed as %s', (url, address) => {
  expect(routed(url, isPublic)).toBe(address);
});

test.each([
  '/favicon.svg',
  '/works/macbeth/',
  '/library.json',
  '/works/macbeth.epub',
  '/src/styles/plate.svg',
  '/@fs/font.svg',
  '/works/macbeth/mark.svg?import',
  '/works/macbeth/mark.svg/',
])('%s is left as it is', (url) => {
  expect(routed(url, isPublic)).toBe(url);
});
