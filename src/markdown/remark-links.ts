import type { Definition, Image, Link, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { addressOf, resolvePath } from './address.ts';
import { draftOf } from './draft.ts';
import { type Place, report } from './fault.ts';
import { walk } from './walk.ts';

declare module 'mdast' {
  interface LinkData {
    /** Index into `Document.links`. */
    index?: number;
  }
}

/** Records every link and image, and gives each link the address it will have. */
export function remarkLinks() {
  return (tree: Root, file: VFile) => {
    const draft = draftOf(file);
    const definitions = new Map<string, Definition>();
    walk(tree, (node: Nodes) => {
      if (node.type === 'definition') definitions.set(node.identifier, node);
    });

    walk(tree, (node: Nodes) => {
      if (node.type === 'linkReference' || node.type === 'imageReference') {
        const definition = definitions.get(node.identifier);
        const type = node.type === 'linkReference' ? 'link' : 'image';
        if (definition) Object.assign(node, { type, url: definition.url, title: definition.title });
      }
      if (node.type === 'link') link(node, file);
      if (node.type === 'image') image(node, file);
    });

    function link(node: Link, file: VFile) {
      const found = destination(node.url, node, file);
      if (!found) return;
      const place = node.position?.start as Place;
      node.url = found.href;
      node.data = { ...node.data, index: draft.links.length };
      draft.links.push({ ...found, text: toString(node), place: at(place), note: -1, sentence: '' });
    }

    function image(node: Image, file: VFile) {
      if (!node.alt?.trim())
        report(file, 'image-without-alt', 'Unexpected image without words, expected `![what it shows](file)`.', node);
      const target = /^[a-z][a-z\d+.-]*:|^\//i.test(node.url) ? undefined : resolvePath(draft.path, decoded(node.url));
      if (target === undefined) {
        report(
          file,
          'image-missing',
          `Unexpected image \`${node.url}\`, expected a relative path inside \`content/\`.`,
          node,
        );
        return;
      }
      node.url = `${draft.base.replace(/\/$/, '')}/${target}`;
      draft.images.push({ target, alt: node.alt ?? '', place: at(node.position?.start as Place) });
    }

    function destination(url: string, node: Link, file: VFile) {
      const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url)?.[1]?.toLowerCase();
      if (scheme) {
        if (['https', 'http', 'mailto'].includes(scheme)) return { target: '', anchor: '', href: url };
        report(
          file,
          'unsafe-url',
          `Unexpected address \`${scheme}:\`, expected \`https:\`, \`mailto:\` or a relative path.`,
          node,
        );
        return undefined;
      }
      const [path = '', anchor = ''] = url.split('#', 2).map(decoded);
      if (path.startsWith('/') || (path !== '' && !path.endsWith('.md'))) {
        report(
          file,
          'link-not-relative',
          `Unexpected link to \`${url}\`, expected a relative path to a \`.md\` file.`,
          node,
        );
        return undefined;
      }
      const target = path === '' ? draft.path : resolvePath(draft.path, path);
      if (target === undefined) {
        report(file, 'link-missing-file', `Unexpected link to \`${url}\`, which leaves \`content/\`.`, node);
        return undefined;
      }
      const hash = anchor && `#${encodeURIComponent(anchor)}`;
      return { target, anchor, href: addressOf(target, draft.base) + hash };
    }
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function at({ line, column }: Place): Place {
  return { line, column };
}
