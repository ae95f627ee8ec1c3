import { eq, max, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Rows } from '../session.ts';
import { rowOwners } from './row-owners.ts';
import { columnOf, declared, tables, type DeclaredTable } from './tables.ts';

/**
 * When the last thing came of everybody whom the rows know, in milliseconds since 1970, by GitHub's number: whatever is declared to be a
 * sign of them (`signOf`). Times at which we looked at something by ourselves are none.
 */
export async function lastSigns(rows: Rows): Promise<Map<number, number>> {
  const last = new Map<number, number>();
  for (const table of tables)
    for (const { column, note } of table.columns.values())
      for (const who of note.signOf ?? [])
        for (const { person, at } of await newestOf(rows, table, column, who))
          // Below zero is nobody: somebody who was erased.
          if (person > 0) last.set(person, Math.max(last.get(person) ?? 0, at));
  return last;
}

/** The newest time in a column, by person. */
async function newestOf(
  rows: Rows,
  table: DeclaredTable,
  time: PgColumn,
  who: string,
): Promise<{ person: number; at: number }[]> {
  const { number, joins } = who === 'owner' ? ownerOf(table) : { number: columnOf(table, who), joins: [] };
  let query = rows
    .select({ person: sql`${number}`.mapWith(Number), at: max(time) })
    .from(table.table)
    .$dynamic();
  for (const { parent, on } of joins) query = query.innerJoin(parent.table, on);
  const found = await query.groupBy(number);
  return found.flatMap(({ person, at }) => (at instanceof Date ? [{ person, at: at.getTime() }] : []));
}

/** The column with the number of the person whose rows they are, and the tables on the way to it. */
function ownerOf(table: DeclaredTable): { number: PgColumn; joins: { parent: DeclaredTable; on: SQL }[] } {
  const owner = rowOwners[table.name];
  if (owner === 'nobody') throw new Error(`the rows of ${table.name} are nobody's`);
  if ('number' in owner) return { number: columnOf(table, owner.number), joins: [] };
  const parent = declared(owner.with);
  const on = eq(columnOf(table, owner.by), columnOf(parent, 'id'));
  const above = ownerOf(parent);
  return { number: above.number, joins: [{ parent, on }, ...above.joins] };
}
