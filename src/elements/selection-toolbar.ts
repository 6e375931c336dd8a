import { passageLocator, type Division } from '../text/locator.ts';
import { plainHtml, plainText, quoted } from '../text/quoted.ts';
import { copy } from './clipboard.ts';
import { addPassage } from './handout-add.ts';
import { linkToWords } from './passage-link.ts';
import { isWithinText, selectedWords, type SelectedWords } from './selected-words.ts';

/** Between the selection and the toolbar, in pixels; under a finger the handles of the selection stand there. */
const [gap, fingerGap] = [8, 40];

let toolbar: HTMLElement | undefined;
let words: SelectedWords | undefined;

/** Shows the toolbar beside the words selected now, or hides it where there are none. */
export function followSelection(tools: HTMLElement): void {
  // A press of a button may take the selection away on some touch screens; the words stay.
  if (toolbar?.contains(document.activeElement) && getSelection()?.isCollapsed !== false) return;
  words = selectedWords();
  toolbar ??= draw(tools);
  toolbar.hidden = !words;
  if (!words) return;
  say('');
  place();
}

/** Copies the words without numbers and notes when both ends of the selection stand in the text. */
export function copyClean(event: ClipboardEvent): void {
  const selected = selectedWords();
  if (!selected || !isWithinText(selected) || event.defaultPrevented) return;
  event.clipboardData?.setData('text/plain', plainText(selected.lines));
  event.clipboardData?.setData('text/html', plainHtml(selected.lines));
  event.preventDefault();
}

function draw(tools: HTMLElement): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'selection-tools';
  bar.role = 'toolbar';
  bar.ariaLabel = 'Selected words';
  const status = document.createElement('p');
  status.role = 'status';
  bar.append(
    button('Copy link', async () => offer(linkToWords(words!), 'Link copied.')),
    button('Copy quotation', async () => {
      const link = linkToWords(words!);
      const { text, html } = quoted(words!.lines, citationOf(tools, words!), link);
      await offer(text, 'Quotation copied.', html);
    }),
  );
  const { excerpt } = tools.dataset;
  if (excerpt !== undefined) {
    const add = () =>
      addPassage({ excerpt, first: words!.first, last: words!.last }, tools.dataset['handout']!, status);
    bar.append(button('Add to handout', add));
  }
  bar.append(status);
  // The selection stays while a button is pressed.
  bar.addEventListener('pointerdown', (event) => {
    if (!(event.target instanceof HTMLTextAreaElement)) event.preventDefault();
  });
  bar.addEventListener('keydown', moveAmongButtons);
  document.addEventListener('keydown', enter);
  for (const change of ['scroll', 'resize']) addEventListener(change, place, { passive: true });
  addEventListener('hashchange', () => (bar.hidden = true));
  tools.append(bar);
  return bar;
}

function button(name: string, press: () => Promise<void> | void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = name;
  element.addEventListener('click', () => void press());
  return element;
}

/** Copies, or where that is refused shows what to copy by hand. */
async function offer(text: string, done: string, html?: string): Promise<void> {
  if (await copy(text, html)) {
    say(done);
    return;
  }
  const field = document.createElement('textarea');
  field.readOnly = true;
  field.value = text;
  field.ariaLabel = 'To copy by hand';
  say('This browser does not let the page copy. To copy by hand:', field);
  field.select();
}

function say(message: string, ...more: Node[]): void {
  toolbar!.querySelector('[role="status"]')!.replaceChildren(message, ...more);
  if (message) place();
}

function citationOf({ dataset }: HTMLElement, { first, last }: SelectedWords): string {
  const { inText = '', locator } = dataset;
  const isPassage = locator !== undefined && first !== '';
  return inText.replace('{}', isPassage ? passageLocator('mla', JSON.parse(locator) as Division, first, last) : '');
}

/**
 * Above the selection, or else below it, and where it fills the screen at the foot. Under a finger first below, since
 * the system has a menu of its own above.
 */
function place(): void {
  if (!toolbar || toolbar.hidden || !words) return;
  const rects = [...words.range.getClientRects()].filter(({ width }) => width > 0);
  const [first, last] = [rects[0], rects.at(-1)];
  if (!first || !last) return;
  const { offsetHeight: height, offsetWidth: width } = toolbar;
  const isFinger = matchMedia('(pointer: coarse)').matches;
  const room = isFinger ? fingerGap : gap;
  const [above, below, foot] = [first.top - height - room, last.bottom + room, innerHeight - height - gap];
  const places = isFinger ? [below, above] : [above, below];
  const top = places.find((place) => place >= gap && place <= foot) ?? foot;
  const left = Math.max(8, Math.min(first.left, document.documentElement.clientWidth - width - 8));
  toolbar.style.setProperty('inset', `${top}px auto auto ${left}px`);
}

/** Tab goes from selected words to their toolbar, Escape back. */
function enter(event: KeyboardEvent): void {
  if (!toolbar || toolbar.hidden) return;
  if (event.key === 'Escape') {
    toolbar.hidden = true;
    return;
  }
  const isElsewhere = document.activeElement !== document.body && document.activeElement?.id !== 'main';
  if (event.key !== 'Tab' || event.shiftKey || isElsewhere) return;
  event.preventDefault();
  toolbar.querySelector('button')!.focus();
}

function moveAmongButtons(event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const buttons = [...toolbar!.querySelectorAll('button')];
  const index = buttons.indexOf(document.activeElement as HTMLButtonElement);
  if (step === undefined || index < 0) return;
  event.preventDefault();
  buttons[(index + step + buttons.length) % buttons.length]!.focus();
}
