import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { kindOf } from '../markdown/address.ts';
import type { Fault, FaultCode } from '../markdown/fault.ts';
import { type Picture, pictureFault, pictureType } from './picture.ts';

/** What lies in `content/`: the texts of Markdown files by their path, the pictures, where the ledger is, and what is wrong. */
export interface Files {
  sources: Map<string, string>;
  pictures: Map<string, Picture>;
  /** `permalinks.json`, whose text may be as long as a tenth of all documents, with its time and size. */
  ledger?: { file: string; version: string };
  faults: Fault[];
  /** Time and size of each text, by the path of its file. */
  versions: Map<string, string>;
}

/** A part of a picture's address: nothing that an address, a page or a shell reads as more than a name. */
const plainName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]*$/u;

/**
 * Reads `content/` from the disk. Never throws for what it finds there; throws where the folder cannot be listed. It reads
 * at once and not by promises, which for thousands of small files take longer than the reading. Texts whose time and size
 * are as they were when they were read `before` are taken from there.
 */
export function readFiles(content: string, before?: Files): Files {
  const files: Files = {
    sources: new Map(),
    pictures: new Map(),
    faults: [],
    versions: new Map(),
  };
  const names = statSync(content, { throwIfNoEntry: false })?.isDirectory() ? list(content, files.faults) : [];
  for (const path of names.sort()) readOne(content, path, files, before);
  if (![...files.sources.keys()].some((path) => kindOf(path) === 'work'))
    files.faults.push(
      fault('content-empty', '', 'Unexpected library without a work, expected `works/<work>/work.md`.'),
    );
  return files;
}

/** Reads one file of `content/` into `files`, unless it is as it was before. */
function readOne(content: string, path: string, files: Files, before?: Files): void {
  const file = join(content, path);
  if (path === 'permalinks.json') files.ledger = { file, version: versionOf(file) };
  else if (path.endsWith('.md')) {
    if (!kindOf(path)) {
      files.faults.push(
        fault(
          'unknown-file',
          path,
          'Unexpected place for a page, expected `essays/x.md`, `works/<work>/x.md` or the like.',
        ),
      );
      return;
    }
    const version = versionOf(file);
    const known = version === before?.versions.get(path) ? before.sources.get(path) : undefined;
    const read = known ?? text(content, path);
    if (typeof read === 'string') {
      files.sources.set(path, read);
      files.versions.set(path, version);
    } else files.faults.push(read);
  } else if (pictureType(path)) {
    if (!path.split('/').every((name) => plainName.test(name))) {
      const message = 'Unexpected sign in the name of a picture, expected letters, digits, spaces, `.`, `-` and `_`.';
      files.faults.push(fault('slug-invalid', path, message));
      return;
    }
    const svg = path.endsWith('.svg') ? text(content, path) : undefined;
    const picture: Picture = typeof svg === 'string' ? { path, svg } : { path };
    const found = typeof svg === 'object' ? svg : pictureFault(picture);
    if (found) files.faults.push(found);
    files.pictures.set(path, picture);
  } else files.faults.push(fault('unknown-file', path, 'Unexpected kind of file, expected Markdown or a picture.'));
}

/** Paths below `folder`, with forward slashes; links that lead out of it are faults, hidden files are left alone. */
function list(folder: string, faults: Fault[], root = folder): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = relative(root, join(folder, entry.name)).replaceAll(sep, '/');
    if (entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) return list(join(folder, entry.name), faults, root);
    if (entry.isFile()) return [path];
    const kind = entry.isSymbolicLink() ? 'symbolic link' : 'special file';
    faults.push(fault('file-unreadable', path, `Unexpected ${kind}, expected a file.`));
    return [];
  });
}

function versionOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size}` : '';
}

function text(content: string, path: string): string | Fault {
  try {
    const bytes = readFileSync(join(content, path));
    const source = bytes.toString('utf8');
    if (!source.includes('\uFFFD') || bytes.includes('\uFFFD')) return source;
    return invalid(path, bytes);
  } catch (error) {
    return fault(
      'file-unreadable',
      path,
      `The file cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`,
    );
  }
}

/** The place of the first bytes that are not UTF-8. */
function invalid(path: string, bytes: Buffer): Fault {
  let good = 0;
  for (let low = 0, high = bytes.length; low <= high;) {
    const middle = (low + high) >> 1;
    const replaced = bytes
      .subarray(0, middle)
      .toString('utf8')
      .replace(/\uFFFD{1,3}$/, '')
      .includes('\uFFFD');
    if (replaced) high = middle - 1;
    else [good, low] = [middle, middle + 1];
  }
  const before = bytes
    .subarray(0, Math.max(0, good - 1))
    .toString('utf8')
    .replace(/\uFFFD+$/, '')
    .split('\n');
  const message = 'Unexpected bytes that are not UTF-8, expected a file saved as UTF-8.';
  return { ...fault('invalid-utf-8', path, message), line: before.length, column: before.at(-1)!.length + 1 };
}

function fault(code: FaultCode, path: string, message: string): Fault {
  return { code, file: `content/${path}`, line: 1, column: 1, message };
}
