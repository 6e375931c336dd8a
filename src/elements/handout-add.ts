import { decodeHandout, encodeHandout, type HandoutPassage } from '../text/handout.ts';
import { addToDraft } from './handout-draft.ts';

/**
 * Adds a passage to the reader's handout and says so. Where the browser keeps nothing, the link carries the handout
 * itself.
 *
 * @param page Address of the page of handouts.
 */
export async function addPassage(
  passage: Omit<HandoutPassage, 'question'>,
  page: string,
  status: Element,
  question = '',
): Promise<void> {
  const { draft, isKept } = addToDraft(passage, question);
  const count = draft.passages.length;
  const link = document.createElement('a');
  link.href = isKept ? page : `${page}#${await encodeHandout(draft)}`;
  link.textContent = 'Open the handout';
  const message = isKept
    ? `Added: the handout has ${count === 1 ? 'one passage' : `${count} passages`}. `
    : 'This browser keeps nothing between pages; the handout is in this link. ';
  status.replaceChildren(message, link);
}

/** Adds what a link to a handout of one passage holds, and says so after the link. */
export async function addFromLink(link: HTMLAnchorElement): Promise<void> {
  const { handout } = await decodeHandout(link.hash.slice(1));
  const [passage] = handout.passages;
  if (!passage) return;
  const status = document.createElement('span');
  status.role = 'status';
  link.replaceWith(status);
  await addPassage(passage, link.pathname, status, passage.question);
  status.querySelector('a')?.focus();
}
