/** Words of a text with what stands around them, for a line of a concordance. */
export interface Context {
  before: string;
  words: string;
  after: string;
}

/** The characters from `start` up to `end`, with at most `reach` words on either side; `…` says that there is more. */
export function contextOf(text: string, start: number, end: number, reach = 14): Context {
  const [from, to] = [startOf(reach, text, start), endOf(reach, text, end)];
  const [before, after] = [text.slice(from, start).trimStart(), text.slice(end, to).trimEnd()];
  return {
    before: from === undefined ? before : `… ${before}`,
    words: text.slice(start, end),
    after: to === undefined ? after : `${after} …`,
  };
}

const space = /\s/;

/** Where so many words before a place begin; undefined where there are no more. A concordance asks for each of its words. */
function startOf(words: number, text: string, before: number): number | undefined {
  for (let at = before - 1; at > 0; at--) if (space.test(text[at - 1]!) && --words === 0) return at;
  return undefined;
}

function endOf(words: number, text: string, after: number): number | undefined {
  for (let at = after + 1; at < text.length; at++) if (space.test(text[at]!) && --words === 0) return at;
  return undefined;
}
