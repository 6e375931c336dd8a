import { escape } from '../text/escape.ts';

/** What becomes of the values of attributes, by the names of these; undefined where one is left out. */
export type Changes = Partial<Record<string, (value: string) => string | undefined>>;

/** A start tag as the compiler writes it, whose values are in quotation marks and may hold `<` and `>`. */
const startTag = /<([a-z][a-z0-9]*)((?:\s+[^\s"=>/]+(?:="[^"]*")?)*)\s*\/?>/g;
const attribute = /\s+([^\s"=>/]+)(?:="([^"]*)")?/g;
const empty = new Set(['br', 'hr', 'img', 'wbr']);

/**
 * Markup that XML reads too: every element is closed, every attribute has a value, and none of them holds `<`. On
 * the site a note's reference gets its number from the style sheet; here it gets a text, to be touched.
 */
export function asXml(html: string, changes: Changes): string {
  return html.replace(startTag, (tag, name: string, written: string) => {
    if (written === '' && !empty.has(name)) return tag;
    const attributes = written.replace(attribute, (_, key: string, value: string = '') => {
      const change = changes[key];
      const changed = change ? change(unescaped(value)) : unescaped(value);
      return changed === undefined ? '' : ` ${key}="${escape(changed)}"`;
    });
    const number = written.includes(' role="doc-noteref"') ? /\sdata-n="(\d+)"/.exec(written)?.[1] : undefined;
    const type = number === undefined ? '' : ' epub:type="noteref"';
    return `<${name}${attributes}${type}${empty.has(name) ? ' /' : ''}>${number ?? ''}`;
  });
}

/** Every id that the markup has. */
export function idsIn(html: string): Set<string> {
  const tags = Array.from(html.matchAll(startTag), ([, , written = '']) =>
    written.includes(' id=') ? (/\sid="([^"]*)"/.exec(written)?.[1] ?? []) : [],
  );
  return new Set(tags.flat());
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The few references that the compiler and `escape` write. */
function unescaped(value: string): string {
  if (!value.includes('&')) return value;
  return value.replaceAll(
    /&(?:#x([\dA-F]+)|#(\d+)|(amp|lt|gt|quot));/g,
    (_, hex?: string, decimal?: string, name?: string) =>
      name ? named[name]! : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
  );
}
