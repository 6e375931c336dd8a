import { describe, expect, it } from 'vitest';
import { number } from '../../../src/library/numbering.ts';
import { excerpt } from '../markdown/source.ts';

const ids = (body: string, form: 'prose' | 'verse' | 'drama', first?: number | number[]) =>
  number(excerpt(body, form).blocks, form, first).map(({ id, lines }) => id ?? lines?.map((line) => line.id) ?? null);

describe('number', () => {
  it('counts paragraphs from the first number, and goes on over an omission', () => {
    expect(ids('One.\n\n[…]\n\nTwo.', 'prose', 4)).toEqual(['p4', null, 'p5']);
  });

  it('takes a number for each run between omissions', () => {
    expect(ids('[…]\n\nOne.\n\nTwo.\n\n[…]\n\nThree.', 'prose', [4, 9])).toEqual([null, 'p4', 'p5', null, 'p9']);
  });

  it('counts the lines of verse', () => {
    expect(ids('One\\\ntwo\n\nThree', 'verse', 21)).toEqual([['l21', 'l22'], ['l23']]);
  });

  it('counts speeches in prose, lines of verse and directions apart', () => {
    const scene = '*Enter.*\n\n**A** Prose.\n\n**B** Verse\\\nverse.\n\n*Exit.*\n\n**C** Prose.';
    expect(ids(scene, 'drama')).toEqual(['d1', 'p1', ['l1', 'l2'], 'd2', 'p2']);
    expect(ids(scene, 'drama', 7)).toEqual(['d1', 'p7', ['l1', 'l2'], 'd2', 'p8']);
  });

  it('counts a shared line once', () => {
    expect(ids('**A** One\\\n\n**B**   two\\\n\n**C**   three\\\nfour.', 'drama', 15)).toEqual([
      ['l15'],
      ['l15-2'],
      ['l15-3', 'l16'],
    ]);
  });

  it('counts verse that prose quotes as one paragraph', () => {
    expect(ids('One.\n\n> Two\\\n> three\n\nFour.', 'prose')).toEqual(['p1', 'p2', 'p3']);
  });
});
