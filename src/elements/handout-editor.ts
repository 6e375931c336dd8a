import { choiceNames, type Choice, type Handout } from '../text/handout.ts';
import { placeOf } from './handout-sheet.ts';
import type { Sourced } from './handout-sources.ts';

/** What the editor tells its page. */
export interface EditorEvents {
  /** The reader has changed it; `isTyping` while a field is being filled. */
  change(handout: Handout, isTyping: boolean): void;
  say(message: string): void;
}

/** The form of a handout: its fields are in the page, a passage's in a template. */
export class HandoutEditor {
  readonly #form: HTMLFormElement;
  readonly #list: HTMLOListElement;
  readonly #template: HTMLTemplateElement;
  readonly #events: EditorEvents;
  #handout: Handout | undefined;
  #names: string[] = [];
  #dragged = -1;

  constructor(form: HTMLFormElement, events: EditorEvents) {
    this.#form = form;
    this.#list = form.querySelector('ol')!;
    this.#template = form.querySelector('template')!;
    this.#events = events;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#add();
    });
    form.addEventListener('input', (event) => this.#read((event.target as Element).matches('textarea, [type="text"]')));
  }

  /** Fills the form; fields that are as they should be are left alone, with their cursors. */
  show(handout: Handout, sources: Sourced[]): void {
    this.#handout = handout;
    this.#names = sources.map(placeOf);
    for (const name of ['title', 'instructions'] as const) set(this.#field(name), handout[name]);
    for (const name of choiceNames) (this.#field(name) as HTMLInputElement).checked = handout.choices.includes(name);
    while (this.#list.children.length > handout.passages.length) this.#list.lastElementChild!.remove();
    while (this.#list.children.length < handout.passages.length) this.#list.append(this.#item());
    for (const [index, item] of [...this.#list.children].entries()) {
      const name = this.#names[index]!;
      item.querySelector('.place')!.textContent = name;
      for (const button of item.querySelectorAll('button')) button.ariaLabel = `${button.textContent.trim()}: ${name}`;
      item.querySelector<HTMLButtonElement>('.up')!.disabled = index === 0;
      item.querySelector<HTMLButtonElement>('.down')!.disabled = index === handout.passages.length - 1;
      set(item.querySelector('textarea')!, handout.passages[index]!.question);
    }
  }

  #item(): Element {
    const item = (this.#template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    const here = () => [...this.#list.children].indexOf(item);
    const press = (name: string, act: () => void) => item.querySelector(name)!.addEventListener('click', act);
    press('.up', () => this.#move(here(), here() - 1, '.up'));
    press('.down', () => this.#move(here(), here() + 1, '.down'));
    press('.remove', () => this.#remove(here()));
    item.addEventListener('keydown', (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (step === undefined || !event.altKey) return;
      event.preventDefault();
      this.#move(here(), here() + step);
    });
    // Only the handle starts a drag, so that words in the field can be selected.
    const handle = item.querySelector<HTMLElement>('.handle')!;
    handle.addEventListener('dragstart', (event) => {
      this.#dragged = here();
      // Firefox drags nothing that has no data.
      event.dataTransfer?.setData('text/plain', this.#names[this.#dragged]!);
      event.dataTransfer?.setDragImage(item, 0, 0);
    });
    item.addEventListener('dragover', (event) => {
      if (this.#dragged >= 0) event.preventDefault();
    });
    item.addEventListener('drop', (event) => {
      event.preventDefault();
      if (this.#dragged >= 0) this.#move(this.#dragged, here());
      this.#dragged = -1;
    });
    handle.addEventListener('dragend', () => (this.#dragged = -1));
    return item;
  }

  #move(from: number, to: number, focus = 'textarea'): void {
    const passages = [...this.#handout!.passages];
    const [moved] = passages.splice(from, 1);
    if (!moved || to < 0 || to > passages.length) return;
    const name = this.#names[from]!;
    passages.splice(to, 0, moved);
    this.#events.change({ ...this.#handout!, passages }, false);
    this.#events.say(`${name} is now number ${to + 1} of ${passages.length}.`);
    const item = this.#list.children[to]!;
    const wanted = item.querySelector<HTMLButtonElement>(focus)!;
    (wanted.disabled ? item.querySelector<HTMLElement>('.up:not(:disabled), .down:not(:disabled)') : wanted)?.focus();
  }

  #remove(index: number): void {
    const passages = this.#handout!.passages.toSpliced(index, 1);
    const name = this.#names[index]!;
    this.#events.change({ ...this.#handout!, passages }, false);
    this.#events.say(`${name} is removed; Undo brings it back.`);
    const next = this.#list.children[Math.min(index, passages.length - 1)];
    (next?.querySelector<HTMLElement>('.remove') ?? this.#field('address')).focus();
  }

  /** Adds the passage whose address was typed or pasted. */
  #add(): void {
    const field = this.#field('address');
    const found = /works\/([a-z0-9-]+\/[a-z0-9-]+)\/#([pld]\d+[a-z]*(?:-\d+)?)/.exec(field.value);
    if (!found) {
      this.#events.say(
        'That is not the address of a passage; one ends in a number, such as …/works/frankenstein/chapter-5/#p3.',
      );
      return;
    }
    const [, excerpt, id] = found as unknown as [string, string, string];
    const passages = [...this.#handout!.passages, { excerpt, first: id, last: id, question: '' }];
    field.value = '';
    this.#events.change({ ...this.#handout!, passages }, false);
    this.#events.say(
      `Added: the handout has ${passages.length === 1 ? 'one passage' : `${passages.length} passages`}.`,
    );
  }

  #read(isTyping: boolean): void {
    const questions = [...this.#list.querySelectorAll('textarea')];
    const handout: Handout = {
      title: this.#field('title').value,
      instructions: this.#field('instructions').value,
      choices: choiceNames.filter((name: Choice) => (this.#field(name) as HTMLInputElement).checked),
      passages: this.#handout!.passages.map((passage, index) => ({ ...passage, question: questions[index]!.value })),
    };
    if (JSON.stringify(handout) !== JSON.stringify(this.#handout)) this.#events.change(handout, isTyping);
  }

  #field(name: string): HTMLInputElement | HTMLTextAreaElement {
    return this.#form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement;
  }
}

function set(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  if (field.value !== value) field.value = value;
}
