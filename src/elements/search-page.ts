interface Pagefind {
  search(
    query: string,
  ): Promise<{ results: { data(): Promise<{ url: string; excerpt: string; meta: Record<string, string> }> }[] }>;
}

/** Answers the query of the address from Pagefind's index. */
class SearchPage extends HTMLElement {
  async connectedCallback() {
    const query = new URLSearchParams(location.search).get('q')?.trim() ?? '';
    const status = this.querySelector('[role="status"]')!;
    this.querySelector('input')!.value = query;
    if (!query) return;
    const { search } = (await import(/* @vite-ignore */ `${this.dataset['base']}pagefind/pagefind.js`)) as Pagefind;
    const { results } = await search(query);
    const pages = await Promise.all(results.slice(0, 20).map((result) => result.data()));
    status.textContent =
      results.length === 1 ? 'One page has these words.' : `${results.length} pages have these words.`;
    this.querySelector('.hits')!.replaceChildren(
      ...pages.map(({ url, excerpt, meta }) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = url;
        link.textContent = meta['title'] ?? url;
        const text = document.createElement('p');
        text.textContent = new DOMParser().parseFromString(excerpt, 'text/html').body.textContent;
        item.append(link, text);
        return item;
      }),
    );
  }
}

customElements.define('search-page', SearchPage);
