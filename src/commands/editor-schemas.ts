import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { readFiles } from '../library/files.ts';
import { schemas } from '../library/schemas.ts';
import { kindOf } from '../markdown/address.ts';

/** The folder of the schemas that editors read, from the root of the project. */
export const schemaFolder = '.vscode/schemas';

/** JSON Schemas of front matter by the names of their files: from them editors complete, explain and check it. */
export function editorSchemas(): Map<string, string> {
  return new Map(
    Object.entries(schemas).map(([kind, schema]) => {
      const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', override: withoutBounds });
      return [`${kind}.schema.json`, `${JSON.stringify({ title: `Front matter: ${kind}`, ...json }, null, 2)}\n`];
    }),
  );
}

/**
 * Puts the schemas where the Astro extension of VS Code looks for them, with the files that they are for: unlike the
 * YAML extension it reads the front matter of Markdown. `.astro/` is of this machine alone.
 */
export async function writeCollections(root: string, content: string): Promise<void> {
  const folder = join(root, '.astro/collections');
  const { sources } = readFiles(content);
  const entries = [...sources.keys()].map((path) => {
    // The extension compares addresses in lower case and without escapes.
    const address = decodeURIComponent(pathToFileURL(resolve(content, path)).href).toLowerCase();
    return [address, kindOf(path)];
  });
  const collections = Object.keys(schemas).map((name) => ({ name, hasSchema: true }));
  await mkdir(folder, { recursive: true });
  for (const [name, text] of editorSchemas()) await writeFile(join(folder, name), text);
  await writeFile(
    join(folder, 'collections.json'),
    `${JSON.stringify({ collections, entries: Object.fromEntries(entries) as Record<string, string> }, null, 2)}\n`,
  );
}

/** The bounds of JavaScript's integers say nothing to an author. */
function withoutBounds({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
}
