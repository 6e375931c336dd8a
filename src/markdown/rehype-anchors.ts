import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { VFile } from 'vfile';
import { draftOf } from './draft.ts';

/** Numbers the paragraphs of our own pages `p1`, `p2` …, and records the headings with the slugs that rehype-slug gave. */
export function rehypeAnchors() {
  return (tree: Root, file: VFile) => {
    const { kind, headings } = draftOf(file);
    if (kind === 'excerpt') return;
    let paragraph = 0;
    for (const node of tree.children) {
      if (node.type !== 'element') continue;
      if (node.tagName === 'p') node.properties['id'] = `p${++paragraph}`;
      const depth = Number(/^h([2-6])$/.exec(node.tagName)?.[1]);
      if (!depth) continue;
      const slug = node.properties['id'] ?? '';
      // A heading that reads like a number of ours (“P1”) must not take its id.
      const id = /^(?:[pldq]\d|fn)/.test(slug) || slug === '' ? `section-${slug || headings.length + 1}` : slug;
      node.properties['id'] = id;
      headings.push({ depth, id, text: toString(node) });
    }
  };
}
