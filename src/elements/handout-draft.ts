import { emptyHandout, type Handout, type HandoutPassage } from '../text/handout.ts';

const key = 'handout';

/** The handout that the reader is putting together, kept in this browser and never sent; an empty one if none is. */
export function readDraft(): Handout {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isHandout(found) ? found : emptyHandout();
  } catch {
    return emptyHandout();
  }
}

/** Storage may hold what another version of the site wrote, or another site of the host. */
function isHandout(value: unknown): value is Handout {
  const { title, instructions, choices, passages } = (value ?? {}) as Record<keyof Handout, unknown>;
  const areTexts = (texts: unknown[]) => texts.every((text) => typeof text === 'string');
  const isPassage = (passage: unknown) => {
    const { excerpt, first, last, question } = (passage ?? {}) as Record<keyof HandoutPassage, unknown>;
    return areTexts([excerpt, first, last, question]);
  };
  return (
    areTexts([title, instructions]) &&
    Array.isArray(choices) &&
    areTexts(choices) &&
    Array.isArray(passages) &&
    passages.every(isPassage)
  );
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
