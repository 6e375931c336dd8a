import { expect, inject, test } from 'vitest';

import { sites } from './sites.ts';

test.each(sites)('the site “$name” builds', ({ name }) => {
  expect(inject('builds')[name]).toBe('');
});
