import type { z } from 'zod';
import type { Document, DocumentKind } from '../markdown/document.ts';
import type { Fault, FaultCode } from '../markdown/fault.ts';
import { type FrontMatterOf, schemas } from './schemas.ts';

/**
 * Holds the front matter of a document against the schema of its kind. Returns the typed data, or undefined with one
 * fault for each key that is missing, unknown or of the wrong type, each saying how to write it.
 */
export function validate<Kind extends DocumentKind>(
  document: Document & { kind: Kind },
): {
  data?: FrontMatterOf<Kind>;
  faults: Fault[];
} {
  // A file whose front matter could not be read at all has one fault already.
  if (document.faults.some(({ code }) => code.startsWith('front-matter'))) return { faults: [] };
  const result = schemas[document.kind].safeParse(document.data, { reportInput: true });
  if (result.success) return { data: result.data as FrontMatterOf<Kind>, faults: [] };
  return { faults: result.error.issues.flatMap((issue) => faultsOf(issue, document)) };
}

function faultsOf(issue: z.core.$ZodIssue, document: Document): Fault[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(document.kind, path);
    return issue.keys.map((key) =>
      fault(
        'front-matter-unknown-key',
        [...path, key],
        `Unexpected key \`${key}\`${known.length ? `, expected ${oneOf(known)}` : ''}.`,
      ),
    );
  }
  const key = path.join('.');
  const value = valueAt(document.data, issue.path);
  if (value === undefined)
    return [fault('front-matter-missing-key', path, `Expected the key \`${key}\`: ${example(document.kind, path)}.`)];
  return [
    fault('front-matter-wrong-type', path, `Unexpected ${shown(value)} for \`${key}\`, ${wanted(issue, path, value)}.`),
  ];

  function fault(code: FaultCode, at: string[], message: string): Fault {
    return { code, file: `content/${document.path}`, ...placeOf(document, at), message };
  }
}

/** The place of a key, or of the nearest key above it that is there. */
function placeOf(document: Document, path: string[]) {
  for (let length = path.length; length > 0; length--) {
    const place = document.keys[path.slice(0, length).join('.')];
    if (place) return place;
  }
  return { line: 1, column: 1 };
}

function wanted(issue: z.core.$ZodIssue, path: string[], value: unknown): string {
  const key = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
  if (issue.code === 'invalid_type' && issue.expected === 'boolean')
    return `expected true or false, without quotation marks: \`${key}: true\``;
  if (issue.code === 'invalid_value') return `expected ${oneOf(issue.values.map(String))}`;
  if (issue.code === 'invalid_union') return 'expected a number, or a list of numbers such as `[1, 4]`';
  if (issue.code === 'too_small') return 'expected at least one character or item, and numbers from 1';
  if (issue.code !== 'invalid_type') return issue.message;
  const { expected } = issue;
  if (expected === 'string')
    return typeof value === 'object'
      ? `expected one line of text`
      : `expected text: put quotation marks around it, \`${key}: "${JSON.stringify(value)}"\``;
  if (expected === 'array')
    return `expected a list: \`${key}: [${typeof value === 'string' ? value : JSON.stringify(value)}]\``;
  if (expected === 'object') return `expected keys of its own under \`${key}:\`, indented by two spaces`;
  if (expected === 'number' || expected === 'int')
    return `expected a whole number without quotation marks: \`${key}: 5\``;
  return `expected ${expected}`;
}

function example(kind: DocumentKind, path: string[]): string {
  const key = path.at(-1) ?? '';
  const examples: Record<string, string> = {
    author: kind === 'work' ? '`author:` with `name:` and `sort:` under it' : '`author: Your Name`',
    rights: '`rights:` with `status: public-domain` or `status: in-copyright` under it',
    locator: '`locator:` with `chapter: 5`, `act: 5` and `scene: 1`, or `title: …` under it',
    form: kind === 'work' ? '`form: novel`' : '`form: prose`',
    year: '`year: 1818`',
    published: '`published: 2026-11-22`',
    kind: '`kind: device`, `form` or `lens`',
    question: '`question: What does a maker owe?`',
  };
  return examples[key] ?? `\`${key}: …\``;
}

function knownKeys(kind: DocumentKind, path: string[]): string[] {
  let schema: unknown = schemas[kind];
  for (const key of path) schema = shapeOf(schema)?.[key];
  return Object.keys(shapeOf(schema) ?? {});
}

function shapeOf(schema: unknown): Record<string, unknown> | undefined {
  const { shape, unwrap } = schema as { shape?: Record<string, unknown>; unwrap?: () => unknown };
  return shape ?? (unwrap ? shapeOf(unwrap.call(schema)) : undefined);
}

function valueAt(data: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data);
}

function shown(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'keys' : `\`${JSON.stringify(value)}\``;
}

function oneOf(values: string[]): string {
  const names = values.map((value) => `\`${value}\``);
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
