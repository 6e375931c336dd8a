/** Says so when the address names a place that the page does not have. Its markup is hidden until then. */
class LostAnchor extends HTMLElement {
  connectedCallback() {
    this.look();
    addEventListener('hashchange', () => this.look());
  }

  private look() {
    const [id = ''] = decoded(location.hash.slice(1)).split(':~:');
    // What the address of a handout holds is no place.
    const isLost = id !== '' && !document.getElementById(id) && !document.querySelector('handout-page');
    this.hidden = !isLost;
    if (!isLost) return;
    this.querySelector('.anchor')!.textContent = `#${id}`;
    const near = nearest(id);
    const link = this.querySelector<HTMLAnchorElement>('a')!;
    link.parentElement!.hidden = !near;
    if (!near) return;
    link.href = `#${near}`;
    link.textContent = `#${near}`;
  }
}

/** The last numbered place of the same kind (`p3`, `l20`) that the page has at or before the one asked for. */
function nearest(id: string): string | undefined {
  const [, kind, number] = /^([pld])(\d+)/.exec(id) ?? [];
  if (!kind) return undefined;
  const alike = [...document.querySelectorAll(`main [id^="${kind}"]`)].flatMap((element) => {
    const found = new RegExp(`^${kind}(\\d+)$`).exec(element.id);
    return found ? [Number(found[1])] : [];
  });
  const before = alike.filter((other) => other <= Number(number));
  const best = before.length > 0 ? Math.max(...before) : Math.min(...alike);
  return Number.isFinite(best) ? `${kind}${best}` : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

customElements.define('lost-anchor', LostAnchor);
