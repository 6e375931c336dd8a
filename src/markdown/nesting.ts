import type { Place } from './fault.ts';

/** How deep quotations and lists may stand in one another. The parser takes time and stack by depth. */
export const deepest = 16;

const marker = /(?:>|[-+*]|\d{1,9}[.)])(?=[ \t>]|$)[ \t]?|>/y;

/** The first place in Markdown where quotations and lists stand deeper than `deepest`, counting two spaces as a level. */
export function tooDeep(markdown: string): Place | undefined {
  let line = 0;
  for (const text of markdown.split('\n')) {
    line++;
    let depth = 0;
    let at = 0;
    while (depth <= deepest) {
      const from = at;
      while (text[at] === ' ' || text[at] === '\t') at++;
      depth += (at - from) / 2;
      marker.lastIndex = at;
      if (!marker.test(text)) break;
      at = marker.lastIndex;
      depth++;
    }
    // Spaces alone are a line of verse far to the right, which is no nesting.
    if (depth > deepest && /^\s*(?:>|[-+*]\s|\d+[.)]\s)/.test(text)) return { line, column: 1 };
  }
  return undefined;
}
