import type { Answer, Loaded } from './search-engine.ts';

/** What was found, in a sentence to be seen and heard. */
export function foundSentence({ query, absent, pages, unfiltered }: Answer, { hits }: Loaded): string {
  const missing = absent.map(({ typed }) => `“${typed}”`).join(', ');
  const isGone = absent.length > 0 && absent.length === query.words.filter(({ weight }) => weight >= 0.2).length;
  if (hits.length === 0) {
    if (query.words.length === 0 && unfiltered.length > 0 && pages.length === 0)
      return 'Nothing has all that is chosen.';
    if (query.words.length === 0) return 'Type a word, or a phrase in quotation marks.';
    if (unfiltered.length > 0 && pages.length === 0) return 'No passage has these words within what is chosen.';
    return absent.length > 0 && !isGone ? `No passage has ${missing}.` : 'No passage has these words.';
  }
  const count = pages.length === 1 ? 'Passages on one page' : `Passages on ${pages.length} pages`;
  const shown = hits.length < pages.length ? `, the best ${hits.length} first` : '';
  return `${count}${shown}.${missing === '' ? '' : ` No passage has ${missing}.`}`;
}

/** That pages could not be read; '' where all could. */
export function lostSentence(lost: number): string {
  if (lost === 0) return '';
  return lost === 1 ? 'One page could not be loaded.' : `${lost} pages could not be loaded.`;
}
