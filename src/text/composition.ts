/** A text in Unicode composition (NFC), and where each of its UTF-16 units stood before; the last entry is the end. */
export interface Composition {
  composed: string;
  /** Absent where nothing changed. */
  offsets?: Uint32Array;
}

/** What Unicode may write as one character or as several: a base with its marks, the jamo of a Hangul syllable. */
const cluster = /\P{M}[\p{M}\u1160-\u11ff]*|\p{M}+/gu;

/** Composes a text and remembers its offsets; a character composed of several starts where the first of them did. */
export function compose(text: string): Composition {
  const composed = text.normalize('NFC');
  if (composed === text) return { composed };
  const offsets = new Uint32Array(composed.length + 1);
  let length = 0;
  for (const { 0: found, index } of text.matchAll(cluster)) {
    const whole = found.normalize('NFC');
    for (let unit = 0; unit < whole.length; unit++) offsets[length++] = whole === found ? index + unit : index;
  }
  offsets[length] = text.length;
  return { composed, offsets };
}
