import { emptyHandout, type Handout, type HandoutPassage } from '../text/handout.ts';

const key = 'handout';

/** The handout that the reader is putting together, kept in this browser and never sent; an empty one if none is. */
export function readDraft(): Handout {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Handout> | null;
    return { ...emptyHandout(), ...found };
  } catch {
    return emptyHandout();
  }
}

/** Keeps the draft; returns whether the browser allows it. */
export function writeDraft(handout: Handout): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(handout));
    return true;
  } catch {
    return false;
  }
}

/** Adds a passage to the draft; returns the draft, and whether it is kept. */
export function addToDraft(
  passage: Omit<HandoutPassage, 'question'>,
  question = '',
): { draft: Handout; isKept: boolean } {
  const draft = readDraft();
  draft.passages.push({ ...passage, question });
  return { draft, isKept: writeDraft(draft) };
}
