import type { Element, ElementContent, Nodes, Properties } from 'hast';

/** Makes an element that stands where `origin` stood. */
export function element(tagName: string, properties: Properties, children: ElementContent[], origin?: Nodes): Element {
  return { type: 'element', tagName, properties, children, ...(origin?.position && { position: origin.position }) };
}

export function isElement<Name extends string>(
  node: Nodes | undefined,
  ...names: Name[]
): node is Element & { tagName: Name } {
  return node?.type === 'element' && (names.length === 0 || (names as string[]).includes(node.tagName));
}

/** Properties but for those of some names. */
export function without(properties: Properties, ...names: string[]): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
}

export function isBlank(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return (
    node.type === 'comment' ||
    (node.type === 'element' && node.tagName !== 'br' && node.children.every(isBlank) && !isReference(node))
  );
}

/** A reference to a note of the edition; `data-note` is its key. */
export function isReference(node: Nodes): boolean {
  return node.type === 'element' && node.properties['dataNote'] !== undefined;
}

/**
 * What an edition says of an element besides its name: its classes and its `epub:type`, without the vocabularies'
 * prefixes (`z3998:persona` is `persona`), in lower case.
 */
export function marksOf(node: Element): Set<string> {
  const { className, role, 'epub:type': type } = node.properties;
  const marks = [className, type, role].flatMap((value) =>
    (Array.isArray(value) ? value : [value]).join(' ').split(/\s+/),
  );
  return new Set(marks.map((mark) => mark.toLowerCase().replace(/^(?:z3998|se|epub):/, '')).filter(Boolean));
}

export function isMarked(node: Nodes, ...marks: string[]): boolean {
  if (node.type !== 'element') return false;
  const own = marksOf(node);
  return marks.some((mark) => own.has(mark));
}

const blocks = new Set(
  (
    'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hgroup hr li main nav ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** The marks of a stage direction. */
export const directions = ['direction', 'stage', 'stage-direction', 'scenedesc', 'stagedir', 'stagedirection', 'desc'];

export function isBlock(node: Nodes): node is Element {
  return node.type === 'element' && blocks.has(node.tagName);
}

/** The text of a node, with a space wherever a block or a line ends. */
export function spacedText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const text = node.children.map((child) => spacedText(child)).join('');
  return isBlock(node) || isElement(node, 'br') ? ` ${text} ` : text;
}

/** Whether there is a block anywhere within. */
export function hasBlock(node: Nodes): boolean {
  return 'children' in node && node.children.some((child) => isBlock(child) || hasBlock(child));
}
