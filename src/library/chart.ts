import type { Excerpt, Library, Theme, Work } from './library.ts';
import { placeUrl } from './occurrences.ts';

/** How often notes speak to themes: rows of one, columns of the other. */
export interface Chart<Row, Column> {
  columns: Column[];
  rows: { head: Row; cells: (Cell | undefined)[] }[];
}

export interface Cell {
  /** Notes that link to the theme. */
  count: number;
  /** 1 to 4, quarters of the highest count of the chart. */
  strength: number;
  /** Where they are listed. */
  url: string;
}

/** Themes by the excerpts of a work. */
export function chartOfWork({ themes, excerpts }: Work): Chart<Theme, Excerpt> {
  return chart(themes, excerpts, (theme, excerpt) => cell(theme, excerpt));
}

/** Works by themes. */
export function chartOfShelf({ works, themes }: Library): Chart<Work, Theme> {
  const read = works.filter((work) => work.themes.length > 0);
  return chart(read, themes, (work, theme) => cell(theme, work));
}

function chart<Row, Column>(
  heads: Row[],
  columns: Column[],
  cellOf: (row: Row, column: Column) => Omit<Cell, 'strength'> | undefined,
): Chart<Row, Column> {
  const found = heads.map((head) => columns.map((column) => cellOf(head, column)));
  const highest = Math.max(1, ...found.flat().map((each) => each?.count ?? 0));
  const strength = (count: number) => Math.ceil((4 * count) / highest);
  const rows = heads.map((head, row) => ({
    head,
    cells: found[row]!.map((each) => each && { ...each, strength: strength(each.count) }),
  }));
  return { columns, rows };
}

function cell(theme: Theme, place: Work | Excerpt): Omit<Cell, 'strength'> | undefined {
  const excerpts = place.kind === 'work' ? place.excerpts : [place];
  let count = 0;
  for (const { notes } of excerpts) for (const { themes } of notes) if (themes.includes(theme)) count++;
  return count > 0 ? { count, url: placeUrl(theme, place) } : undefined;
}
