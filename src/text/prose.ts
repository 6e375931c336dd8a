import type { Range } from './range.ts';
import { sentences } from './sentence.ts';
import { countWords, words } from './words.ts';

/** Openings that promise and do not say: of a sentence, whatever its subject. */
const weasel =
  /^(?:this (?:shows|suggests|highlights|emphasi[sz]es|demonstrates|illustrates|reveals|conveys) (?:that|how)|throughout (?:history|the (?:novel|play|poem|text))|since the dawn|in (?:conclusion|today’s (?:world|society))|it (?:is|can be) (?:clear|said|argued|interesting|important)|needless to say|arguably|the (?:author|writer|poet) (?:uses|employs|makes use of))\b/i;

/** The sentences of a paragraph that have more than `limit` words. */
export function longSentences(text: string, limit: number): string[] {
  return sentencesOf(text).filter((sentence) => countWords(sentence) > limit);
}

/** The sentences of a paragraph that open with a phrase which commits to nothing. */
export function weaselOpenings(text: string): string[] {
  return sentencesOf(text).filter((sentence) => weasel.test(sentence));
}

/** Whether a note says again what the sentence that it glosses says: most words of one of its sentences are there. */
export function repeats(note: string, sentence: string): boolean {
  const known = new Set(significant(sentence));
  return sentencesOf(note).some((said) => {
    const wordsOf = significant(said);
    return wordsOf.length >= 5 && wordsOf.filter((word) => known.has(word)).length / wordsOf.length > 0.6;
  });
}

/** Words that carry sense, by the rough rule that short ones do not. */
function significant(text: string): string[] {
  return words(text.toLowerCase()).filter((word) => word.length > 3);
}

function sentencesOf(text: string): string[] {
  return text
    .split('\n\n')
    .flatMap((paragraph) => sentences(paragraph).map(({ start, end }: Range) => paragraph.slice(start, end).trim()));
}
