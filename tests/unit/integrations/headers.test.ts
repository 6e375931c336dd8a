import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { hashedFolders, headers, headersFile, immutable } from '../../../src/integrations/headers.ts';

test('the file of headers has those of every file, and files named by their content never expire', () => {
  expect(headersFile('/gloss')).toBe(
    `/*
  Content-Security-Policy: base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'
  Cross-Origin-Opener-Policy: same-origin
  Cross-Origin-Resource-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
  Referrer-Policy: same-origin
  X-Content-Type-Options: nosniff

/gloss/_astro/*
  Cache-Control: public, max-age=31536000, immutable

/gloss/pagefind/fragment/*
  Cache-Control: public, max-age=31536000, immutable

/gloss/pagefind/index/*
  Cache-Control: public, max-age=31536000, immutable

/gloss/pagefind/filter/*
  Cache-Control: public, max-age=31536000, immutable
`,
  );
  expect(headersFile('/gloss/')).toBe(headersFile('/gloss'));
  expect(headersFile('/')).toContain('\n/_astro/*\n');
});

describe.each(['nginx.conf', 'Caddyfile'])('the sample %s', (name) => {
  const sample = readFileSync(join(import.meta.dirname, '../../../src/hosting', name), 'utf8');

  test('sends the same headers', () => {
    const sent = /^\s*(?:add_header )?([A-Z][A-Za-z]*(?:-[A-Za-z]+)+) "([^"]*)"(?: always;)?$/gm;
    expect(Object.fromEntries(Array.from(sample.matchAll(sent), ([, field, value]) => [field, value]))).toEqual(
      headers,
    );
  });

  test('lets the same folders be kept for ever', () => {
    const folders = new RegExp(/ ~?(\/\(_astro\S*)/.exec(sample)?.[1] ?? '$^');
    expect(hashedFolders.filter((folder) => folders.test(`/gloss/${folder}/x`))).toEqual(hashedFolders);
    expect(folders.test('/pagefind/pagefind-entry.json')).toBe(false);
    expect(sample).toContain(`"${immutable}"`);
  });
});
