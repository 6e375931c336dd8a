import type { Element, ElementContent } from 'hast';
import type { Break, FootnoteDefinition, FootnoteReference } from 'mdast';
import type { State } from 'mdast-util-to-hast';

/** A reference has no text of its own, so that the words around it are one unbroken run; its number is generated. */
function footnoteReference(state: State, node: FootnoteReference): ElementContent {
  const element: Element = { type: 'element', tagName: 'a', properties: {}, children: [] };
  state.patch(node, element);
  return state.applyData(node, element);
}

/** A note stays where it is defined until `rehypeNotes` moves it; remark-rehype would list all of them at the end. */
function footnoteDefinition(state: State, node: FootnoteDefinition): ElementContent | undefined {
  const note = node.data?.note;
  if (note === undefined) return undefined;
  const element: Element = {
    type: 'element',
    tagName: 'div',
    properties: { dataDefinition: String(note) },
    children: state.wrap<ElementContent>(state.all(node), true),
  };
  state.patch(node, element);
  return element;
}

/** A line end is `<br>` alone; remark-rehype adds a line feed to it, which would stand in copied text. */
function lineBreak(state: State, node: Break): ElementContent {
  const element: Element = { type: 'element', tagName: 'br', properties: {}, children: [] };
  state.patch(node, element);
  return element;
}

export const handlers = { break: lineBreak, footnoteReference, footnoteDefinition };
