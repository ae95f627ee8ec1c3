import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as kit from 'drizzle-kit/api';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { migrationsFolder } from '../../../src/adapters/postgres/migrate.ts';
import * as schema from '../../../src/adapters/postgres/schema.ts';

const Journal = z.object({ entries: z.array(z.object({ idx: z.number() })) });
const Snapshot = z.looseObject({ id: z.string() });
type Snapshot = z.infer<typeof Snapshot>;

/** The two functions of drizzle-kit that `drizzle-kit generate` is made of; its own types lead nowhere. */
const { generateDrizzleJson, generateMigration } = kit as unknown as {
  generateDrizzleJson: (schema: object, previous: string, filters: undefined, casing: string) => Snapshot;
  generateMigration: (before: Snapshot, after: Snapshot) => Promise<string[]>;
};

const meta = (file: string): unknown =>
  JSON.parse(readFileSync(join(migrationsFolder, 'meta', file), 'utf8'));

test('the migrations lead to the schema: nothing is left to generate', async () => {
  const { entries } = Journal.parse(meta('_journal.json'));
  const last = String(entries.at(-1)!.idx).padStart(4, '0');
  const before = Snapshot.parse(meta(`${last}_snapshot.json`));
  const now = generateDrizzleJson(schema, before.id, undefined, 'snake_case');
  expect(await generateMigration(before, now)).toEqual([]);
});
