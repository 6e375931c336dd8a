import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editorSchemas, schemaFolder, writeCollections } from './editor-schemas.ts';

await mkdir(schemaFolder, { recursive: true });
for (const [name, text] of editorSchemas()) {
  await writeFile(join(schemaFolder, name), text);
  console.log(join(schemaFolder, name));
}
await writeCollections('.', process.env['CONTENT'] ?? 'content');
