import { readFile, readdir, stat } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { allOrRefusal, Refusal, type Source, readSource } from '../import/source.ts';

const text = /\.(?:x?html?|txt)$/i;
const byNumber = new Intl.Collator('en', { numeric: true });

/**
 * The files that paths stand for, going out from the folder `from`: a folder stands for the HTML and plain text files in it, in the order of their
 * numbers. Throws a Refusal for what is not there, and for a folder without such files.
 */
export async function filesOf(paths: string[], from: string): Promise<string[]> {
  const found = await allOrRefusal(paths.map((path) => filesAt(path, from)));
  return [...new Set(found.flat())];
}

async function filesAt(typed: string, from: string): Promise<string[]> {
  for (const path of spellings(typed, from)) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile()) return [path];
    if (!found?.isDirectory()) continue;
    const names = (await readdir(path)).filter((name) => text.test(name) && !name.startsWith('.'));
    if (names.length === 0) throw new Refusal(`There is no HTML or plain text file in ${typed}.`);
    return names.sort((a, b) => byNumber.compare(a, b)).map((name) => join(path, name));
  }
  throw new Refusal(`There is no file ${typed}.`);
}

/** A path as typed, and as another system would have it: `books\chapter-5.xhtml`, `C:\books` in Linux on Windows. */
function spellings(typed: string, from: string): string[] {
  const slashes = typed.replaceAll('\\', '/');
  const drive = /^([a-z]):\/(.*)$/i.exec(slashes);
  const others = slashes === typed ? [] : [resolve(from, slashes)];
  return [
    isAbsolute(typed) ? typed : resolve(from, typed),
    ...others,
    ...(drive ? [`/mnt/${drive[1]!.toLowerCase()}/${drive[2]!}`] : []),
  ];
}

/** The name of a file as messages have it: with its folder where another of the files has the same. */
export function shownAs(file: string, files: string[]): string {
  const name = basename(file);
  return files.some((other) => other !== file && basename(other) === name)
    ? `${basename(dirname(file))}/${name}`
    : name;
}

/** Reads a file of an edition; throws a Refusal that says what is wrong with it. */
export async function sourceAt(path: string, shown: string, encoding?: string): Promise<Source> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new Refusal(`${shown} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`);
  });
  return readSource(bytes, shown, encoding);
}

/** Finds the files beside one, by their names; undefined for one that is not there or is no text. */
export function besideOf(path: string, encoding?: string): (name: string) => Source | undefined {
  return (name) => {
    try {
      return readSource(readFileSync(join(dirname(path), name)), name, encoding);
    } catch {
      return undefined;
    }
  };
}
