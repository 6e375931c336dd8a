import type { Place } from '../markdown/fault.ts';
import { longSentences, repeats, weaselOpenings } from '../text/prose.ts';
import { sentenceAt } from '../text/sentence.ts';
import { countWords, words } from '../text/words.ts';
import type { Gloss, Library, Page } from './library.ts';
import type { Spelling } from './spelling.ts';

/** Advice on a piece of our own prose: it has a place and a reason like a fault, but blocks nothing. */
export interface Advice extends Place {
  code: AdviceCode;
  file: string;
  message: string;
}

/** What the editorial line asks of prose, so far as it can be counted. */
export const adviceCodes = {
  'essay-length': 'An essay has 1,200 to 2,200 words.',
  'note-length': 'A note has 30 to 90 words.',
  'note-repeats': 'A note says what its words do, and not again what they say.',
  'weasel-opening': 'Begin with what is claimed.',
  'long-sentence': 'Part it: a sentence has at most 60 words.',
  spelling: 'Spell it as in Britain, or add it to `.spelling`.',
} as const;

export type AdviceCode = keyof typeof adviceCodes;

const essay = { least: 1200, most: 2200 };
const note = { least: 30, most: 90 };
const sentenceWords = 60;

/** Advice on every page of a library. `sources` are the texts of its files by path, to find the places in. */
export function advise(library: Library, sources: ReadonlyMap<string, string>, spelling: Spelling): Advice[] {
  return [...library.pages.values()].flatMap((page) => {
    const source = sources.get(page.path) ?? '';
    const at = (code: AdviceCode, message: string, place: Place): Advice => ({
      code,
      file: `content/${page.path}`,
      message,
      line: place.line,
      column: place.column,
    });
    const prose = proseOf(page);
    return [
      ...(page.kind === 'essay' ? lengthOf(page.document.words, essay, 'essay-length', { line: 1, column: 1 }) : []),
      ...(page.kind === 'excerpt' ? page.notes.flatMap(ofNote) : []),
      ...prose.flatMap((text) => [
        ...longSentences(text, sentenceWords).map((long) =>
          at('long-sentence', `A sentence of ${countWords(long)} words.`, placeOf(source, long)),
        ),
        ...weaselOpenings(text).map((said) =>
          at('weasel-opening', `Unexpected opening “${opening(said)} …”.`, placeOf(source, said)),
        ),
      ]),
      ...misspelt(prose).map((word) => at('spelling', `Unexpected spelling “${word}”.`, placeOf(source, word))),
    ];

    function ofNote({ note: glossed, passage }: Gloss): Advice[] {
      const sentence = sentenceAt(passage.text, glossed.start, glossed.end);
      return [
        ...lengthOf(countWords(glossed.text), note, 'note-length', glossed.place),
        ...(repeats(glossed.text, sentence)
          ? [at('note-repeats', `The note \`${glossed.label}\` repeats the sentence that it glosses.`, glossed.place)]
          : []),
      ];
    }

    function lengthOf(count: number, { least, most }: typeof note, code: AdviceCode, place: Place): Advice[] {
      return count >= least && count <= most ? [] : [at(code, `It has ${count.toLocaleString('en-GB')} words.`, place)];
    }
  });

  /** Words that neither the dictionary nor the project knows, each once; names and numbers are not asked after. */
  function misspelt(prose: string[]): string[] {
    const all = new Set(prose.flatMap((text) => words(text)).filter((word) => /^\p{Ll}[\p{Ll}’'-]*$/u.test(word)));
    return [...all].filter((word) => {
      const plain = word.replaceAll('’', "'").replace(/'s$/, '');
      return !plain.split('-').every((part) => part === '' || spelling.correct(part)) && !spelling.correct(plain);
    });
  }
}

/** Our own words on a page, in stretches without what they quote. */
function proseOf(page: Page): string[] {
  const { kind, document } = page;
  const text = kind === 'excerpt' ? [] : document.text.split('\n\n');
  const notes = document.notes.map((glossed) => glossed.text);
  const asked = document.questions.map((question) => question.text);
  const blocks = document.quotations
    .filter((quotation) => quotation.kind === 'block')
    .map((quotation) => quotation.text.split('\n')[0]!);
  return [...text, ...notes, ...asked]
    .filter((stretch) => !blocks.some((quoted) => stretch.startsWith(quoted)))
    .map((stretch) => stretch.replaceAll(/“[^“”]*”/g, '“…”').replaceAll(/\s+/g, ' '));
}

/** Where words stand in a file: their first few, with any markup between them; the top where they are not found. */
function placeOf(source: string, text: string): Place {
  const first = words(text).slice(0, 4);
  for (let count = first.length; count > 0; count--) {
    const pattern = first
      .slice(0, count)
      .map((word) => word.replaceAll(/[’']/g, "[’']"))
      .join('[^\\p{L}\\p{N}]+');
    const index = source.search(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u'));
    if (index < 0) continue;
    const before = source.slice(0, index).split('\n');
    return { line: before.length, column: before.at(-1)!.length + 1 };
  }
  return { line: 1, column: 1 };
}

function opening(text: string): string {
  return words(text).slice(0, 4).join(' ');
}
