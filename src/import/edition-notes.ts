import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { element, isBlank, isElement, isMarked } from './element.ts';
import type { EditionNotes, Lose } from './section.ts';

/** Finds a file of the edition beside the one that is read, by its name: `endnotes.xhtml`. */
export type Beside = (name: string) => Root | undefined;

const marks = ['noteref', 'doc-noteref', 'fnanchor', 'footnoteref', 'footnote-ref'];

/**
 * Takes the notes of an edition out of its text: each reference becomes `<a data-note>` with the key of its note, and
 * the notes are returned by their keys. A reference is a link that is marked as one, or a number in brackets or
 * superscript whose target is there. Notes stand in the same file or, as in Standard Ebooks, in one beside it.
 */
export function takeNotes(tree: Root, path: string, beside: Beside, lose: Lose): EditionNotes {
  const notes: EditionNotes = new Map();
  const parents = parentsIn(tree);
  const taken = new Set<Nodes>();
  const own = targetsIn(tree);

  visit(tree, 'element', (node) => {
    const key = referenceTo(node);
    if (key === undefined || taken.has(node)) return;
    const [file = '', id = ''] = key.split('#');
    const isOwn = file === '' || path.endsWith(file);
    const other = isOwn ? undefined : beside(file);
    const target = isOwn ? own.get(id) : other && targetsIn(other).get(id);
    if (!target) {
      if (isMarked(node, ...marks))
        lose(node, `The note ${toString(node).trim()} is left out: its text is not in ${file || 'the file'}.`);
      if (isMarked(node, ...marks)) replace(node, []);
      return;
    }
    const body = bodyOf(target, isOwn ? parents : parentsIn(other!));
    if (!isMarked(node, ...marks) && contains(body, node)) return;
    if (!notes.has(key)) notes.set(key, withoutMarks(body));
    if (isOwn) taken.add(body);
    visit(body, 'element', (inner) => void taken.add(inner));
    node.properties = { dataNote: key };
    node.children = [];
  });

  for (const [name, note] of takePlainNotes(tree)) notes.set(name, note);
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined || !taken.has(node) || ('properties' in node && node.properties['dataNote']))
      return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return notes;

  function replace(node: Element, children: ElementContent[]): void {
    node.tagName = 'span';
    node.properties = {};
    node.children = children;
  }
}

/** Where a reference leads: `#note-1`, `endnotes.xhtml#note-1`; undefined for any other element. */
function referenceTo(node: Element): string | undefined {
  const href = node.properties['href'] ?? '';
  if (node.tagName !== 'a' || !href.includes('#') || /^[a-z]+:/i.test(href)) return undefined;
  if (isMarked(node, 'backlink', 'doc-backlink')) return undefined;
  const isNumber = /^\s*(?:\[?\(?(?:\d{1,3}|[*†‡§¶])\)?\]?)\s*$/.test(toString(node));
  return isMarked(node, ...marks) || isNumber
    ? href
        .replace(/^\.?\//, '')
        .split('/')
        .at(-1)
    : undefined;
}

function targetsIn(tree: Root): Map<string, Element> {
  const targets = new Map<string, Element>();
  visit(tree, 'element', (node) => {
    for (const id of [node.properties['id'], node.properties['name']])
      if (typeof id === 'string' && !targets.has(id)) targets.set(id, node);
  });
  return targets;
}

function parentsIn(tree: Root): Map<Nodes, Parents> {
  const parents = new Map<Nodes, Parents>();
  visit(tree, (node, _, parent) => {
    if (parent) parents.set(node, parent);
  });
  return parents;
}

/** The element that holds a note whole: what is marked as one, else the list item or paragraph around its anchor. */
function bodyOf(target: Element, parents: Map<Nodes, Parents>): Element {
  let body: Element | undefined;
  for (let node: Nodes | undefined = target; isElement(node); node = parents.get(node)) {
    if (isMarked(node, 'footnote', 'endnote', 'note', 'doc-footnote', 'doc-endnote')) return node;
    if (!body && isElement(node, 'li', 'p', 'aside', 'dd', 'td', 'div')) body = node;
    if (isElement(node, 'li')) return node;
  }
  return body ?? target;
}

function contains(body: Element, node: Element): boolean {
  let found = false;
  visit(body, (inner) => void (found ||= inner === node));
  return found;
}

/** What a note says, without the number that it starts with and the links that lead back. */
function withoutMarks(body: Element): ElementContent[] {
  const copy = structuredClone(body);
  visit(copy, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const isBack =
      node.tagName === 'a' &&
      node.properties['href'] !== undefined &&
      /^\W*(?:\d{1,3}|return|back)?\W*$/i.test(toString(node));
    if (!isBack && !isMarked(node, 'backlink', 'label', 'doc-backlink')) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  const first = firstText(copy);
  if (first) first.value = first.value.replace(/^\s*(?:[[(]?(?:\d{1,3}|[*†‡§])[\])]?[.:]?\s+)?/, '');
  return ['p', 'a', 'span'].includes(copy.tagName) ? [element('p', {}, copy.children, body)] : copy.children;
}

function firstText(node: Element): { value: string } | undefined {
  for (const child of node.children) {
    if (child.type === 'text' && child.value.trim() !== '') return child;
    const inner = isElement(child) && !isBlank(child) ? firstText(child) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

/** The notes of a plain text, which its reader has marked: `[1]` and `[Footnote 1: …]`. */
function takePlainNotes(tree: Root): EditionNotes {
  const notes: EditionNotes = new Map();
  visit(tree, 'element', (node, index, parent) => {
    const { dataFootnote, ...properties } = node.properties;
    if (dataFootnote === undefined || !parent || index === undefined) return undefined;
    notes.set(`[${String(dataFootnote)}]`, [{ ...node, properties }]);
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  visit(tree, 'element', (node) => {
    const key = `[${String(node.properties['dataFootnoteReference'])}]`;
    if (node.properties['dataFootnoteReference'] === undefined) return;
    if (notes.has(key)) [node.properties, node.children] = [{ dataNote: key }, []];
    else node.tagName = 'span';
  });
  return notes;
}
