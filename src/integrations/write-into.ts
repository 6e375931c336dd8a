import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { shareCompressed, writeCompressed } from './compression.ts';

/** A file of a site to write. */
export interface Writable {
  path: string;
  /** Its place in the last site. */
  last: string;
  /** Without them it is as it was in the last site. */
  bytes?: Uint8Array<ArrayBuffer>;
}

/** Writes files of a site with their compressed forms, and their folders where there are none. */
export function writeInto(files: Writable[]): void {
  for (const { path, last, bytes } of files) {
    mkdirSync(dirname(path), { recursive: true });
    if (!bytes) {
      shareCompressed(path, last);
      continue;
    }
    writeCompressed(path, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), last);
    // Bytes that were given away are freed at once: hundreds of megabytes would wait for a thread to look for garbage.
    bytes.buffer.transfer(0);
  }
}
