interface Catalogue {
  works: { url: string }[];
  excerpts: { url: string }[];
  essays: { url: string }[];
  themes: { url: string }[];
  terms: { url: string }[];
  lists: { url: string }[];
}

/** On the page for addresses that do not exist: fills the search with their words, and links the nearest address. */
class LostAddress extends HTMLElement {
  async connectedCallback() {
    const base = this.dataset['base'] ?? '/';
    const lost = wordsOf(location.pathname.slice(base.length - 1));
    const input = this.querySelector('input');
    if (input) input.value = lost.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
    const response = await fetch(`${base}library.json`);
    if (!response.ok) return;
    const catalogue = (await response.json()) as Catalogue;
    const urls = Object.values(catalogue).flatMap((pages: { url: string }[]) => pages.map(({ url }) => url));
    const parts = ['essays', 'works', 'themes', 'terms', 'lists', 'search', 'about'].map((part) => `${base}${part}/`);
    const nearest = nearestOf(lost, [...urls, ...parts], base);
    const link = this.querySelector<HTMLAnchorElement>('a.nearest');
    const line = link?.closest<HTMLElement>('[hidden]');
    if (!link || !line || !nearest) return;
    link.href = nearest + location.search + location.hash;
    link.textContent = nearest;
    line.hidden = false;
  }
}

function wordsOf(path: string): string {
  try {
    return decodeURIComponent(path).toLowerCase();
  } catch {
    return path.toLowerCase();
  }
}

/** The address that shares the most pairs of letters with `lost` (Dice's coefficient), if it shares half of them. */
function nearestOf(lost: string, addresses: string[], base: string): string | undefined {
  const wanted = pairsOf(lost);
  let best: string | undefined;
  let most = 0.5;
  for (const address of addresses) {
    const pairs = pairsOf(address.slice(base.length - 1));
    const shared = pairs.filter((pair) => wanted.includes(pair)).length;
    const likeness = (2 * shared) / (pairs.length + wanted.length);
    if (likeness > most) [best, most] = [address, likeness];
  }
  return best;
}

function pairsOf(text: string): string[] {
  const letters = text.replace(/\.(?:html?|md|json)$/, '').replaceAll(/[^\p{L}\p{N}]/gu, '');
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) => letters.slice(index, index + 2));
}

customElements.define('lost-address', LostAddress);
