import type { Place } from '../markdown/fault.ts';
import type { Unit } from '../text/passages.ts';
import type { Passage } from './numbering.ts';

/** What can be quoted of an excerpt and has an id of its own: a block, or in verse a line. Omissions have none. */
export interface NumberedUnit extends Unit {
  id: string | null;
  /** One character for each word of its text. */
  fingerprint: string;
  place: Place;
  /** The index of its passage. */
  passage: number;
  kind: Passage['kind'];
}

const known = new WeakMap<readonly Passage[], NumberedUnit[]>();

/** The units of an excerpt in order. Breaks are left out: a quotation runs over them. */
export function unitsOf(passages: readonly Passage[]): readonly NumberedUnit[] {
  const units = known.get(passages) ?? listOf(passages);
  known.set(passages, units);
  return units;
}

function listOf(passages: readonly Passage[]): NumberedUnit[] {
  return passages.flatMap((passage, index): NumberedUnit[] => {
    const { id, kind, text, fingerprint, place, speaker, lines } = passage;
    const common = { kind, passage: index };
    const spoken = speaker !== undefined && { speaker };
    if (kind === 'break') return [];
    if (kind === 'omission') return [{ ...common, id: null, text: '[…]', fingerprint, place }];
    if (!lines || id !== null) return [{ ...common, id, text, fingerprint, place, ...spoken }];
    return lines.map((line, at) => ({
      ...common,
      id: line.id,
      text: line.text,
      fingerprint: line.fingerprint,
      place: line.place,
      ...(at === 0 && spoken),
    }));
  });
}
