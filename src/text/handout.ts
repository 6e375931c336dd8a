/** A teacher's handout: passages in an order, each with a question. */
export interface Handout {
  title: string;
  instructions: string;
  choices: Choice[];
  passages: HandoutPassage[];
}

export interface HandoutPassage {
  /** Work and excerpt: `frankenstein/chapter-5`. */
  excerpt: string;
  /** Ids of the first and the last block or line. */
  first: string;
  last: string;
  question: string;
}

/** What a handout may have, by the letter that its address has for it. */
const letters = { notes: 'n', numbers: 'l', space: 's', large: 'b', columns: 'c' } as const;
export type Choice = keyof typeof letters;
export const choiceNames = Object.keys(letters) as Choice[];

/** Why an address was not read whole: there is a part of it, or none. */
export type HandoutFault = 'damaged' | 'newer' | 'unreadable';

/** The address of the page and its fragment, together; more is cut by programs that pass links on. */
export const longestAddress = 2000;
/** Above this the squares of a QR code are too fine for a phone. */
export const longestQrAddress = 600;

const version = '1.';
/** ASCII's own separators, which no keyboard types into a field. */
const [recordEnd, fieldEnd] = ['\u001E', '\u001F'];
const mostCharacters = 100_000;
const mostPassages = 100;

export const emptyHandout = (): Handout => ({
  title: '',
  instructions: '',
  choices: ['notes', 'numbers'],
  passages: [],
});

/**
 * A handout as the fragment of an address, without `#`: the version, then its text compressed and in base64url. The
 * format is zlib's and not bare DEFLATE, since its checksum tells an address that was cut or mistyped.
 */
export async function encodeHandout({ title, instructions, choices, passages }: Handout): Promise<string> {
  const records = [
    title,
    instructions,
    choices.map((choice) => letters[choice]).join(''),
    ...passages.map(({ excerpt, first, last, question }) =>
      [excerpt, last === first ? first : `${first}_${last}`, question].map(clean).join(fieldEnd),
    ),
  ];
  const text = records.map((record, index) => (index < 3 ? clean(record) : record)).join(recordEnd);
  const bytes = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'));
  const compressed = new Uint8Array(await new Response(bytes).arrayBuffer());
  return (
    version +
    btoa(String.fromCharCode(...compressed))
      .replace(/=+$/, '')
      .replaceAll('+', '-')
      .replaceAll('/', '_')
  );
}

/** Reads a fragment without `#`; of one that is damaged, the passages that can be read. Never throws. */
export async function decodeHandout(fragment: string): Promise<{ handout: Handout; fault?: HandoutFault }> {
  const number = /^(\d+)\./.exec(fragment)?.[1];
  if (number === undefined) return { handout: emptyHandout(), fault: 'unreadable' };
  if (Number(number) > Number.parseInt(version)) return { handout: emptyHandout(), fault: 'newer' };
  const { text, isWhole } = await decompressed(fragment.slice(version.length));
  const [title, instructions, chosen, ...records] = text.split(recordEnd);
  if (!isWhole && title === '' && records.length === 0) return { handout: emptyHandout(), fault: 'unreadable' };
  // The last record of a text that was cut may itself be cut.
  const passages = (isWhole ? records : records.slice(0, -1)).slice(0, mostPassages).map(passageOf);
  const handout = {
    title: title ?? '',
    instructions: instructions ?? '',
    choices:
      chosen === undefined ? emptyHandout().choices : choiceNames.filter((name) => chosen.includes(letters[name])),
    passages: passages.filter((passage) => passage !== undefined),
  };
  const isDamaged = !isWhole || passages.includes(undefined);
  return isDamaged ? { handout, fault: 'damaged' } : { handout };
}

const excerptPattern = /^[a-z0-9-]+\/[a-z0-9-]+$/;
const idPattern = /^[pld]\d+[a-z]*(?:-\d+)?$/;

function passageOf(record: string): HandoutPassage | undefined {
  const [excerpt = '', place = '', question = ''] = record.split(fieldEnd);
  const [first = '', last = first] = place.split('_');
  const isSound = excerptPattern.test(excerpt) && idPattern.test(first) && idPattern.test(last);
  return isSound ? { excerpt, first, last, question } : undefined;
}

function clean(text: string): string {
  return text.replaceAll(/[\u001E\u001F]/g, '');
}

/** As much of the text as can be had: all of it, or what comes before the damage. A full stop after it is let be. */
async function decompressed(base64url: string): Promise<{ text: string; isWhole: boolean }> {
  const base64 = /^[\w-]*/.exec(base64url)![0].replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(base64.length % 4 === 1 ? base64.slice(0, -1) : base64), (character) =>
    character.charCodeAt(0),
  );
  const atOnce = await inflate([bytes]);
  if (atOnce.isWhole) return atOnce;
  // Byte by byte, what comes before a fault is handed on before the fault is met.
  return inflate(Array.from(bytes, (byte) => Uint8Array.of(byte)));
}

async function inflate(chunks: Uint8Array<ArrayBuffer>[]): Promise<{ text: string; isWhole: boolean }> {
  const stream = new DecompressionStream('deflate');
  const writer = stream.writable.getWriter();
  const reader = stream.readable.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const write = async () => {
    for (const chunk of chunks) await writer.write(chunk);
    await writer.close();
  };
  // The reader meets the same fault.
  const written = write().catch(() => undefined);
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += part.value;
      if (text.length > mostCharacters) throw new RangeError('Unexpected length.');
    }
    await written;
    return { text, isWhole: true };
  } catch {
    void reader.cancel().catch(() => undefined);
    return { text: text.slice(0, mostCharacters), isWhole: false };
  }
}
