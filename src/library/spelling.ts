import { readFile } from 'node:fs/promises';
import nspell from 'nspell';

/** Says of words whether they are spelt as in Britain, or stand in the project's own list. */
export interface Spelling {
  correct(word: string): boolean;
}

/** Reads the British dictionary, and beside it `own`, a file of the project's words, one a line. */
export async function readSpelling(own: string): Promise<Spelling> {
  const { default: british } = await import('dictionary-en-gb');
  const spelling = nspell(Buffer.from(british.aff), Buffer.from(british.dic));
  const list = await readFile(own, 'utf8').catch(() => '');
  for (const word of list.split(/\r?\n/)) if (word.trim() !== '') spelling.add(word.trim());
  return spelling;
}
