import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { directions, element, isBlank, isElement, isMarked, isReference } from './element.ts';
import { asTitle, isCapitals } from './heading.ts';

/** A speaker at the start of a paragraph: the name, and how many characters of the text announce it. */
export interface Announcement {
  name: string;
  /** Said of how he speaks, where it stands between the name and its full stop. */
  direction?: string;
  length: number;
}

const capitals = /^(\p{Lu}[\p{Lu}\d’'&,. -]*[\p{Lu}\d’'])(?:([.:])(?=\s|$|[“"‘'(\[—])|(?=\s*[[(]|\s*\n)|\s*(?=—))/u;
const named = /^(\p{Lu}[\p{L}\d’'-]*(?:\.? (?:\p{Lu}[\p{L}\d’'-]*|of|the|and|&)){0,4})([.:])(?=\s|$)/u;
const aside = /^([^([]+?)\s*(?:[([]([^\])]*)[)\]])?\s*[.:,—]?$/u;
const parenthesis = /^\s*\(([^)]*)\)\s*[.:]?/;

/**
 * Who speaks in a paragraph, going by the way it begins: a name that is set apart (bold, small capitals, a class), a name
 * in capitals, or one of the names `known` to speak, with a full stop. Undefined where nobody is announced.
 */
export function announced(
  children: ElementContent[],
  text: string,
  known: ReadonlySet<string>,
): Announcement | undefined {
  const first = children.find((node) => !isBlank(node));
  const start = text.length - text.trimStart().length;
  if (isElement(first) && (isElement(first, 'b', 'strong') || isMarked(first, ...speakers))) {
    const whole = toString(first);
    const [, name, direction] = aside.exec(whole.trim()) ?? [];
    const after = text.slice(start + whole.trim().length);
    const ends = /[.:,—)\]]$/.test(whole.trim()) || /^\s*(?:[.:—([]|\n|$)/.test(after) || isMarked(first, ...speakers);
    if (name && ends && isName(name)) {
      const mark = /^\s*[.:]/.exec(after)?.[0].length ?? 0;
      return { name: spelled(name), ...(direction && { direction }), length: start + whole.trim().length + mark };
    }
  }
  if (first && isMarked(first, ...directions)) return undefined;
  const trimmed = text.slice(start);
  const cry = capitals.exec(trimmed);
  if (cry && isName(cry[1]!)) return withAside(spelled(cry[1]!), start + cry[0].length, text);
  const plain = named.exec(trimmed);
  return plain && known.has(plain[1]!) ? withAside(plain[1]!, start + plain[0].length, text) : undefined;
}

/** What stands in parentheses right after a name says how he speaks: `THE BOY (laughing).` */
function withAside(name: string, length: number, text: string): Announcement {
  const [whole = '', direction] = parenthesis.exec(text.slice(length)) ?? [];
  return { name, length: length + whole.length, ...(direction !== undefined && { direction }) };
}

const speakers = ['speaker', 'persona', 'charname', 'character', 'smcap', 'smallcaps', 'small-caps', 'sc', 'gutsmall'];

/** Names with a full stop that begin three paragraphs or more: `Algernon.`, `Lady Bracknell.` */
export function recurring(texts: string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const name = named.exec(text.trimStart())?.[1];
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([name]) => name));
}

function isName(text: string): boolean {
  const name = text.trim();
  return (
    name.length > 1 &&
    name.length < 50 &&
    name.split(/\s+/).length <= 6 &&
    /^\p{Lu}/u.test(name) &&
    !/[!?“”]/.test(name)
  );
}

function spelled(name: string): string {
  const plain = name
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.:,—]$/, '');
  return isCapitals(plain) ? asTitle(plain) : plain;
}

/** Whether inline nodes are all one stage direction, or several. */
export function isDirectionOnly(children: ElementContent[]): boolean {
  const nodes = children.filter((node) => !isBlank(node) && !isReference(node));
  return nodes.length > 0 && nodes.every((node) => isElement(node, 'i', 'em', 'abbr') || isMarked(node, ...directions));
}

/** Inline nodes without italics and the names that are set apart in them: a direction is in italics as a whole. */
export function withoutNames(children: ElementContent[]): ElementContent[] {
  return children.flatMap((node) => {
    if (node.type !== 'element' || isReference(node) || node.tagName === 'br') return [node];
    return withoutNames(node.children);
  });
}

/** Inline nodes from a character of their text on, up to another; what stands on the seam is cut. */
export function slice(children: ElementContent[], from: number, to = Infinity): ElementContent[] {
  let at = 0;
  const cut = (nodes: ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      const start = at;
      if (node.type === 'text') {
        at += node.value.length;
        const value = node.value.slice(Math.max(0, from - start), Math.max(0, to - start));
        return value === '' ? [] : [{ ...node, value }];
      }
      if (node.type !== 'element') return [];
      if (node.tagName === 'br') return (at += 1) && start >= from && start < to ? [node] : [];
      if (isReference(node)) return start >= from && start <= to ? [node] : [];
      const inner = cut(node.children);
      return inner.length > 0 ? [{ ...node, children: inner }] : [];
    });
  return cut(children);
}

/** A direction in italics: as a whole, and without the brackets that say the same. */
export function italic(children: ElementContent[]): Element {
  const nodes = withoutNames(children);
  const text = nodes.map((node) => toString(node)).join('');
  const [whole, open = ''] = /^(\s*)[[(][^\])]*[\])]\s*$/.exec(text) ?? [];
  return element('em', {}, whole === undefined ? nodes : slice(nodes, open.length + 1, text.trimEnd().length - 1));
}
