import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { countWords } from '../text/words.ts';
import type { Division } from './divide.ts';
import type { Location } from './location.ts';

const apparatus =
  'titlepage halftitlepage imprint colophon copyright-page toc loi lot endnotes rearnotes footnotes dramatis-personae index bibliography'.split(
    ' ',
  );
const names =
  /^(?:(?:table of )?contents|(?:list of )?illustrations|transcriber.*|foot-?notes?|endnotes?|notes|index|dramatis person.*|characters|cast|(?:the )?persons (?:of the play|represented)|colophon|imprint|uncopyright|title ?page|copyright|advertisements?|errata.*|(?:the )?end(?: of .*)?|finis|.*project gutenberg.*)$/i;
/** The divisions of an edition that are no text of the book: contents, title page, licence. */
export function apparatusAmong(divisions: Division[], locations: Map<Division, Location>): Set<Division> {
  const at = (division: Division) => locations.get(division)!;
  const isLong = (division: Division) => wordsIn(division) > 60;
  const firstText = divisions.findIndex((division) => isLong(division) && !isApparatus(division));
  const isPlay = divisions.some((division) => at(division).locator.act !== undefined);
  const firstChapter = divisions.findIndex((division) => isLong(division) && at(division).number !== undefined);
  return new Set(
    divisions.filter((division, index) => {
      const isBefore = !division.above && at(division).number === undefined && isFront(at(division));
      if (
        isBefore &&
        (index < firstText || (index < firstChapter && ((isPlay && wordsIn(division) < 300) || isImprint(division))))
      )
        return true;
      return isApparatus(division) || isContentsLine(division, divisions.slice(index + 1));
    }),
  );

  function isApparatus(division: Division): boolean {
    if (apparatus.some((mark) => division.marks.has(mark)) || names.test(at(division).title)) return true;
    return (division.headings.length === 0 && divisions.length > 1 && !division.above) || isLinks(division);
  }

  /** A line of a table of contents that looks like the heading of a chapter, which comes later. */
  function isContentsLine(division: Division, later: Division[]): boolean {
    const key = JSON.stringify(at(division).locator);
    const isTwin = (other: Division) => JSON.stringify(at(other).locator) === key && wordsIn(other) > 60;
    return wordsIn(division) < 30 && later.some(isTwin);
  }
}

/** The few words of a title page or a dedication, before the first long text; a preface is text, however short. */
function isFront({ title }: Location): boolean {
  return !/^(?:pre|fore|prologue|induction|introduction)/i.test(title);
}

/** A page before the first chapter that says who published, printed or staged the book. */
function isImprint({ nodes }: Division): boolean {
  const text = nodes.map((node) => toString(node)).join(' ');
  return /copyright|published|produced by|lessee|printed/i.test(text.slice(0, 400));
}

/** What a division is called, for one without a heading: by its mark. */
export function titleOf(division: Division, { title }: Location): string {
  const mark = apparatus.find((name) => division.marks.has(name));
  return title || (mark ? mark.slice(0, 1).toUpperCase() + mark.slice(1) : 'the pages before the first heading');
}

/** A table of contents: nearly all of it is links within the book. */
function isLinks(division: Division): boolean {
  let links = 0;
  visit({ type: 'root', children: division.nodes } as Root, 'element', (node) => {
    if (node.tagName === 'a' && (node.properties['href'] ?? '').includes('#')) links += countWords(toString(node));
  });
  return links > wordsIn(division) * 0.7;
}

function wordsIn({ nodes }: Division): number {
  return countWords(nodes.map((node) => toString(node)).join(' '));
}
