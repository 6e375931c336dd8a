import matter from 'gray-matter';
import type { FaultCode, Place } from './fault.ts';

export interface FrontMatter {
  data: Record<string, unknown>;
  /** Where each key stands, by dotted path. */
  keys: Record<string, Place>;
  /** The text after the front matter, moved down by blank lines so that every position is true. */
  content: string;
  fault?: Place & { code: FaultCode; message: string };
}

const refuse = () => {
  throw new TypeError('Only YAML is read.');
};

/**
 * Parts a file into YAML front matter and text.
 * gray-matter is always given options: without, it caches before it parses, so bad YAML throws once and then reads as
 * empty. Engines other than YAML are refused: `---js` would run code.
 */
export function readFrontMatter(source: string): FrontMatter {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const opening = /^---[^\n]*/.exec(text)?.[0];
  if (opening === undefined)
    return none(text, 'front-matter-missing', 'Expected front matter between two lines of `---` at the start.');
  if (opening.trimEnd() !== '---')
    return none(text, 'front-matter-not-yaml', `Unexpected \`${opening.slice(0, 40)}\`, expected \`---\` alone.`);
  if (!/\n---[ \t]*(?:\n|$)/.test(text.slice(3)))
    return none(text, 'front-matter-malformed', 'Expected a second line of `---` that ends the front matter.');
  try {
    const file = matter(text, {
      engines: { js: refuse, javascript: refuse, json: refuse, coffee: refuse, cson: refuse },
    });
    const length = text.length - file.content.length;
    const content = '\n'.repeat(text.slice(0, length).split('\n').length - 1) + file.content;
    if (!isRecord(file.data))
      return { ...none(text, 'front-matter-malformed', 'Expected `key: value` lines.', 2), content };
    return {
      data: withoutDates(file.data) as Record<string, unknown>,
      keys: placesOfKeys(text.slice(0, length)),
      content,
    };
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { line: number; column: number } };
    const message = `YAML cannot be read here: ${reason ?? String(error)}.`;
    return none(text, 'front-matter-malformed', message, (mark?.line ?? 0) + 1, (mark?.column ?? 0) + 1);
  }
}

function none(text: string, code: FaultCode, message: string, line = 1, column = 1): FrontMatter {
  return {
    data: {},
    keys: {},
    content: text.replace(/^---[^]*?\n---[ \t]*(?=\n|$)/, (s) => s.replace(/[^\n]/g, '')),
    fault: { code, message, line, column },
  };
}

/** YAML reads `2026-11-22` as a date; as plain data it is that text again. */
function withoutDates(value: unknown): unknown {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (Array.isArray(value)) return value.map(withoutDates);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutDates(inner)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Places by dotted path, read off the indentation: block YAML, as authors write it. A value's place is its key's. */
function placesOfKeys(yaml: string): Record<string, Place> {
  const keys: Record<string, Place> = {};
  const open: { indent: number; name: string; items: number }[] = [];
  yaml.split('\n').forEach((text, index) => {
    const found = /^( *)(- +)?(?:([\w-]+):(?: |$))?/.exec(text);
    const [, spaces = '', dash, name] = found ?? [];
    if (!dash && !name) return;
    const indent = spaces.length;
    // An item of a list may stand at the indentation of its key.
    while (open.length > 0 && (dash ? open.at(-1)!.indent > indent : open.at(-1)!.indent >= indent)) open.pop();
    const above = () => open.map((key) => key.name);
    const place = { line: index + 1, column: indent + 1 + (dash?.length ?? 0) };
    const parent = open.at(-1);
    if (dash && parent) {
      const item = String(parent.items++);
      keys[[...above(), item].join('.')] = place;
      if (name) keys[[...above(), item, name].join('.')] = place;
    } else if (name) {
      keys[[...above(), name].join('.')] = place;
      open.push({ indent, name, items: 0 });
    }
  });
  return keys;
}
