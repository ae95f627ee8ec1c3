import { sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Rows } from '../session.ts';

/** Changes rows of any table, and says how many there were. */
export async function change(
  tx: Rows,
  table: PgTable,
  values: Record<string, SQL | string | null>,
  where: SQL,
): Promise<number> {
  const changed = await tx
    .update(table)
    .set(values)
    .where(where)
    .returning({ one: sql`1` });
  return changed.length;
}
