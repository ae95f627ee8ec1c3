import { sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { accountsIn, type Account } from '../../../record/named-in.ts';
import type { Rows } from '../session.ts';
import { escaped, isNamedIn, outsideColumns } from './marks.ts';
import { tables } from './tables.ts';

/** What somebody of that number is called in what came from outside: of most people no row of their own says it. */
export function accountsNumbered(rows: Rows, id: number): Promise<Account[]> {
  return accountsWhere(
    rows,
    (column) => isNamedIn(column, { id, names: [], mails: [] }),
    (account) => account.id === id,
  );
}

/** Everybody of that login in what came from outside; capitals do not count. */
export function accountsCalled(rows: Rows, login: string): Promise<Account[]> {
  return accountsWhere(
    rows,
    (column) => sql`${column}::text ~* ${`"${escaped(login)}"`}`,
    (account) => account.login.toLowerCase() === login.toLowerCase(),
  );
}

async function accountsWhere(
  rows: Rows,
  mayHold: (column: PgColumn) => SQL,
  isMeant: (account: Account) => boolean,
): Promise<Account[]> {
  const found: Account[] = [];
  for (const table of tables)
    for (const { column } of outsideColumns(table)) {
      const naming = await rows.select({ value: column }).from(table.table).where(mayHold(column));
      for (const { value } of naming) found.push(...accountsIn(value).filter(isMeant));
    }
  return found;
}
