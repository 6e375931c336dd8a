import { filterNames, isMeant, type FilterValue, type Counts } from './search-filters.ts';
import type { SearchState } from './search-state.ts';
import { make } from './search-view.ts';

const labels = { kind: 'Kind', work: 'Work', author: 'Author', theme: 'Theme', term: 'Term', form: 'Form' };
const kinds: Record<string, string> = {
  passage: 'Text',
  note: 'Notes',
  essay: 'Essays',
  theme: 'Themes',
  term: 'Terms',
};
/** A library may have hundreds of works; the most frequent values are offered. */
const mostValues = 40;

/** What is chosen, each a button that takes it out again. */
export function chips({ filters }: SearchState, counts: Counts | undefined): HTMLElement[] {
  return filterNames.flatMap((name) =>
    (filters[name] ?? []).map((value) => {
      const known = counts?.get(name)?.find(([stored]) => isMeant(stored, value))?.[0];
      const said = `${labels[name]}: ${known ? nameOf(known) : value}`;
      const attributes = { type: 'button', 'data-filter': name, 'data-value': value, 'aria-label': `Remove ${said}` };
      return make('button', attributes, known ? said : `${said} (unknown, left out)`);
    }),
  );
}

/**
 * Everything the results can be narrowed by, with how many pages each would leave. Counts that are not known yet are
 * asked for when the panel is opened.
 */
export function filterPanel(
  state: SearchState,
  counts: Counts | undefined,
  isOpen: boolean,
  ask: () => Promise<Counts>,
): HTMLElement {
  const details = make('details', { class: 'narrow' }, make('summary', {}, 'Narrow the results'));
  if (counts) details.append(...groups(state, counts));
  details.open = isOpen;
  details.addEventListener('toggle', () => {
    if (!details.open || details.childElementCount > 1) return;
    void ask()
      .then((found) => details.append(...groups(state, found)))
      .catch(() => (details.open = false));
  });
  return details;
}

function groups(state: SearchState, counts: Counts): HTMLElement[] {
  return filterNames.flatMap((name) => {
    const values = [...(counts.get(name) ?? [])].sort(([, one], [, other]) => other - one);
    const chosen = state.filters[name] ?? [];
    const offered = values.filter(([value, count]) => count > 0 || chosen.some((written) => isMeant(value, written)));
    if (offered.length === 0) return [];
    const boxes = offered.slice(0, mostValues).map(([value, count]) => {
      const written = chosen.find((each) => isMeant(value, each));
      const input = make('input', { type: 'checkbox', name, value: written ?? value.slug });
      input.checked = written !== undefined;
      return make('label', {}, input, ` ${nameOf(value)} `, make('span', { class: 'count' }, String(count)));
    });
    return [make('fieldset', {}, make('legend', {}, labels[name]), ...boxes)];
  });
}

function nameOf({ slug, name }: FilterValue): string {
  return kinds[slug] && name === slug ? kinds[slug] : name;
}
