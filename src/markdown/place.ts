import type { Text } from 'mdast';
import type { VFile } from 'vfile';

import type { Place } from './fault.ts';

/**
 * Where `words` stand in a text node: the first time after `from` characters of its source, by line and column of the
 * file. The node's start where its source spells them otherwise, with escapes or entities.
 */
export function placeIn(node: Text, words: string, file: VFile, from = 0): Place {
  const { start, end } = node.position!;
  const source = String(file.value).slice(start.offset, end.offset);
  const before = source.slice(0, Math.max(0, source.indexOf(words, from))).split('\n');
  const last = before.at(-1)!.length;
  return { line: start.line + before.length - 1, column: before.length === 1 ? start.column + last : last + 1 };
}
