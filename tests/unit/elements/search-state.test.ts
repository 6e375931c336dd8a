import { afterEach, expect, it, vi } from 'vitest';
import { queryOf, stateOf, toggled } from '../../../src/elements/search-state.ts';
import { suggestion } from '../../../src/elements/search-suggestion.ts';
import { parseQuery } from '../../../src/text/query.ts';

it('a search is what its address says, and what it does not know is left aside', () => {
  const state = stateOf('?q=+dreary+night+&theme=guilt&theme=guilt&theme=worth&work=&colour=red&sort=date');
  expect(state).toEqual({ q: 'dreary night', filters: { theme: ['guilt', 'worth'] }, sort: 'relevance' });
  expect(queryOf(state)).toBe('?q=dreary+night&theme=guilt&theme=worth');
});

it('the address of a search leads back to it', () => {
  const state = { q: '“a & b” #c', filters: { work: ['x'], kind: ['note'] }, sort: 'order' as const };
  expect(stateOf(queryOf(state))).toEqual(state);
  expect(queryOf({ q: '', filters: {}, sort: 'relevance' })).toBe('');
});

it('a value of a filter is put in, or taken out', () => {
  const state = stateOf('?theme=guilt');
  expect(toggled(state, 'theme', 'worth').filters).toEqual({ theme: ['guilt', 'worth'] });
  expect(toggled(state, 'theme', 'guilt').filters).toEqual({});
});

afterEach(() => vi.unstubAllGlobals());

it('names that are nearly spelt so are suggested, in the place of the words that stand nowhere', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(['Frankenstein', 'Havisham', 'Jekyll', 'Pip'])));
  const suggest = (query: string, ...absent: string[]) =>
    suggestion(
      '/',
      query,
      parseQuery(query).words.filter(({ typed }) => absent.includes(typed)),
    );
  expect(await suggest('frankinstein dream', 'frankinstein')).toBe('Frankenstein dream');
  expect(await suggest('miss haversham and jeckyll', 'haversham', 'jeckyll')).toBe('miss Havisham and Jekyll');
  expect(await suggest('zeppelin', 'zeppelin')).toBeUndefined();
  expect(await suggest('pop', 'pop')).toBe('Pip');
});
