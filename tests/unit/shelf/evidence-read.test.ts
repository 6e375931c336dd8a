import { expect, test, vi } from 'vitest';
import { checkContent } from '../../../src/library/check.ts';
import { Passages } from '../../../src/text/passages.ts';

test('of a library only the blocks that are quoted are read to prove its quotations, and few before or after them', () => {
  const read = vi.spyOn(Passages.prototype, 'tokensOf');
  const { library } = checkContent('content', { ledger: false });
  const units = new Set(read.mock.calls.flat());
  read.mockRestore();
  const proved = library.quotations.filter((quotation) => quotation.proved);
  const quoted = new Set(
    proved.flatMap(({ excerpt, anchors }) => anchors.map((anchor) => `${excerpt!.url}#${anchor}`)),
  );
  const blocks = library.excerpts.flatMap(({ passages }) => passages);
  expect(units.size).toBeGreaterThanOrEqual(quoted.size);
  expect(units.size).toBeLessThan(quoted.size * 1.1);
  expect(quoted.size).toBeLessThan(blocks.length / 2);
});
