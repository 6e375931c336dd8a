import { escape } from '../text/escape.ts';

/** Attributes of an element by their names. */
export type Attributes = Partial<Record<string, string>>;

/** A start tag as the compiler writes it, whose values are in quotation marks and may hold `<` and `>`. */
const startTag = /<([a-z][a-z0-9]*)((?:\s+[^\s"=>/]+(?:="[^"]*")?)*)\s*\/?>/g;
const attribute = /([^\s"=>/]+)(?:="([^"]*)")?/g;
const empty = new Set(['br', 'hr', 'img', 'wbr']);

/**
 * Markup that XML reads too: every element is closed, every attribute has a value, and none of them holds `<`. `change`
 * gives the attributes that an element is to have for those that it has. On the site a note's reference gets its number
 * from the style sheet; here it gets a text, to be touched.
 */
export function asXml(html: string, change: (attributes: Attributes) => Attributes): string {
  return html.replace(startTag, (tag, name: string, written: string) => {
    if (written === '' && !empty.has(name)) return tag;
    const attributes = change(attributesOf(written));
    const isNoteref = attributes['role'] === 'doc-noteref';
    const all = isNoteref ? { ...attributes, 'epub:type': 'noteref' } : attributes;
    const listed = Object.entries(all).flatMap(([key, value]) =>
      value === undefined ? [] : ` ${key}="${escape(value)}"`,
    );
    return `<${name}${listed.join('')}${empty.has(name) ? ' /' : ''}>${isNoteref ? attributes['data-n'] : ''}`;
  });
}

/** Every id that the markup has. */
export function idsIn(html: string): Set<string> {
  const tags = Array.from(html.matchAll(startTag), ([, , written = '']) =>
    written.includes(' id=') ? (attributesOf(written)['id'] ?? []) : [],
  );
  return new Set(tags.flat());
}

function attributesOf(written: string): Attributes {
  const found = Array.from(written.matchAll(attribute), ([, name, value = '']) => [name, unescaped(value)] as const);
  return Object.fromEntries(found) as Attributes;
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
