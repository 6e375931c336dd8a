/** A file of an edition, read: its text, and whether it is HTML or plain. */
export interface Source {
  /** As the author named it. */
  path: string;
  text: string;
  isMarkup: boolean;
}

/** What an author asked for cannot be done; the message says why and what to do. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** Waits for all, as Promise.all does; where any were refused, throws one Refusal that says what each of them says. */
export async function allOrRefusal<T>(values: Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(values);
  const reasons = settled.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
  const refusals = reasons.filter((reason) => reason instanceof Refusal);
  if (refusals.length > 0 && refusals.length === reasons.length)
    throw new Refusal(refusals.map(({ message }) => message).join('\n'));
  return Promise.all(values);
}

const formats: [signature: RegExp, name: string, instead: string][] = [
  [/^PK\x03\x04/, 'a zip archive (EPUB and Word files are such)', 'unpack it and give the chapter files in it'],
  [/^%PDF/, 'a PDF', 'look for the edition as HTML or plain text'],
  [/^\{\\rtf/, 'an RTF file', 'save it as plain text'],
  [/^\x1f\x8b/, 'a compressed file', 'unpack it first'],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8)/, 'a picture', 'give the text itself'],
];

/**
 * Reads the bytes of a file as text: by its byte order mark, as UTF-8, or in the encoding that it declares of itself;
 * `encoding` overrules them. Throws a Refusal for what is not text, or is text in an encoding that nobody names.
 */
export function readSource(bytes: Uint8Array, path: string, encoding?: string): Source {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (bytes.length === 0) throw new Refusal(`${path} is empty.`);
  const format = formats.find(([signature]) => signature.test(start));
  if (format) throw new Refusal(`${path} is ${format[1]}, not text; ${format[2]}.`);
  if (/\.(?:md|markdown)$/i.test(path))
    throw new Refusal(`${path} is Markdown already: put it into the folder of its work and run \`npm run check\`.`);
  const text = decode(bytes, path, encoding ?? markOf(bytes), start).replace(/^\uFEFF/, '');
  if (text.slice(0, 10_000).includes('\0')) throw new Refusal(`${path} is not a text file.`);
  if (text.trim() === '') throw new Refusal(`${path} is empty.`);
  return { path, text: text.replace(/\r\n?/g, '\n'), isMarkup: markup.test(text.slice(0, 10_000)) };
}

const markup = /^\s*<(?:[?!a-z])|<(?:html|body|p|br|div|h[1-6]|section)\b[^>]*>/i;

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function decode(bytes: Uint8Array, path: string, encoding: string | undefined, start: string): string {
  if (encoding === undefined) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      encoding = declared(start);
    }
  }
  if (encoding === undefined)
    throw new Refusal(
      `${path} is not UTF-8 and does not say what it is; name its encoding, as in \`--encoding windows-1252\`.`,
    );
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError)
      throw new Refusal(`\`${encoding}\` is no encoding that is known here; try \`windows-1252\` or \`utf-16le\`.`);
    throw new Refusal(`${path} cannot be read as ${encoding}; name its encoding, as in \`--encoding windows-1252\`.`);
  }
}

/** What a file says of its own encoding: XML, HTML, or the heading of a Gutenberg text. */
function declared(start: string): string | undefined {
  const label =
    /^\s*<\?xml[^>]*\bencoding=["']([\w-]+)/i.exec(start)?.[1] ??
    /\bcharset=["']?([\w-]+)/i.exec(start)?.[1] ??
    /character set encoding:\s*(?:iso[ -])?([\w-]+)/i.exec(start)?.[1];
  if (label === undefined || /^utf-?8$/i.test(label)) return undefined;
  return /^(?:iso-?)?(?:8859-1|latin-?1)$|^(?:us-)?ascii$|^646-us$/i.test(label) ? 'windows-1252' : label;
}
