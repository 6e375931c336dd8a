import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { chromium as playwright } from '@playwright/test';

/** A Chromium that starts here. */
export interface Chromium {
  path: string;
  /** Whether it scrolls to text fragments, which the packaged one ignores. */
  textFragments: boolean;
}

/** Without a sandbox, which root and most containers cannot have; the tests open nothing but the site. */
export const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/**
 * The first Chromium that starts: the one that `CHROMIUM_PATH` names, then the system's, then the one that comes as a
 * package. Says which ones did not start, and throws what to do when none does.
 */
export async function findChromium(): Promise<Chromium> {
  const failures: string[] = [];
  for (const find of [named, installed, packaged]) {
    for (const candidate of await find()) {
      const reason = await reasonNotToStart(candidate.path);
      if (!reason) {
        if (failures.length > 0) console.warn([`Testing with ${candidate.path}, since`, ...failures].join('\n'));
        return candidate;
      }
      failures.push(`- ${candidate.path} does not start: ${reason}`);
    }
  }
  throw new Error(
    [
      'No Chromium starts here. Install one (on Debian: `apt-get install chromium`), or name one:',
      '`CHROMIUM_PATH=/path/to/chromium npm test`.',
      ...failures,
    ].join('\n'),
  );
}

function named(): Chromium[] {
  const path = process.env['CHROMIUM_PATH'];
  return path ? [{ path, textFragments: true }] : [];
}

function installed(): Chromium[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere];
  return paths.filter((path) => existsSync(path)).map((path) => ({ path, textFragments: true }));
}

async function packaged(): Promise<Chromium[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const { default: chromium } = await import('@sparticuz/chromium');
  return [{ path: await chromium.executablePath(), textFragments: false }];
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
