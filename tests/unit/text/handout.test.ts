import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeHandout, emptyHandout, encodeHandout, type Handout } from '../../../src/text/handout.ts';

const passage = (excerpt: string, id: string, question = '') => ({ excerpt, first: id, last: id, question });

const ten: Handout = {
  title: 'Makers and made',
  instructions: 'Read these in order, as you would hear witnesses.\nThen write.',
  choices: ['notes', 'space'],
  passages: [
    ['frankenstein/chapter-5', 'p3'],
    ['frankenstein/chapter-10', 'p19'],
    ['the-island-of-doctor-moreau/chapter-14', 'p27'],
    ['the-island-of-doctor-moreau/chapter-14', 'p44'],
    ['the-island-of-doctor-moreau/chapter-12', 'p24'],
    ['great-expectations/chapter-39', 'p66'],
    ['the-picture-of-dorian-gray/chapter-20', 'p12'],
    ['never-let-me-go/chapter-22', 'p2'],
    ['frankenstein/chapter-24', 'p75'],
    ['keats-poems/ode-to-a-nightingale', 'l71'],
  ].map(([excerpt, id], index) =>
    passage(
      excerpt!,
      id!,
      `Question ${index}: which of these sentences has him in it as the one who acts, and what has he done by the end of the others?`,
    ),
  ),
};

describe('a handout in an address', () => {
  test('is read back as it was', async () => {
    expect(await decodeHandout(await encodeHandout(ten))).toEqual({ handout: ten });
  });

  test('is read back as it was, whatever is written in it', async () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 80 })
      .map((value) => value.replaceAll(/[\u001E\u001F]/g, '').toWellFormed());
    await fc.assert(
      fc.asyncProperty(text, text, text, async (title, instructions, question) => {
        const handout = { ...ten, title, instructions, passages: [passage('a/b', 'l15-2', question)] };
        expect(await decodeHandout(await encodeHandout(handout))).toEqual({ handout });
      }),
      { numRuns: 40 },
    );
  });

  test('is made of letters that no program escapes, and with ten passages leaves half of the address free', async () => {
    const fragment = await encodeHandout(ten);
    expect(fragment).toMatch(/^1\.[\w-]+$/);
    expect(fragment.length).toBeLessThan(1000);
  });

  test('keeps the passages that come before a cut', async () => {
    const various = { ...ten, passages: ten.passages.map((one, index) => ({ ...one, question: varied(index) })) };
    const fragment = await encodeHandout(various);
    const { handout, fault } = await decodeHandout(fragment.slice(0, Math.round(fragment.length * 0.7)));
    expect(fault).toBe('damaged');
    expect(handout.title).toBe(ten.title);
    expect(handout.passages.length).toBeGreaterThan(2);
    expect(handout.passages).toEqual(various.passages.slice(0, handout.passages.length));
  });

  test('a letter that was changed is noticed', async () => {
    const fragment = await encodeHandout(ten);
    const middle = Math.round(fragment.length / 2);
    const changed = fragment.slice(0, middle) + (fragment[middle] === 'A' ? 'B' : 'A') + fragment.slice(middle + 1);
    expect((await decodeHandout(changed)).fault).toBe('damaged');
  });

  test('a full stop that a sentence put after it is let be', async () => {
    expect(await decodeHandout(`${await encodeHandout(ten)}.`)).toEqual({ handout: ten });
  });

  test('what a newer site wrote is not guessed at', async () => {
    expect(await decodeHandout('2.abcdef')).toEqual({ handout: emptyHandout(), fault: 'newer' });
  });

  test.each(['', 'p3', '1.', '1.!', '1.AAAA', '%00', '1.%3Cscript%3E'])('%j is no handout', async (fragment) => {
    expect(await decodeHandout(fragment)).toEqual({ handout: emptyHandout(), fault: 'unreadable' });
  });

  test('a passage that is no address of a passage is dropped and said to be missing', async () => {
    const passages = [
      passage('../../evil', 'p1'),
      passage('a/b', 'javascript:x'),
      passage('frankenstein/chapter-5', 'p6a'),
    ];
    expect(await decodeHandout(await encodeHandout({ ...emptyHandout(), passages }))).toEqual({
      handout: { ...emptyHandout(), passages: [passage('frankenstein/chapter-5', 'p6a')] },
      fault: 'damaged',
    });
  });

  test('a text that unpacks to something huge is stopped', async () => {
    const bomb = await encodeHandout({ ...emptyHandout(), title: 'x'.repeat(5_000_000) });
    const { handout, fault } = await decodeHandout(bomb);
    expect(fault).toBe('damaged');
    expect(handout.title.length).toBeLessThanOrEqual(100_000);
  }, 60_000);
});

/** A sentence that compresses badly, as those of people do. */
function varied(seed: number): string {
  return Array.from({ length: 40 }, (_, index) => ((seed * 7919 + index * 104_729) % 1_679_616).toString(36)).join(' ');
}
