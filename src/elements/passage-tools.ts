/**
 * Wakes the tools of a reading page on their first use: a toolbar when words are selected, the card of a passage when
 * its address is opened, and a message when the words that an address names are not there.
 */
class PassageTools extends HTMLElement {
  #toolbar: typeof import('./selection-toolbar.ts') | undefined;
  #wait: ReturnType<typeof setTimeout> | undefined;

  connectedCallback() {
    document.addEventListener('selectionchange', () => {
      clearTimeout(this.#wait);
      this.#wait = setTimeout(() => void this.#selected(), 200);
    });
    document.addEventListener('copy', (event) => this.#toolbar?.copyClean(event));
    addEventListener('hashchange', () => void this.#opened());
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('.number, .to-handout');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (link.matches('.number')) void this.#pressed(link);
      else {
        event.preventDefault();
        void import('./handout-add.ts').then(({ addFromLink }) => addFromLink(link));
      }
    });
    void this.#opened(performance.getEntriesByType('navigation')[0]?.name);
  }

  async #selected() {
    if (!this.#toolbar && getSelection()?.isCollapsed !== false) return;
    this.#toolbar ??= await import('./selection-toolbar.ts');
    this.#toolbar.followSelection(this);
  }

  /**
   * Shows what the address names. It keeps a directive from scripts, which older browsers leave in it; `entered` is that
   * by which the page was come to, which has it.
   */
  async #opened(entered = location.href) {
    const [, words] = /#.*?(:~:.+)/.exec(entered) ?? [];
    const { hash } = location;
    const id = hash.slice(1).split(':~:')[0]!;
    if (words) void import('./lost-words.ts').then(({ lookFor }) => lookFor(id, words));
    const card = /^[pld]\d/.test(id) && document.getElementById(id)?.closest('.block')?.querySelector('.card');
    if (!card) {
      document.querySelector('.block[data-open]')?.removeAttribute('data-open');
      return;
    }
    const { openCard } = await import('./passage-card.ts');
    // The reader may have gone on meanwhile.
    if (location.hash === hash) openCard(card, id, this);
  }

  async #pressed(number: HTMLAnchorElement) {
    void (await import('./passage-card.ts')).copyNumber(number);
    // Pressing the number of the passage that is open already opens its card again.
    if (number.hash === location.hash) await this.#opened();
  }
}

customElements.define('passage-tools', PassageTools);
