import { passageLocator, type CitationStyle, type Division } from '../text/locator.ts';
import { linesOf } from './article-text.ts';
import { copy } from './clipboard.ts';
import { addPassage } from './handout-add.ts';
import { linkTo } from './passage-link.ts';

/** Characters of a passage that an e-mail quotes; programs cut addresses of more than about 2,000. */
const longestQuotation = 300;

const ready = new WeakSet<Element>();

/** Gives the card of the passage with this id its tools: copying, the handout, a reply by e-mail, a QR code. */
export function openCard(card: Element, id: string, tools: HTMLElement): void {
  document.querySelector('.block[data-open]')?.removeAttribute('data-open');
  card.closest('.block')!.setAttribute('data-open', '');
  narrow(card, id, tools);
  for (const drawn of card.querySelectorAll('.tools, .qr-code')) drawn.remove();
  const menu = document.createElement('div');
  menu.className = 'tools';
  const status = document.createElement('p');
  status.role = 'status';
  const link = linkTo(id);
  const { excerpt = '', handout = '' } = tools.dataset;
  menu.append(
    button('Copy link', async () => {
      status.textContent = (await copy(link)) ? 'Link copied.' : `To copy by hand: ${link}`;
    }),
    button('Add to handout', () => addPassage({ excerpt, first: id, last: id }, handout, status)),
    mail(card, id, link),
    status,
  );
  if (copied === link) status.textContent = 'Link copied.';
  card.querySelector('.place')!.after(menu);
  void import('./qr-code.ts').then(({ qrCode }) => menu.after(qrCode(link, `QR code of ${link}`)));
  if (ready.has(card)) return;
  ready.add(card);
  card.querySelector('.close')?.addEventListener('click', (event) => {
    event.preventDefault();
    close(card);
  });
}

/** The address that the number of a passage has put on the clipboard last. */
let copied = '';

/** Copies the address of a numbered passage; its card, which the link itself opens, says so. */
export async function copyNumber(number: HTMLAnchorElement): Promise<void> {
  const link = linkTo(number.hash.slice(1));
  if (!(await copy(link))) return;
  copied = link;
  const status = document.querySelector('.block[data-open] .tools [role="status"]');
  if (status && location.href === link) status.textContent = 'Link copied.';
}

/** Leaves the passage: its number has the focus, and the address names it no longer. */
function close(card: Element): void {
  const block = card.closest('.block')!;
  block.removeAttribute('data-open');
  const { scrollX, scrollY } = window;
  location.hash = card.querySelector<HTMLAnchorElement>('.close')!.hash;
  history.replaceState(null, '', location.pathname + location.search);
  scrollTo(scrollX, scrollY);
  block.querySelector<HTMLElement>('.number')?.focus({ preventScroll: true });
}

/** The card of a stanza or speech, when one of its lines is meant. */
function narrow(card: Element, id: string, { dataset }: HTMLElement): void {
  if (!id.startsWith('l') || dataset['locator'] === undefined) return;
  const division = JSON.parse(dataset['locator']) as Division;
  const ids = [...card.closest('.block')!.querySelectorAll('.line')].map((line) => line.id);
  const all = (style: CitationStyle) => passageLocator(style, division, ids[0], ids.at(-1));
  const last = card.getAttribute('data-line');
  const shown = (style: CitationStyle) => (last ? passageLocator(style, division, last) : all(style));
  for (const citation of card.querySelectorAll<HTMLElement>('[data-style]')) {
    const style = citation.dataset['style'] as CitationStyle;
    replaceText(citation, shown(style), passageLocator(style, division, id));
  }
  replaceText(card.querySelector('.place')!, shown('mla'), passageLocator('mla', division, id));
  card.querySelector<HTMLAnchorElement>('.place a')!.hash = id;
  card.setAttribute('data-line', id);
}

function replaceText(element: Element, from: string, to: string): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
    node.data = node.data.replace(from, to);
}

function mail(card: Element, id: string, link: string): HTMLAnchorElement {
  const place = card.querySelector('.place')!.textContent.trim();
  const element = document.getElementById(id)!;
  const text = linesOf(element)
    .map((line) => line.text)
    .join('\n');
  const words = text.length > longestQuotation ? `${text.slice(0, longestQuotation).replace(/\s\S*$/, '')} …` : text;
  const body = encodeURIComponent(`“${words}”\n(${place})\n${link}\n\n`);
  const anchor = document.createElement('a');
  anchor.href = `mailto:?subject=${encodeURIComponent(place)}&body=${body}`;
  anchor.textContent = 'Reply by e-mail';
  return anchor;
}

function button(name: string, press: () => Promise<void> | void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = name;
  element.addEventListener('click', () => void press());
  return element;
}
