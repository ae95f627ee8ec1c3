import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrationsFolder } from '../../../src/adapters/postgres/migrate.ts';
import * as schema from '../../../src/adapters/postgres/schema.ts';

// drizzle-kit's own comparison, as `drizzle-kit generate` does it.
const { generateDrizzleJson, generateMigration } = createRequire(import.meta.url)(
  'drizzle-kit/api',
) as typeof import('drizzle-kit/api');

test('the migrations lead to the schema: nothing is left to generate', async () => {
  const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8')) as {
    entries: { idx: number }[];
  };
  const last = String(journal.entries.at(-1)!.idx).padStart(4, '0');
  const before = JSON.parse(
    readFileSync(join(migrationsFolder, `meta/${last}_snapshot.json`), 'utf8'),
  ) as ReturnType<typeof generateDrizzleJson>;
  const now = generateDrizzleJson(schema, before.id, undefined, 'snake_case');
  expect(await generateMigration(before, now)).toEqual([]);
});
