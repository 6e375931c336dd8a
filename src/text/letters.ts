const beyondAscii = /[\p{L}\p{N}\p{M}\p{Cs}]/u;

/**
 * Whether a UTF-16 unit belongs to a word: a letter, a digit or a mark on one. A surrogate counts, since letters beyond
 * Unicode's first plane have two. General punctuation, the commonest beyond ASCII in a book, is told apart at once.
 */
export function isLetter(code: number): boolean {
  if (code >= 0x80) return !(code >= 0x2000 && code <= 0x206f) && beyondAscii.test(String.fromCharCode(code));
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isDigit(code);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
