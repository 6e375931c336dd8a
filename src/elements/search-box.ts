import type { SearchPanel } from './search-panel.ts';

/** The search box of every page: `/` leads to it, and the first letter typed loads what answers as it is typed. */
class SearchBox extends HTMLElement {
  #panel: Promise<SearchPanel> | undefined;

  connectedCallback() {
    const input = this.querySelector('input')!;
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      (document.querySelector<HTMLElement>('search-page input') ?? input).focus();
    });
    input.addEventListener('input', () => {
      this.#panel ??= import('./search-panel.ts').then(({ SearchPanel }) => new SearchPanel(this, input));
      // Without the script the form still leads to the search page.
      this.#panel.then((panel) => panel.typed()).catch(() => (this.#panel = undefined));
    });
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

customElements.define('search-box', SearchBox);
