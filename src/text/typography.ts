/** What stands just outside a run of text, so that it can be set across inline markup: a character each, or ''. */
export interface Surroundings {
  before?: string;
  after?: string;
}

/**
 * Sets straight quotation marks and apostrophes, `--`, `---` and `...` as typographic ones. Quotation marks that are
 * curly already, and single hyphens, stay. `--` between digits is a range (–), elsewhere it is a dash (—).
 */
export function educate(text: string, { before = '', after = '' }: Surroundings = {}): string {
  let previous = before;
  let done = 0;
  return text.replace(marks, (mark, offset: number) => {
    if (offset > done) previous = text[offset - 1]!;
    done = offset + mark.length;
    const next = text[done] ?? after;
    const set =
      mark === '...'
        ? '…'
        : mark.startsWith('-')
          ? dash(mark, previous, next)
          : quote(mark, previous, text.slice(done, done + 8) + after);
    previous = set;
    return set;
  });
}

const marks = /---?(?!-)|\.{3}|["']/g;
const opener = /^$|[\s([{“‘/\u2060]/u;
const seam = /[—–…-]/u;
/** Words that begin with an apostrophe, and years and decades without their century. */
const elided = /^(?:\d\ds?\b|(?:tis|twas|twere|twill|twould|twixt|em|til|cause|neath|gainst|bout|gin|n)\b)/iu;

function dash(mark: string, previous: string, next: string): string {
  return mark === '--' && /\d/.test(previous) && /\d/.test(next) ? '–' : '—';
}

function quote(mark: string, previous: string, rest: string): string {
  const opens = opener.test(previous) || (seam.test(previous) && /^["'“‘([]*[\p{L}\p{N}]/u.test(rest));
  if (mark === '"') return opens ? '“' : '”';
  return opens && !elided.test(rest) ? '‘' : '’';
}
