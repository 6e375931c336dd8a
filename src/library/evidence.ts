import { searchable, textFragment } from '../text/fragment.ts';
import { Occurrences } from '../text/occurrences.ts';
import { Passages } from '../text/passages.ts';
import type { Stretch } from '../text/reading.ts';
import type { Excerpt, Library } from './library.ts';
import { type NumberedUnit, unitsOf } from './units.ts';

/** The text of all excerpts, made ready for quotations to be proved against it. */
export class Evidence {
  readonly passages: Passages;
  readonly units: readonly NumberedUnit[];
  readonly #excerpts: readonly Excerpt[];
  readonly #runs: ReadonlyMap<Excerpt, number>;
  readonly #pages = new Map<Excerpt, string>();
  #occurrences: Occurrences | undefined;

  constructor({ excerpts }: Library) {
    const runs = excerpts.map(({ passages }) => unitsOf(passages));
    this.#excerpts = excerpts;
    this.passages = new Passages(runs);
    this.units = runs.flat();
    this.#runs = new Map(excerpts.map((excerpt, run) => [excerpt, run]));
  }

  /** The unit that an anchor of an excerpt names; undefined where it has no such anchor. */
  unitOf(excerpt: Excerpt, anchor: string): number | undefined {
    const { first, end } = this.passages.unitsOf(this.#runs.get(excerpt)!);
    const unit = this.units.slice(first, end).findIndex(({ id }) => id === anchor);
    return unit < 0 ? undefined : first + unit;
  }

  excerptAt(unit: number): Excerpt {
    return this.#excerpts[this.passages.runAt(unit)]!;
  }

  /** Where words stand in the library. Made when the first quotation is not where it should be. */
  get occurrences(): Occurrences {
    return (this.#occurrences ??= new Occurrences(this.passages));
  }

  /** The address of words of one excerpt: that of their first block, and a text fragment for each part of them. */
  addressOf(parts: readonly Stretch[][]): string {
    const first = parts[0]![0]!.unit;
    const excerpt = this.excerptAt(first);
    const directives = parts.map((part) => this.#fragmentOf(part, excerpt).replace(':~:', ''));
    return `${excerpt.url}#${this.units[first]!.id}:~:${directives.join('&')}`;
  }

  #fragmentOf(part: readonly Stretch[], excerpt: Excerpt): string {
    const [first, last] = [part[0]!, part.at(-1)!];
    const texts = this.units.slice(first.unit, last.unit + 1).map(({ text }) => text);
    const before = texts.slice(0, -1).join('\n');
    const end = (texts.length > 1 ? before.length + 1 : 0) + last.end;
    return textFragment(texts.join('\n'), first.start, end, this.#pageOf(excerpt));
  }

  /** The text of an excerpt's page from top to bottom, as far as it is known here. */
  #pageOf(excerpt: Excerpt): string {
    const known = this.#pages.get(excerpt);
    if (known !== undefined) return known;
    const { title, data, document, passages } = excerpt;
    const notes = document.notes.flatMap(({ lemma, text }) => [lemma, text]);
    const page = searchable([title, data.summary ?? '', ...passages.map(({ text }) => text), ...notes].join('\n'));
    this.#pages.set(excerpt, page);
    return page;
  }
}
