import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { chromium as playwright } from '@playwright/test';

/** Without a sandbox, which root and most containers cannot have; the tests open nothing but the site. */
export const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/**
 * Path of the first Chromium that starts: the one that `CHROMIUM_PATH` names, then the one that comes as a package,
 * whose pages open in half the time, then the system's. Says which ones did not start, and throws what to do when none
 * does.
 */
export async function findChromium(): Promise<string> {
  const failures: string[] = [];
  const path = await firstOf([named, packaged, installed], failures);
  if (path === undefined)
    throw new Error(
      [
        'No Chromium starts here. Install one (on Debian: `apt-get install chromium`), or name one:',
        '`CHROMIUM_PATH=/path/to/chromium npm test`.',
        ...failures,
      ].join('\n'),
    );
  if (failures.length > 0) console.warn([`Testing with ${path}, since`, ...failures].join('\n'));
  return path;
}

/** Path of a Chromium that paints text fragments, which the packaged one ignores; undefined where there is none. */
export async function findFullChromium(): Promise<string | undefined> {
  return firstOf([named, installed], []);
}

async function firstOf(
  finders: (() => string[] | Promise<string[]>)[],
  failures: string[],
): Promise<string | undefined> {
  for (const find of finders)
    for (const path of await find()) {
      const reason = await reasonNotToStart(path);
      if (reason === undefined) return path;
      failures.push(`- ${path} does not start: ${reason}`);
    }
  return undefined;
}

function named(): string[] {
  const path = process.env['CHROMIUM_PATH'];
  return path ? [path] : [];
}

function installed(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere];
  return paths.filter((path) => existsSync(path));
}

async function packaged(): Promise<string[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const { default: chromium } = await import('@sparticuz/chromium');
  return [await chromium.executablePath()];
}

async function reasonNotToStart(path: string): Promise<string | undefined> {
  try {
    const browser = await playwright.launch({ executablePath: path, args, timeout: 30_000 });
    await browser.close();
    return undefined;
  } catch (error) {
    const lines = stripVTControlCharacters(String(error)).split('\n');
    return lines.find((line) => /error while loading|ENOENT|EACCES|FATAL|did exit/.test(line))?.trim() ?? lines[0];
  }
}
