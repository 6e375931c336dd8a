import type { Gloss, Theme, Work } from './library.ts';

/** A work to read beside another, and what both speak to. */
export interface Beside {
  work: Work;
  shared: Shared[];
}

/** A theme with a note on it from either work. */
export interface Shared {
  theme: Theme;
  here: Gloss;
  there: Gloss;
}

/** So many works are proposed, with so many themes each: a reader wants a start, not a list. */
const [mostWorks, mostThemes] = [3, 2];

/** Works that speak to the themes of this one, those first with which it shares most. */
export function besideOf(work: Work): Beside[] {
  const weights = new Map<Work, Map<Theme, number>>();
  for (const theme of work.themes) {
    const glossesOf = byWork(theme);
    const own = glossesOf.get(work)?.length ?? 0;
    for (const [other, glosses] of glossesOf) {
      if (other === work) continue;
      const themes = weights.get(other) ?? new Map<Theme, number>();
      weights.set(other, themes.set(theme, Math.min(own, glosses.length)));
    }
  }
  const shown = new Set<Gloss>();
  const sum = (themes: Map<Theme, number>) => [...themes.values()].reduce((total, weight) => total + weight, 0);
  return [...weights]
    .sort(([one, x], [other, y]) => sum(y) - sum(x) || (one.title < other.title ? -1 : 1))
    .slice(0, mostWorks)
    .map(([other, themes]) => ({ work: other, shared: sharedOf(work, other, themes, shown) }));
}

function sharedOf(work: Work, other: Work, themes: Map<Theme, number>, shown: Set<Gloss>): Shared[] {
  return [...themes]
    .sort(([one, x], [another, y]) => y - x || (one.title < another.title ? -1 : 1))
    .slice(0, mostThemes)
    .map(([theme]) => ({ theme, here: purest(theme, work, shown), there: purest(theme, other, shown) }));
}

/** The first note of a work that speaks to a theme and to as few others as may be, and is not shown already. */
function purest(theme: Theme, work: Work, shown: Set<Gloss>): Gloss {
  const notes = byWork(theme).get(work)!;
  const fresh = notes.filter((gloss) => !shown.has(gloss));
  const candidates = fresh.length > 0 ? fresh : notes;
  const found = candidates.reduce((best, gloss) => (gloss.themes.length < best.themes.length ? gloss : best));
  shown.add(found);
  return found;
}

const known = new WeakMap<Theme, Map<Work, Gloss[]>>();

/** The notes on a theme by their works: every page of a work asks for them. */
function byWork(theme: Theme): Map<Work, Gloss[]> {
  const found = known.get(theme) ?? Map.groupBy(theme.occurrences, ({ excerpt }) => excerpt.work);
  known.set(theme, found);
  return found;
}
