import type { Excerpt, Theme } from './library.ts';
import type { Passage } from './numbering.ts';

/** A theme that meets another in the same passages. */
export interface Neighbour {
  theme: Theme;
  /** Passages whose notes speak to both, in the order of the shelf. */
  passages: SharedPassage[];
}

export interface SharedPassage {
  excerpt: Excerpt;
  passage: Passage;
  url: string;
}

/** The themes that share passages with one, those first that share most. */
export function neighboursOf(theme: Theme): Neighbour[] {
  const met = new Map<Theme, Map<Passage, SharedPassage>>();
  for (const { excerpt, passage, anchor } of theme.occurrences)
    for (const other of themesOf(excerpt).get(passage) ?? []) {
      if (other === theme) continue;
      const passages = met.get(other) ?? new Map<Passage, SharedPassage>();
      met.set(other, passages);
      if (!passages.has(passage)) passages.set(passage, { excerpt, passage, url: `${excerpt.url}#${anchor}` });
    }
  return Array.from(met, ([other, passages]) => ({ theme: other, passages: [...passages.values()] })).sort(
    (one, other) => other.passages.length - one.passages.length || (one.theme.title < other.theme.title ? -1 : 1),
  );
}

const known = new WeakMap<Excerpt, Map<Passage, Set<Theme>>>();

/** The themes of each passage of an excerpt. */
function themesOf(excerpt: Excerpt): Map<Passage, Set<Theme>> {
  const found = known.get(excerpt);
  if (found) return found;
  const themes = new Map<Passage, Set<Theme>>();
  for (const gloss of excerpt.notes) {
    const all = themes.get(gloss.passage) ?? new Set();
    for (const theme of gloss.themes) all.add(theme);
    themes.set(gloss.passage, all);
  }
  known.set(excerpt, themes);
  return themes;
}
