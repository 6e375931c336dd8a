import type { Element, ElementContent, Root, RootContent } from 'hast';
import { element, isBlank, isElement, marksOf } from './element.ts';
import { type RankedHeading, deepestNumbered, headingOf, holdsHeading } from './html-heading.ts';

/** A stretch of an edition under its headings, and what stands there. */
export interface Division {
  headings: RankedHeading[];
  nodes: (ElementContent | RootContent)[];
  /** What the edition says that it is: `chapter`, `scene`, `poem`, `titlepage`. */
  marks: Set<string>;
  /** The divisions around it, from the outermost; undefined where the edition does not mark them up. */
  above?: Division[];
  /** The section of another file that it belongs to, by its id. */
  parent?: string;
  id?: string;
  origin?: Element | undefined;
}

interface Surroundings {
  /** What sections around say that they are, as far as it holds for what is inside. */
  marks: Set<string>;
  above: Division[];
  isMarkedUp: boolean;
  /** In a poem, or a stretch of a chapter: headings are part of the text. */
  isWhole: boolean;
}

const inherited = ['chapter', 'scene', 'poem', 'drama', 'verse', 'bodymatter', 'frontmatter', 'backmatter'];

/** Parts an edition at its headings, and at what it marks as a chapter, a scene or a poem. */
export function divide(tree: Root): Division[] {
  const divisions: Division[] = [];
  const deepest = deepestNumbered(tree);
  const hasPoems = firstNumbers(tree) > 1;
  let open: Division | undefined;
  walk(tree.children, { marks: new Set(), above: [], isMarkedUp: false, isWhole: false });
  return divisions;

  function walk(nodes: (ElementContent | RootContent)[], around: Surroundings): void {
    for (const node of nodes) {
      const heading = isElement(node) ? headingOf(node) : undefined;
      if (!isElement(node)) {
        if (node.type === 'text' && node.value.trim() !== '') current(around).nodes.push(node);
      } else if (heading) begin(node, heading, around);
      else if (isElement(node, 'section', 'article')) section(node, around);
      else if (isElement(node, 'html', 'body', 'main') || holdsHeading(node)) walk(node.children, bodyOf(node, around));
      else if (!isBlank(node) || isElement(node, 'hr', 'img', 'figure')) current(around).nodes.push(node);
    }
  }

  /** A section is a division of its own, unless it is a stretch of a poem or of a chapter that has no label. */
  function section(node: Element, around: Surroundings): void {
    const own = marksOf(node);
    const isLabelled = node.children.some((child) => isElement(child) && headingOf(child)?.label !== undefined);
    const isStretch =
      around.isWhole || (around.marks.has('chapter') && !['scene', 'poem', 'chapter'].some((mark) => own.has(mark)));
    const isPart = own.size > 0 && !own.has('subchapter') && (!isStretch || isLabelled);
    const hasHeading = holdsHeading({
      ...node,
      tagName: 'div',
      children: node.children.filter((child) => !isElement(child, 'section', 'article')),
    });
    const isSame =
      isPart && !hasHeading && open?.nodes.length === 0 && open.headings.length > 0 && around.above.at(-1) === open;
    if (isSame) for (const mark of own) open!.marks.add(mark);
    else if (isPart) {
      const { id, dataParent } = node.properties;
      open = { headings: [], nodes: [], marks: new Set([...around.marks, ...own]), above: around.above, origin: node };
      if (typeof id === 'string') open.id = id;
      if (typeof dataParent === 'string') open.parent = dataParent;
      divisions.push(open);
    }
    walk(node.children, {
      marks: new Set([...around.marks, ...(isPart ? [...own].filter((mark) => inherited.includes(mark)) : [])]),
      above: isPart && open && !isSame ? [...around.above, open] : around.above,
      isMarkedUp: around.isMarkedUp || own.size > 0,
      isWhole: !isPart && own.size > 0 ? true : around.isWhole || own.has('poem'),
    });
  }

  function begin(node: Element, heading: RankedHeading, around: Surroundings): void {
    const isEmpty = open?.nodes.every((child) => isElement(child, 'hr', 'img', 'figure') || isBlank(child)) ?? false;
    const [first] = open?.headings ?? [];
    const isOwn =
      around.above.at(-1) === open &&
      !(around.isWhole && first && node.tagName !== 'h1' && first.level < heading.level);
    const isNumber = heading.label === undefined && heading.number !== undefined;
    const isDeeper = isNumber
      ? (hasPoems || heading.level === 6) &&
        first !== undefined &&
        first.number === undefined &&
        first.level > 1 &&
        heading.level > first.level
      : heading.number === undefined && deepest > 0 && heading.level > deepest;
    if (open && isEmpty && (around.isMarkedUp ? isOwn || !first : !(isNumber && isDeeper))) open.headings.push(heading);
    else if (open && (around.isMarkedUp || isDeeper)) open.nodes.push(element('h6', {}, node.children, node));
    else {
      open = { headings: [heading], nodes: [], marks: around.marks, origin: node };
      divisions.push(open);
    }
  }

  function current(around: Surroundings): Division {
    if (!open) divisions.push((open = { headings: [], nodes: [], marks: around.marks }));
    return open;
  }
}

/** How many headings are a `1` or an `I` alone: one in a book by chapters, many in one of poems that have parts. */
function firstNumbers(node: Root | Element): number {
  return node.children.reduce((sum, child) => {
    if (!isElement(child)) return sum;
    const heading = headingOf(child);
    return sum + (heading ? Number(heading.label === undefined && heading.number === 1) : firstNumbers(child));
  }, 0);
}

function bodyOf(node: Element, around: Surroundings): Surroundings {
  return isElement(node, 'body') ? { ...around, marks: new Set([...around.marks, ...marksOf(node)]) } : around;
}
