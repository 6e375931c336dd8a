import {
  decodeHandout,
  emptyHandout,
  encodeHandout,
  longestAddress,
  type Handout,
  type HandoutFault,
} from '../text/handout.ts';
import { copy } from './clipboard.ts';
import { readDraft, writeDraft } from './handout-draft.ts';
import { HandoutEditor } from './handout-editor.ts';
import { drawSheet } from './handout-sheet.ts';
import { sourcesOf, type Sourced } from './handout-sources.ts';

const messages: Record<HandoutFault, string> = {
  damaged:
    'This address was cut short or changed on its way. What could be read of the handout is here; ask for the address again to have the rest.',
  newer:
    'This address was made by a newer version of this site, which the page in your browser is too old to read. Load it afresh, or ask for the passages by another way.',
  unreadable:
    'This address holds no handout that can be read; part of it may have been lost on its way. Ask for it again.',
};

/** A handout: to read when its address is opened, to edit when it is one's own. All of it is in the address. */
class HandoutPage extends HTMLElement {
  #handout: Handout = emptyHandout();
  #sources: Sourced[] = [];
  #undo: Handout[] = [];
  #isTyping = false;
  #isOwn = false;
  #drawn = 0;
  readonly #base = this.dataset['base'] ?? '/';
  #editor!: HandoutEditor;

  connectedCallback() {
    this.#editor = new HandoutEditor(this.querySelector('form')!, {
      change: (handout, isTyping) => this.#change(handout, isTyping),
      say: (message) => this.#say(message),
    });
    this.#on('.edit', () => this.#edit());
    this.#on('.undo', () => this.#back());
    this.#on('.print', () => print());
    this.#on('.copy', () => this.#copy());
    this.#on('.clear', () => {
      this.#change(emptyHandout(), false);
      this.#say('The handout is empty; Undo brings it back.');
    });
    document.addEventListener('keydown', (event) => {
      const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || isField || !this.#isOwn) return;
      event.preventDefault();
      this.#back();
    });
    addEventListener('hashchange', () => void this.#open());
    void this.#open();
  }

  async #open(): Promise<void> {
    const fragment = location.hash.slice(1);
    this.#say('');
    if (fragment) {
      const { handout, fault } = await decodeHandout(fragment);
      if (fault) this.#say(messages[fault]);
      this.#isOwn = false;
      this.#handout = handout;
      await this.#draw();
      return;
    }
    this.#isOwn = true;
    this.#handout = readDraft();
    await this.#draw();
    if (this.#handout.passages.length > 0) await this.#write();
  }

  /** Takes a handout that came by its address for one's own; the draft that was there is one Undo away. */
  #edit(): void {
    const draft = readDraft();
    const had = draft.passages.length > 0 && JSON.stringify(draft) !== JSON.stringify(this.#handout);
    if (had) this.#undo.push(draft);
    this.#isOwn = true;
    const isKept = writeDraft(this.#handout);
    if (!isKept) this.#say('This browser keeps nothing between pages; keep the address.');
    else if (had) this.#say('This is now your handout; Undo brings back the one you had.');
    void this.#draw();
    this.querySelector<HTMLInputElement>('[name="title"]')!.focus();
  }

  #change(handout: Handout, isTyping: boolean): void {
    // What is typed without a pause elsewhere is undone at once.
    if (!isTyping || !this.#isTyping) this.#undo.push(this.#handout);
    this.#isTyping = isTyping;
    this.#handout = handout;
    writeDraft(handout);
    // The order of the passages is shown at once, before their texts have come.
    this.#sources = handout.passages.map(
      (passage) =>
        this.#sources.find(
          (known) =>
            known.passage.excerpt === passage.excerpt &&
            known.passage.first === passage.first &&
            known.passage.last === passage.last,
        ) ?? { passage, blocks: [] },
    );
    this.#editor.show(handout, this.#sources);
    void this.#draw();
    void this.#write();
  }

  #back(): void {
    const handout = this.#undo.pop();
    if (!handout) return;
    this.#isTyping = false;
    this.#handout = handout;
    writeDraft(handout);
    this.#say('Undone.');
    void this.#draw();
    void this.#write();
  }

  /** Draws the page; of drawings that overtake one another, the last stands. */
  async #draw(): Promise<void> {
    const turn = ++this.#drawn;
    const [sources, address] = await Promise.all([sourcesOf(this.#handout.passages, this.#base), this.#address()]);
    if (turn !== this.#drawn) return;
    this.#sources = sources;
    const isEmpty = this.#handout.passages.length === 0;
    performance.mark('handout-start');
    const sheet = this.querySelector('.handout')!;
    sheet.className = `handout ${this.#handout.choices.join(' ')}`;
    sheet.replaceChildren(...(isEmpty && this.#isOwn ? [] : drawSheet(this.#handout, sources, address, this.#base)));
    if (this.#isOwn) this.#editor.show(this.#handout, sources);
    performance.measure('handout', 'handout-start');
    this.querySelector('form')!.hidden = !this.#isOwn;
    this.querySelector<HTMLElement>('.bar')!.hidden = false;
    this.querySelector<HTMLElement>('.edit')!.hidden = this.#isOwn;
    this.querySelector<HTMLElement>('.empty')!.hidden = !isEmpty;
    for (const name of ['.undo', '.clear']) this.querySelector<HTMLElement>(name)!.hidden = !this.#isOwn;
    this.querySelector<HTMLButtonElement>('.undo')!.disabled = this.#undo.length === 0;
    for (const name of ['.print', '.copy']) this.querySelector<HTMLButtonElement>(name)!.disabled = isEmpty;
    this.#count(address);
    this.dataset['drawn'] = String(turn);
  }

  #count({ length }: string): void {
    const left = longestAddress - length;
    const counter = this.querySelector<HTMLElement>('.left')!;
    counter.hidden = !this.#isOwn;
    counter.classList.toggle('over', left < 0);
    counter.textContent =
      left >= 0
        ? `${left} characters are left of ${longestAddress} for the address.`
        : `The address is ${-left} characters too long; some programs will cut it. Shorten what you have written.`;
  }

  async #address(): Promise<string> {
    return new URL(`${this.#base}handout/#${await encodeHandout(this.#handout)}`, location.origin).href;
  }

  async #write(): Promise<void> {
    const { hash } = new URL(await this.#address());
    history.replaceState(null, '', location.pathname + hash);
  }

  async #copy(): Promise<void> {
    const address = await this.#address();
    this.#say(
      (await copy(address))
        ? 'The address is copied: it is the whole handout.'
        : 'Copy the address from the bar of the browser.',
    );
  }

  #say(message: string): void {
    this.querySelector('.status')!.textContent = message;
  }

  #on(name: string, press: () => Promise<void> | void): void {
    this.querySelector(name)!.addEventListener('click', () => void press());
  }
}

customElements.define('handout-page', HandoutPage);
