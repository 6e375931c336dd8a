import type { Fault } from '../markdown/fault.ts';

/** A picture of `content/`; of an SVG, its markup, which is drawn into the page so that it takes the page's colours. */
export interface Picture {
  /** Path inside `content/`. */
  path: string;
  svg?: string;
}

/** The formats of pictures by the endings of their names. */
export const pictureTypes: ReadonlyMap<string, string> = new Map([
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['gif', 'image/gif'],
]);

/** The format of a picture by its path or address; undefined for what is none. */
export function pictureType(path: string): string | undefined {
  return pictureTypes.get(/\.([a-z]+)$/.exec(path)?.[1] ?? '');
}

const unsafe: [pattern: RegExp, name: string][] = [
  [/<script\b/i, 'script'],
  [/<(?:foreignObject|iframe|embed|object|style|animate\w*|set|handler)\b/i, 'element that can do more than draw'],
  [/\son\w+\s*=/i, 'event handler'],
  [/\sstyle\s*=/i, '`style` attribute'],
  [/(?:href|src)\s*=\s*["']?\s*(?!#)[^"'\s>]/i, 'reference to the outside'],
  [/url\(\s*["']?(?!#)/i, 'reference to the outside'],
  [/<!(?:DOCTYPE|ENTITY|\[CDATA\[)|<\?(?!xml\s)/i, 'declaration'],
];

/** The first thing in an SVG that it must not have, as a fault; undefined for one that only draws. */
export function pictureFault({ path, svg }: Picture): Fault | undefined {
  if (svg === undefined) return undefined;
  const bad = unsafe.find(([pattern]) => pattern.test(svg));
  const [at, name] = bad ? [svg.search(bad[0]), bad[1]] : [/^\s*(?:<\?xml[^>]*>\s*)?<svg\b/.test(svg) ? -1 : 0, 'text'];
  if (at < 0) return undefined;
  const before = svg.slice(0, at).split('\n');
  return {
    code: 'image-unsafe',
    file: `content/${path}`,
    line: before.length,
    column: before.at(-1)!.length + 1,
    message: `Unexpected ${name} in the picture, expected an SVG that only draws.`,
  };
}

/** The root's attributes of an SVG and what it draws, without comments, to be put into a page; undefined for others. */
export function inlineSvg(svg: string): { attributes: Record<string, string>; drawing: string } | undefined {
  const [, root, drawing] = /<svg\b([^>]*)>([^]*)<\/svg>\s*$/.exec(svg) ?? [];
  if (root === undefined || drawing === undefined) return undefined;
  const attributes = [...root.matchAll(/([\w-]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
  return {
    attributes: Object.fromEntries(
      attributes.filter(([name]) => !/^(?:xmlns|role|aria-.*|id|class|width|height)$/.test(name)),
    ),
    drawing: drawing.replaceAll(/<!--[^]*?-->\s*/g, '').trim(),
  };
}
