import type { Answer, Loaded } from './search-engine.ts';

/** What was found, in a sentence to be seen and heard. */
export function foundSentence(
  { query, absent, pages, unfiltered, options }: Answer,
  { hits, next, lost }: Loaded,
): string {
  const missing = absent.map(({ typed }) => `“${typed}”`).join(', ');
  const isGone = absent.length > 0 && absent.length === query.words.filter(({ weight }) => weight >= 0.2).length;
  const isNarrowed = Object.keys(options.filters).length > 0;
  if (hits.length === 0) {
    if (query.words.length === 0)
      return isNarrowed ? 'Nothing has all that is chosen.' : 'Type a word, or a phrase in quotation marks.';
    if (isNarrowed && unfiltered.length > 0) return 'No passage has these words within what is chosen.';
    return absent.length > 0 && !isGone ? `No passage has ${missing}.` : 'No passage has these words.';
  }
  // Pages that were looked through and show nothing within what is chosen are no longer promised.
  const most = hits.length + lost + pages.length - next;
  const count = most === 1 ? 'Passages on one page' : `Passages on ${most} pages`;
  const shown = hits.length < most ? `, the best ${hits.length} first` : '';
  return `${count}${shown}.${missing === '' ? '' : ` No passage has ${missing}.`}`;
}

/** That pages could not be read; '' where all could. */
export function lostSentence(lost: number): string {
  if (lost === 0) return '';
  return lost === 1 ? 'One page could not be loaded.' : `${lost} pages could not be loaded.`;
}
