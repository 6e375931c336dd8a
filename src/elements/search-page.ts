import { find, load, type Answer } from './search-engine.ts';
import { countsOf } from './search-filters.ts';
import { chips, filterPanel } from './search-filter-view.ts';
import type { SearchIndex } from './search-index.ts';
import { withIndex } from './search-source.ts';
import { isLarge } from './search-terms.ts';
import { isEmpty, queryOf, stateOf, toggled, type SearchState } from './search-state.ts';
import { suggestion } from './search-suggestion.ts';
import { foundSentence, lostSentence } from './search-sentences.ts';
import { make, moveAmong, pageItem } from './search-view.ts';

/** So many pages are shown at once, and more on demand. */
const pagesAtOnce = 5;
/** Milliseconds without a keystroke after which a query is taken as meant. */
const pause = 150;

/** Beside the hits there is room for the filters, which are open there unless they are many; elsewhere above them. */
const isWide = matchMedia('(min-width: 70rem)');

/** The search page: answers the query of the address, as it is and as it is typed. Its form works without. */
class SearchPage extends HTMLElement {
  #state: SearchState = stateOf('');
  /** Counts the searches, so that an answer that another has overtaken is dropped. */
  #search = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the reader has settled on the query of the address, so that typing begins another to go back from. */
  #isSettled = true;

  connectedCallback() {
    this.#input.addEventListener('input', () => this.#typed());
    this.addEventListener('submit', (event) => this.#submitted(event));
    this.addEventListener('change', (event) => this.#changed(event));
    this.addEventListener('click', (event) => this.#clicked(event));
    this.addEventListener('keydown', (event) => this.#key(event));
    addEventListener('popstate', () => this.#restore());
    this.#restore();
  }

  get #input() {
    return this.querySelector('input')!;
  }

  get #base() {
    return this.dataset['base'] ?? '/';
  }

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }

  #restore() {
    this.#state = stateOf(location.search);
    this.#isSettled = true;
    this.#input.value = this.#state.q;
    this.querySelector('select')!.value = this.#state.sort;
    void this.#run();
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#go({ ...this.#state, q: this.#input.value.trim() }, this.#isSettled ? 'push' : 'replace', true);
      this.#isSettled = false;
    }, pause);
  }

  #submitted(event: Event) {
    event.preventDefault();
    clearTimeout(this.#timer);
    this.#go({ ...this.#state, q: this.#input.value.trim() }, this.#isSettled ? 'push' : 'replace');
    this.#isSettled = true;
  }

  #changed({ target }: Event) {
    if (target instanceof HTMLSelectElement) {
      this.#go({ ...this.#state, sort: target.value === 'order' ? 'order' : 'relevance' }, 'push');
    } else if (target instanceof HTMLInputElement && target.type === 'checkbox') {
      this.#go(toggled(this.#state, target.name, target.value), 'push');
    }
  }

  #clicked({ target }: Event) {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-filter]') : null;
    if (!button) return;
    this.#go(toggled(this.#state, button.dataset['filter']!, button.dataset['value']!), 'push');
    this.#input.focus();
  }

  #key(event: KeyboardEvent) {
    if (event.key === 'Escape' && event.target === this.#input && this.#input.value !== '') {
      event.preventDefault();
      this.#input.value = '';
      this.#typed();
    } else if (event.key === 'Escape') this.#input.focus();
    else moveAmong([...this.querySelectorAll<HTMLElement>('.hit a')], event, this.#input);
  }

  #go(state: SearchState, how: 'push' | 'replace', unfinished = false) {
    const address = `${location.pathname}${queryOf(state)}`;
    if (address === location.pathname + location.search) history.replaceState(null, '', address);
    else if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.#state = state;
    void this.#run(unfinished);
  }

  async #run(unfinished = false) {
    const search = ++this.#search;
    const state = this.#state;
    this.#part('failure').hidden = true;
    if (isEmpty(state)) {
      this.#show([], '');
      for (const name of ['advice', 'chosen', 'filters', 'more']) this.#part(name).replaceChildren();
      return;
    }
    this.setAttribute('aria-busy', 'true');
    try {
      await withIndex(this.#base, async (index) => {
        const answer = await find(state.q, index, { ...state, unfinished });
        const loaded = await load(answer, index, 0, pagesAtOnce);
        const isOpen = this.querySelector('details')?.open ?? (isWide.matches && !isLarge(index));
        const counts = isOpen || Object.keys(state.filters).length > 0 ? await countsOf(index, answer) : undefined;
        if (search !== this.#search) return;
        this.#show(
          loaded.hits.map((hits) => pageItem(hits, answer.query)),
          [foundSentence(answer, loaded), lostSentence(loaded.lost)].join(' ').trim(),
        );
        this.#part('chosen').replaceChildren(...chips(state, counts));
        this.#part('filters').replaceChildren(filterPanel(state, counts, isOpen, () => countsOf(index, answer)));
        this.#offerMore(answer, index, loaded.next);
        await this.#advise(answer, search);
      });
    } catch {
      if (search === this.#search) this.#fail();
    } finally {
      if (search === this.#search) this.removeAttribute('aria-busy');
    }
  }

  #show(items: Node[], sentence: string) {
    this.#part('hits').replaceChildren(...items);
    this.#part('status').textContent = sentence;
  }

  #offerMore(answer: Answer, index: SearchIndex, from: number) {
    const place = this.#part('more');
    place.replaceChildren();
    if (from >= answer.pages.length) return;
    const button = make('button', { type: 'button' }, 'More results');
    button.addEventListener('click', () => void this.#more(answer, index, from));
    place.append(button);
  }

  async #more(answer: Answer, index: SearchIndex, from: number) {
    const search = this.#search;
    try {
      const { hits, next, lost } = await load(answer, index, from, pagesAtOnce);
      if (search !== this.#search) return;
      const items = hits.map((page) => pageItem(page, answer.query));
      this.#part('hits').append(...items);
      if (lost > 0) this.#part('status').textContent = lostSentence(lost);
      this.#offerMore(answer, index, next);
      items[0]?.querySelector('a')?.focus();
    } catch {
      if (search === this.#search) this.#fail();
    }
  }

  /** For words that stand nowhere: which, and what may be meant. */
  async #advise({ absent }: Answer, search: number) {
    const place = this.#part('advice');
    place.replaceChildren();
    if (absent.length === 0) return;
    const meant = await suggestion(this.#base, this.#state.q, absent);
    if (search !== this.#search || meant === undefined) return;
    const link = make('a', { href: queryOf({ ...this.#state, q: meant }) }, meant);
    place.replaceChildren('Did you mean ', link, '?');
  }

  #fail() {
    this.#show([], '');
    const failure = this.#part('failure');
    failure.hidden = false;
    failure.querySelector('button')!.onclick = () => void this.#run();
    this.#part('status').textContent = failure.querySelector('p')!.textContent;
  }
}

customElements.define('search-page', SearchPage);
