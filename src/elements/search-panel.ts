import { find, load } from './search-engine.ts';
import { contextLines } from './search-lines.ts';
import { foundSentence } from './search-sentences.ts';
import { withIndex } from './search-source.ts';
import { queryOf } from './search-state.ts';
import { hitItem, make, moveAmong } from './search-view.ts';

/** So many pages are shown below the box, each with its best passage; the search page has the rest. */
const pagesShown = 5;
/** Milliseconds without a keystroke after which a query is taken as meant. */
const pause = 200;

/** The hits below the search box of a page. */
export class SearchPanel {
  readonly #input: HTMLInputElement;
  readonly #base: string;
  readonly #panel = make('div', { class: 'search-panel' });
  readonly #status = make('p', { role: 'status' });
  readonly #hits = make('ol', { class: 'hits' });
  readonly #all = make('a', { class: 'all' }, 'All results');
  #search = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(box: HTMLElement, input: HTMLInputElement) {
    this.#input = input;
    this.#base = box.dataset['base'] ?? '/';
    this.#panel.append(this.#status, this.#hits, this.#all);
    this.#panel.hidden = true;
    box.append(this.#panel);
    box.addEventListener('keydown', (event) => this.#key(event));
    box.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && box.contains(relatedTarget))) this.#close();
    });
    input.addEventListener('focus', () => (this.#panel.hidden = this.#hits.childElementCount === 0));
  }

  /** Answers what stands in the box, once it has stood there for a moment. */
  typed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), pause);
  }

  async #run() {
    const search = ++this.#search;
    const q = this.#input.value.trim();
    if (q === '') {
      this.#close();
      return;
    }
    this.#all.href = `${this.#base}search/${queryOf({ q, filters: {}, sort: 'relevance' })}`;
    try {
      await withIndex(this.#base, async (index) => {
        const answer = await find(q, index, { unfinished: true });
        const loaded = await load(answer, index, 0, pagesShown);
        if (search !== this.#search) return;
        this.#hits.replaceChildren(
          ...loaded.hits.flatMap(({ text, passages }) => {
            const [line] = contextLines(text, passages[0]!, answer.query);
            if (!line) return [];
            const item = hitItem(line);
            item.querySelector('.label')!.textContent = text.title;
            return [item];
          }),
        );
        this.#status.textContent = foundSentence(answer, loaded);
        this.#panel.hidden = false;
      });
    } catch {
      if (search !== this.#search) return;
      this.#hits.replaceChildren();
      this.#status.replaceChildren(
        'The search index could not be loaded. The ',
        make('a', { href: `${this.#base}concordance/` }, 'concordance'),
        ' leads to the same passages.',
      );
      this.#panel.hidden = false;
    }
  }

  #key(event: KeyboardEvent) {
    if (event.key === 'Escape' && !this.#panel.hidden) {
      event.preventDefault();
      this.#input.focus();
      this.#close();
    } else moveAmong([...this.#panel.querySelectorAll('a')], event, this.#input);
  }

  #close() {
    this.#search++;
    this.#panel.hidden = true;
  }
}
