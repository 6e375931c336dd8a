import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/library/ledger.ts';
import { number } from '../../../src/library/numbering.ts';
import { settle } from '../../../src/library/settle.ts';
import { unitsOf } from '../../../src/library/units.ts';
import { similarity } from '../../../src/text/similarity.ts';
import { traceOf } from '../../../src/text/fingerprint.ts';
import { excerpt } from '../markdown/source.ts';

const night = 'It was on a dreary night of November, that I beheld the accomplishment of my toils.';
const how = 'How can I describe my emotions at this catastrophe, or how delineate the wretch?';
const life = 'The different accidents of life are not so changeable as the feelings of human nature.';
const mortal = 'Oh! no mortal could support the horror of that countenance.';
const calm = 'A mummy again endued with animation could not be so hideous.';

type Form = 'prose' | 'verse' | 'drama';
const passagesOf = (body: string, form: Form = 'prose', first?: number | number[]) =>
  number(excerpt(body, form).blocks, form, first);
const entriesOf = (body: string, form: Form = 'prose', first?: number | number[]): Entry[] =>
  unitsOf(passagesOf(body, form, first)).flatMap(({ id, text }) =>
    id === null ? [] : [{ address: '/works/a/b/', id, ...traceOf(text) }],
  );

const byId = (entries: Entry[]) => new Map(entries.map((entry) => [entry.id, entry]));

/** Ids and openings after an edit, and what is lost by it. */
function after(before: Entry[], body: string, form: Form = 'prose', first?: number | number[]) {
  const { passages, lost } = settle(passagesOf(body, form, first), byId(before));
  const ids = unitsOf(passages).flatMap(({ id }) => id ?? []);
  return { ids, lost: lost.map(({ entry, ...rest }) => ({ id: entry.id, ...rest })) };
}

const text = (...blocks: string[]) => blocks.join('\n\n');

describe('ids stay on their words', () => {
  const before = entriesOf(text(night, how, life));
  test.each([
    ['when nothing changes', text(night, how, life), ['p1', 'p2', 'p3']],
    ['when a paragraph comes between', text(night, mortal, how, life), ['p1', 'p1a', 'p2', 'p3']],
    ['when two come between', text(night, mortal, calm, how, life), ['p1', 'p1a', 'p1b', 'p2', 'p3']],
    ['when one comes first', text(mortal, night, how, life), ['p0a', 'p1', 'p2', 'p3']],
    ['when one is added', text(night, how, life, mortal), ['p1', 'p2', 'p3', 'p4']],
    ['when two change places', text(how, night, life), ['p2', 'p1', 'p3']],
    ['when a word changes', text(night.replace('dreary', 'bleak'), how, life), ['p1', 'p2', 'p3']],
    [
      'when one is cut in two',
      text('It was on a dreary night of November,', 'that I beheld the accomplishment of my toils.', how, life),
      ['p1', 'p1a', 'p2', 'p3'],
    ],
  ])('%s', (_, body, ids) => {
    expect(after(before, body)).toEqual({ ids, lost: [] });
  });
});

describe('ids whose words are gone are lost', () => {
  const before = entriesOf(text(night, how, life));
  test.each([
    ['when a paragraph is taken out', text(night, life), ['p1', 'p3'], [{ id: 'p2' }]],
    ['when other words take its place', text(night, mortal, life), ['p1', 'p1a', 'p3'], [{ id: 'p2', instead: 'p1a' }]],
    ['when it is joined to another', text(night, `${how} ${life}`), ['p1', 'p3'], [{ id: 'p2', into: 'p3' }]],
  ])('%s', (_, body, ids, lost) => {
    expect(after(before, body)).toEqual({ ids, lost });
  });
});

test('an id that was withdrawn is never used again', () => {
  const before = entriesOf(text(night, how, life)).map((entry) =>
    entry.id === 'p2' ? { ...entry, withdrawn: 'it is not in the edition' } : entry,
  );
  expect(after(before, text(night, mortal, life))).toEqual({ ids: ['p1', 'p1a', 'p3'], lost: [] });
});

test('a number that the edition gives is taken while it is free', () => {
  const before = entriesOf(text(night, how, '[…]', life), 'prose', [4, 19]);
  expect(after(before, text(mortal, night, how, calm, '[…]', life), 'prose', [3, 19]).ids).toEqual([
    'p3',
    'p4',
    'p5',
    'p6',
    'p19',
  ]);
  expect(after(before, text(night, how, '[…]', mortal, life), 'prose', [4, 18]).ids).toEqual([
    'p4',
    'p5',
    'p18',
    'p19',
  ]);
  expect(after(before, text(night, how, '[…]', mortal, life), 'prose', [4, 19]).ids).toEqual([
    'p4',
    'p5',
    'p18a',
    'p19',
  ]);
});

test('lines of verse and the parts of a shared line keep their ids', () => {
  const before = entriesOf(
    '**A** Hang out our banners on the\\\n\n**B**   outward walls, my lord;\\\nThe cry is still they come\n',
    'drama',
  );
  expect(before.map(({ id }) => id)).toEqual(['l1', 'l1-2', 'l2']);
  const inserted =
    '**A** Hang out our banners on the\\\n\n**B**   outward walls, my lord;\\\nour castle’s strength will laugh\\\nThe cry is still they come\n';
  expect(after(before, inserted, 'drama').ids).toEqual(['l1', 'l1-2', 'l1a', 'l2']);
  const shared =
    '**A** Hang out our banners on the\\\n\n**C**   high and windy and\\\n\n**B**   outward walls, my lord;\\\nThe cry is still they come\n';
  expect(after(before, shared, 'drama').ids).toEqual(['l1', 'l1-3', 'l1-2', 'l2']);
});

describe('whatever is done to an excerpt', () => {
  const vocabulary =
    'the of and night life horror dream maker creature eye hand word child ice fire love sea wind'.split(' ');
  const paragraph = fc
    .array(fc.constantFrom(...vocabulary), { minLength: 2, maxLength: 16 })
    .map((words) => words.join(' '));
  const edit = fc.record({
    kind: fc.constantFrom('insert', 'delete', 'swap', 'edit', 'split', 'join'),
    at: fc.nat(),
    to: fc.nat(),
    text: paragraph,
  });

  test('no id is lost without being named, none goes to other words, and none is given twice', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 7 }),
        fc.array(edit, { maxLength: 8 }),
        (first, edits) => {
          let blocks = first;
          let ledger = entriesOf(text(...blocks));
          for (const change of edits) {
            blocks = edited(blocks, change);
            const { passages, lost } = settle(passagesOf(text(...blocks)), byId(ledger));
            const units = unitsOf(passages).filter(({ id }) => id !== null);
            const ids = units.map(({ id }) => id!);
            expect(new Set(ids).size).toBe(ids.length);
            for (const entry of ledger) {
              const unit = units.find(({ id }) => id === entry.id);
              const isLost = lost.some((other) => other.entry === entry);
              if (entry.withdrawn !== undefined) expect(unit).toBeUndefined();
              else if (isLost) expect(unit).toBeUndefined();
              else {
                expect(unit).toBeDefined();
                const { alike, taken } = similarity(entry, traceOf(unit!.text));
                expect(alike >= 0.5 || taken >= 0.7).toBe(true);
              }
            }
            ledger = ledger.map((entry) =>
              lost.some((other) => other.entry === entry) ? { ...entry, withdrawn: 'gone' } : entry,
            );
            const recorded = new Set(ledger.map(({ id }) => id));
            ledger.push(
              ...units
                .filter(({ id }) => !recorded.has(id!))
                .map(({ id, text: words }) => ({ address: '/works/a/b/', id: id!, ...traceOf(words) })),
            );
          }
        },
      ),
    );
  });
});

function edited(
  blocks: string[],
  { kind, at, to, text: other }: { kind: string; at: number; to: number; text: string },
): string[] {
  const from = at % (blocks.length || 1);
  const words = (blocks[from] ?? '').split(' ');
  const middle = Math.floor(words.length / 2);
  if (kind === 'insert' || blocks.length === 0) return blocks.toSpliced(from, 0, other);
  if (kind === 'delete') return blocks.toSpliced(from, 1);
  if (kind === 'edit') return blocks.with(from, words.with(to % words.length, 'bleak').join(' '));
  if (kind === 'split' && middle > 0)
    return blocks.toSpliced(from, 1, words.slice(0, middle).join(' '), words.slice(middle).join(' '));
  if (kind === 'join' && from + 1 < blocks.length)
    return blocks.toSpliced(from, 2, `${blocks[from]} ${blocks[from + 1]}`);
  const [one, two] = [blocks[from]!, blocks[to % blocks.length]!];
  return blocks.with(from, two).with(to % blocks.length, one);
}
