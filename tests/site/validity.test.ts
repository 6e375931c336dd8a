import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';

import { report, type PageFault } from './faults.ts';
import { hasJava, runJar } from './java.ts';
import { pagesOf } from './pages.ts';
import { root, sites } from './sites.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // The policy of the pages forbids it, so it would be without effect.
    'no-inline-style': 'error',
    // Reading settings take effect as they are chosen; there is nothing to submit.
    'wcag/h32': 'off',
    // A word of the concordance is in its id, apostrophe and all, as HTML allows.
    'valid-id': ['error', { relaxed: true }],
    // Titles of books and chapters are as long as they are.
    'long-title': 'off',
    // Matters of taste, which the formatter and Astro settle.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
  },
});

test('a page with a fault is refused', async () => {
  const { results } = await validator.validateString('<p id="a" style="color: red"><p id="a"></p></p>');
  const rules = results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
  expect(rules).toEqual(expect.arrayContaining(['no-dup-id', 'no-inline-style', 'close-order']));
});

/** The Nu checker, where `VNU_JAR` names it: as a package it weighs 32 MB and would load a Java when it is installed. */
const { VNU_JAR = '' } = process.env;

describe.each(sites)('$name', (site) => {
  test('nothing follows the end of a page', () => {
    const faults = pagesOf(site).filter(({ html }) => !/<\/body>\s*<\/html>\s*$/.test(html));
    expect(faults.map(({ address }) => address)).toEqual([]);
  });

  test.skipIf(!hasJava || !VNU_JAR)(
    'the Nu checker (needs Java, and VNU_JAR to name vnu.jar) finds no error',
    { timeout: 180_000 },
    () => {
      const options = ['--errors-only', '--skip-non-html', '--no-langdetect'];
      expect(runJar(VNU_JAR, ...options, join(root, site.out))).toEqual({ status: 0, said: '' });
    },
  );

  test('no two pages have one title', () => {
    const titles = pagesOf(site).map(({ html }) => /<title>([^<]*)/.exec(html)?.[1]);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  test('every page is valid HTML', async () => {
    const faults: PageFault[] = [];
    for (const { address, html } of pagesOf(site)) {
      const { results } = await validator.validateString(html, address);
      for (const { message, ruleId, line, column } of results.flatMap((result) => result.messages)) {
        faults.push({ what: `${message} (${ruleId})`, where: `${address}:${line}:${column}` });
      }
    }
    expect(report(faults)).toBe('');
  });
});
