/** Words of a text with what stands around them, for a line of a concordance. */
export interface Context {
  before: string;
  words: string;
  after: string;
}

/** The characters from `start` up to `end`, with at most `reach` words on either side; `…` says that there is more. */
export function contextOf(text: string, start: number, end: number, reach = 14): Context {
  const left = text.slice(0, start).split(/(?<=\s)/);
  const right = text.slice(end).split(/(?=\s)/);
  const before = left.slice(-reach).join('').trimStart();
  const after = right.slice(0, reach).join('').trimEnd();
  return {
    before: left.length > reach ? `… ${before}` : before,
    words: text.slice(start, end),
    after: right.length > reach ? `${after} …` : after,
  };
}
