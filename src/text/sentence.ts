/** The sentence, or sentences, of a paragraph in which the characters from `start` up to `end` stand, trimmed. */
export function sentenceAt(text: string, start: number, end: number): string {
  const parts = sentences(text);
  const first = parts.findLastIndex((part) => part.start <= start);
  const last = parts.findIndex((part) => part.end >= Math.max(end, start + 1));
  const from = parts[Math.max(first, 0)]?.start ?? 0;
  const to = parts[last < 0 ? parts.length - 1 : last]?.end ?? text.length;
  return text.slice(from, to).trim();
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Unicode's rules end a sentence after these; English does not: titles, initials, and `ch.` before its number. */
const title =
  /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Mx|Dr|St|Prof|Rev|Messrs|Mme|Mlle|Capt|Col|Gen|e\.g|i\.e|cf|vs|viz|(?!I)\p{Lu})\.\s+$/u;
const locator = /(?:^|[^\p{L}])(?:chs?|pts?|vols?|pars?|pp?|ll?|nos?|figs?|eds?)\.\s+$/iu;
/** After a question or a cry in quotation marks, `she said` goes on with the sentence. */
const continuation = /^[\p{Ll}—–-]/u;

/** The sentences of a paragraph in order, each with the white space that follows it. */
export function sentences(text: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const previous = parts.at(-1);
    const before = previous ? text.slice(Math.max(previous.start, previous.end - 12), previous.end) : '';
    const goesOn = title.test(before) || continuation.test(segment) || (locator.test(before) && /^\d/.test(segment));
    if (previous && goesOn) previous.end = index + segment.length;
    else parts.push({ start: index, end: index + segment.length });
  }
  return parts;
}
