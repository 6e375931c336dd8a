export const citationStyles = ['mla', 'apa', 'chicago', 'harvard'] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** Where an excerpt stands in its work: `{ chapter: 5 }`, `{ act: 5, scene: 1 }`; empty for a poem. */
export type Division = Readonly<Record<string, number | string | undefined>>;

/**
 * The words for divisions and their parts. MLA Handbook 9, appendix 1 and §6.16 (`ch.`, `par.`); APA 7, §8.13
 * (`Chapter 5, para. 4`); Chicago 17, §10.42, which has lines spelled out lest `l` be read as 1; Cite Them Right after
 * the terms of its official style.
 */
const terms: Record<CitationStyle, Record<string, string> & { paragraph: string; paragraphs: string }> = {
  mla: { chapter: 'ch.', book: 'bk.', part: 'pt.', paragraph: 'par.', paragraphs: 'pars.' },
  apa: {
    chapter: 'Chapter',
    book: 'Book',
    part: 'Part',
    stave: 'Stave',
    letter: 'Letter',
    canto: 'Canto',
    paragraph: 'para.',
    paragraphs: 'paras.',
  },
  chicago: { chapter: 'chap.', book: 'bk.', part: 'pt.', paragraph: 'para.', paragraphs: 'paras.' },
  harvard: { chapter: 'chap.', book: 'bk.', part: 'pt.', paragraph: 'para.', paragraphs: 'paras.' },
};

const order = ['book', 'part', 'act', 'scene', 'chapter', 'stave', 'letter', 'canto'];

/**
 * What follows the author's name in a citation of a passage, with the comma or space that leads it: `, ch. 5, par. 4`
 * of prose, ` 5.5.17–19` of a play in verse, `, lines 3–4` of a poem.
 *
 * @param first Id of the first block or line (`p4`, `l17`, `d1`); '' for the whole excerpt.
 * @param last Id of the last; the same as the first for one.
 */
export function passageLocator(style: CitationStyle, division: Division, first = '', last = first): string {
  const { paragraph, paragraphs, ...words } = terms[style];
  const numbers = [division['act'], division['scene']].filter((number) => number !== undefined);
  const parts = order
    .filter((key) => division[key] !== undefined && key !== 'act' && key !== 'scene')
    .map((key) => `${words[key] ?? key} ${division[key]}`);
  // Plays are cited by act, scene and line, without words: 1.5.35–37.
  const isVerse = first.startsWith('l') && last.startsWith('l');
  if (numbers.length > 0) parts.push([...numbers, ...(isVerse ? [range(first, last)] : [])].join('.'));
  if (first && !(isVerse && numbers.length > 0)) parts.push(unit(first, last));
  if (parts.length === 0) return '';
  return `${style === 'mla' && /^\d/.test(parts[0]!) ? ' ' : ', '}${parts.join(', ')}`;

  function unit(from: string, to: string): string {
    const one = { p: paragraph, l: 'line', d: 'stage direction' };
    const many = { p: paragraphs, l: 'lines', d: 'stage directions' };
    const [kind, other] = [from, to].map((id) => id[0] as 'p' | 'l' | 'd');
    if (kind !== other) return `${unit(from, from)}–${unit(to, to)}`;
    const text = range(from, to);
    return `${(text.includes('–') ? many : one)[kind!]} ${text}`;
  }
}

/** `4`, `4–6`; parts of a shared line (`l15-2`) have the line's number. */
function range(first: string, last: string): string {
  const [from, to] = [first, last].map((id) => id.slice(1).replace(/-\d+$/, ''));
  return from === to ? from! : `${from}–${to}`;
}
