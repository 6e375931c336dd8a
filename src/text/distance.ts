/** How many letters must be changed, added or left out to make one word of the other (Levenshtein 1966). */
export function distance(one: string, other: string): number {
  const row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    let diagonal = row[0]!;
    row[0] = i;
    for (let j = 1; j <= other.length; j++) {
      const changed = diagonal + Number(one.charCodeAt(i - 1) !== other.charCodeAt(j - 1));
      diagonal = row[j]!;
      row[j] = Math.min(changed, diagonal + 1, row[j - 1]! + 1);
    }
  }
  return row[other.length]!;
}
