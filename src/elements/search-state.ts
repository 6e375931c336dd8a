import { filterNames, type Filters } from './search-filters.ts';

/** What is searched for, as the address of the page says it. */
export interface SearchState {
  q: string;
  filters: Filters;
  sort: 'relevance' | 'order';
}

/** Reads the query string of an address; what it does not know it leaves aside. */
export function stateOf(query: string): SearchState {
  const params = new URLSearchParams(query);
  const filters: Filters = {};
  for (const name of filterNames) {
    const values = [...new Set(params.getAll(name).map((value) => value.trim()))].filter((value) => value !== '');
    if (values.length > 0) filters[name] = values;
  }
  const q = (params.get('q') ?? '').slice(0, 2000).trim();
  return { q, filters, sort: params.get('sort') === 'order' ? 'order' : 'relevance' };
}

/** The query string of a search, with its `?`; '' for none. */
export function queryOf({ q, filters, sort }: SearchState): string {
  const params = new URLSearchParams();
  if (q !== '') params.set('q', q);
  for (const [name, values] of Object.entries(filters)) for (const value of values) params.append(name, value);
  if (sort === 'order') params.set('sort', sort);
  return params.size > 0 ? `?${params.toString()}` : '';
}

/** The same search with a value of a filter added or, where it has it, taken out. */
export function toggled(state: SearchState, name: string, value: string): SearchState {
  const { [name]: values = [], ...others } = state.filters;
  const changed = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return { ...state, filters: changed.length > 0 ? { ...others, [name]: changed } : others };
}

export function isEmpty({ q, filters }: SearchState): boolean {
  return q === '' && Object.keys(filters).length === 0;
}
