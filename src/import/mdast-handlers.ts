import type { Element } from 'hast';
import type { Handle } from 'hast-util-to-mdast';
import type { Emphasis, Paragraph, PhrasingContent, Strong } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** How the blocks of a Section become Markdown's. */
export const handlers: Record<string, Handle> = {
  p: paragraph,
  br: (_, node) => ({ type: 'break', data: { indent: Number(node.properties['dataIndent'] ?? 0) } }),
  a(state, node) {
    const { dataNote } = node.properties;
    if (dataNote === undefined) return state.all(node);
    return { type: 'footnoteReference', identifier: String(dataNote), label: String(dataNote) };
  },
  b: (state, node) =>
    node.properties['epub:type'] === undefined ? attention('strong')(state, node, undefined) : state.all(node),
  strong: attention('strong'),
  ...Object.fromEntries(['em', 'i', 'cite', 'dfn', 'var', 'u', 'ins'].map((name) => [name, attention('emphasis')])),
  // What Markdown has a sign for and an excerpt does not.
  ...Object.fromEntries(
    ['code', 'kbd', 'samp', 'tt', 'del', 's', 'strike', 'mark'].map(
      (name) => [name, (state, node) => state.all(node)] as [string, Handle],
    ),
  ),
};

function paragraph(...[state, node]: Parameters<Handle>): Paragraph {
  const { dataSpeaker, dataDirection, dataVerse, dataIndent } = node.properties;
  const children = trimmed(state.all(node) as PhrasingContent[]);
  const paragraph: Paragraph = { type: 'paragraph', children };
  const indent = Number(dataIndent ?? 0);
  if (dataDirection !== undefined) paragraph.children = [{ type: 'emphasis', children }];
  else if (dataSpeaker !== undefined) {
    // One space parts the speaker from the speech; more say that another speaker began the line.
    const spaces = indent > 0 ? '   ' : ' ';
    const speaker: Strong = { type: 'strong', children: [{ type: 'text', value: String(dataSpeaker) }] };
    paragraph.children = [speaker, { type: 'text', value: spaces }, ...withoutNames(children)];
    if (dataVerse !== undefined && !children.some(({ type }) => type === 'break')) paragraph.data = { isLine: true };
  } else if (indent > 0) paragraph.data = { indent };
  return paragraph;
}

/** Bold at the start of a speech would be its speaker. */
function withoutNames(children: PhrasingContent[]): PhrasingContent[] {
  return children.flatMap((node) => (node.type === 'strong' ? node.children : [node]));
}

/** Italics and bold hold neither the spaces at their ends nor nothing at all. */
function attention(type: 'emphasis' | 'strong'): Handle {
  return (state, node: Element) => {
    const children = state.all(node) as PhrasingContent[];
    const text = toString({ type, children });
    if (text.trim() === '') return children;
    const [before] = /^\s*/.exec(text)!;
    const [after] = /\s*$/.exec(text)!;
    const inner: Emphasis | Strong = { type, children: trimmed(children) };
    return [...spaces(before), inner, ...spaces(after)];
  };
}

function spaces(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

/** Without the white space at both ends, and around line ends. */
function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const kept = nodes.filter((node) => !(node.type === 'text' && node.value === ''));
  return kept.flatMap((node, index): PhrasingContent[] => {
    if (node.type !== 'text') return [node];
    const startsLine = index === 0 || kept[index - 1]!.type === 'break';
    const endsLine = index === kept.length - 1 || kept[index + 1]!.type === 'break';
    let { value } = node;
    if (startsLine) value = value.trimStart();
    if (endsLine) value = value.trimEnd();
    return value === '' ? [] : [{ ...node, value }];
  });
}
