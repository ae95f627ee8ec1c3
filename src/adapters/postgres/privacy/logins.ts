import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { pullRequests } from '../schema.ts';
import type { Rows } from '../session.ts';
import { rowOwners } from './row-owners.ts';
import { columnOf, tables, type DeclaredTable } from './tables.ts';

/** What people are called now, as far as is known: by their newest pull request, or else as somebody last wrote it down. */
export async function loginsOf(rows: Rows, ids: readonly number[]): Promise<Map<number, string>> {
  const logins = new Map<number, string>();
  if (ids.length === 0) return logins;
  for (const { table, name, number } of tables.flatMap(namesWithNumbers)) {
    const found = await rows
      .selectDistinct({ id: number, login: name })
      .from(table.table)
      .where(inArray(number, [...ids]));
    for (const { id, login } of found) if (typeof login === 'string') logins.set(Number(id), login);
  }
  const newest = await rows
    .selectDistinctOn([pullRequests.learnerId], {
      id: pullRequests.learnerId,
      login: pullRequests.learnerLogin,
    })
    .from(pullRequests)
    .where(inArray(pullRequests.learnerId, [...ids]))
    .orderBy(pullRequests.learnerId, desc(pullRequests.seenAt));
  for (const { id, login } of newest) logins.set(id, login);
  return logins;
}

/** The numbers of everybody who was ever seen under a login; capitals do not count. */
export async function everCalled(rows: Rows, login: string): Promise<number[]> {
  const ids = new Set<number>();
  for (const { table, name, number } of tables.flatMap(namesWithNumbers)) {
    const found = await rows
      .selectDistinct({ id: number })
      .from(table.table)
      .where(eq(sql`lower(${name})`, login.toLowerCase()));
    for (const { id } of found) ids.add(Number(id));
  }
  return [...ids];
}

/** Whatever anybody is called in any row. */
export async function everyName(rows: Rows): Promise<string[]> {
  const names = new Set<string>();
  for (const { table, name } of tables.flatMap(namesWithNumbers)) {
    const found = await rows.selectDistinct({ login: name }).from(table.table);
    for (const { login } of found) if (typeof login === 'string') names.add(login);
  }
  return [...names];
}

/** The columns of a table with what somebody is called, each with that of their number in the same row. */
function namesWithNumbers(
  table: DeclaredTable,
): { table: DeclaredTable; name: PgColumn; number: PgColumn }[] {
  const owner = rowOwners[table.name];
  return [...table.columns.values()].flatMap(({ column: name, note: { isName, whose } }) => {
    if (isName !== true) return [];
    if (typeof whose === 'object') return [{ table, name, number: columnOf(table, whose.numberedBy) }];
    return owner !== 'nobody' && 'number' in owner
      ? [{ table, name, number: columnOf(table, owner.number) }]
      : [];
  });
}
