const names: Record<string, string> = { p: 'paragraph', l: 'line', d: 'stage direction' };

/** What readers call a published anchor by its id: `paragraph 3`, `line 12`, `the note “dreary”`; of a page, '' . */
export function anchorName(id: string): string {
  if (id.startsWith('fn-')) return `the note “${id.slice('fn-'.length)}”`;
  const name = names[id[0] ?? ''];
  return name === undefined ? id : `${name} ${id.slice(1)}`;
}
