/** The parts of a title, in order; those that are titles of works are to be set in italics. */
export function partsOfTitle(title: string, works: string[]): { text: string; isWork: boolean }[] {
  // The longest first, since one title may begin another.
  const names = [...works].sort((a, b) => b.length - a.length).map((name) => RegExp.escape(name));
  if (names.length === 0) return [{ text: title, isWork: false }];
  return title
    .split(new RegExp(`(?<![\\p{L}\\p{N}])(${names.join('|')})(?![\\p{L}\\p{N}])`, 'u'))
    .map((text, index) => ({ text, isWork: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
