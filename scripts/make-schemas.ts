/**
 * Makes the JSON Schemas of a course's files in `schemas/` from the zod schemas.
 *
 *     npx tsx scripts/make-schemas.ts
 */
import { writeFile } from 'node:fs/promises';
import { schemaTexts } from './schemas/schema-text.ts';

for (const [path, text] of schemaTexts()) {
  await writeFile(new URL(`../${path}`, import.meta.url), text);
  console.log(`${path}: ${Math.round(text.length / 1024)} KiB`);
}
