const key = 'gloss-settings';

/** The panel of settings: puts what is chosen on the root element, where the style sheet answers it, and keeps it. */
class ReadingSettings extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')!;
    const { dataset } = document.documentElement;
    for (const input of form.querySelectorAll('input')) input.checked = input.value === (dataset[input.name] ?? '');
    form.addEventListener('change', () => this.apply(form));
    // The controls have their first values only after the event.
    form.addEventListener('reset', () => setTimeout(() => this.apply(form)));
  }

  private apply(form: HTMLFormElement) {
    const { dataset } = document.documentElement;
    const chosen = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
    for (const input of form.querySelectorAll('input')) document.documentElement.removeAttribute(`data-${input.name}`);
    Object.assign(dataset, chosen);
    try {
      localStorage.setItem(key, JSON.stringify(chosen));
    } catch {
      this.querySelector('[role="status"]')!.textContent = 'Your browser keeps nothing here: this holds for one page.';
    }
  }
}

customElements.define('reading-settings', ReadingSettings);
