import { eq, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { mailsOf } from '../../../record/mails.ts';
import { accountsIn } from '../../../record/named-in.ts';
import type { Rows } from '../session.ts';
import { belongingTo, columnOf, tables, type DeclaredTable } from './tables.ts';

/** By what somebody can be recognised in what came from outside. */
export interface Marks {
  id: number;
  names: readonly string[];
  mails: readonly string[];
}

/** A column with what somebody is called, and which of its rows are about them. */
export function nameColumns(
  rows: Rows,
  id: number,
): { table: DeclaredTable; column: PgColumn; about: SQL }[] {
  return tables.flatMap((table) =>
    [...table.columns.values()].flatMap(({ column, note: { isName, whose } }) => {
      if (isName !== true) return [];
      const about =
        typeof whose === 'object' ? eq(columnOf(table, whose.numberedBy), id) : belongingTo(rows, table, id);
      return about === null ? [] : [{ table, column, about }];
    }),
  );
}

/** Gathers everything by which the rows recognise a person. */
export async function marksOf(rows: Rows, id: number): Promise<Marks> {
  const names = new Set<string>();
  for (const { table, column, about } of nameColumns(rows, id)) {
    const found = await rows.selectDistinct({ name: column }).from(table.table).where(about);
    for (const { name } of found) if (typeof name === 'string' && name !== '') names.add(name);
  }
  const outside = tables.flatMap((table) => outsideColumns(table).map(({ column }) => ({ table, column })));
  // Of some people nothing but what came from outside says what they are called.
  for (const { table, column } of outside) {
    const numbered = isNamedIn(column, { id, names: [], mails: [] });
    const naming = await rows.select({ value: column }).from(table.table).where(numbered);
    for (const { value } of naming)
      for (const account of accountsIn(value)) if (account.id === id) names.add(account.login);
  }
  const marks = { id, names: [...names], mails: [] };
  const mails = new Set<string>();
  for (const { table, column } of outside) {
    const naming = await rows.select({ value: column }).from(table.table).where(isNamedIn(column, marks));
    for (const { value } of naming) for (const mail of mailsOf(value, names)) mails.add(mail);
  }
  return { ...marks, mails: [...mails] };
}

/** The columns of a table that hold what came from outside. */
export function outsideColumns({ columns }: DeclaredTable): { key: string; column: PgColumn }[] {
  return [...columns].flatMap(([key, { column, note }]) =>
    note.whose === 'anybody' ? [{ key, column }] : [],
  );
}

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\-]/g, String.raw`\$&`);

/**
 * Whether a column's text names a person. Rather once too often: `ada` is found in `bakery-ada` and in `ada-2` too, and what is cut by
 * mistake is read by nobody any more.
 */
export function isNamedIn(column: PgColumn, { id, names, mails }: Marks): SQL {
  const words = [...names, ...mails].map(escaped).join('|');
  const number = String.raw`(^|[^0-9])${id}([^0-9]|$)`;
  const pattern = words === '' ? number : `(^|[^a-z0-9])(${words})([^a-z0-9]|$)|${number}`;
  return sql`${column}::text ~* ${pattern}`;
}

const wholeNames = (words: string): string => String.raw`(^|[^a-z0-9-])@?(${words})(?![a-z0-9-])`;

/** A text with a person's names replaced; whole names alone. */
export function textWithoutNames(text: string, { names, mails }: Marks): string {
  const words = [...mails, ...names].map(escaped).join('|');
  return words === '' ? text : text.replace(new RegExp(wholeNames(words), 'gi'), '$1somebody');
}

/** A column's text with a person's names replaced; whole names alone. */
export function withoutNames(column: PgColumn, { names, mails }: Marks): { named: SQL; text: SQL } {
  const words = [...mails, ...names].map(escaped).join('|');
  const pattern = wholeNames(words);
  return {
    named: words === '' ? sql`false` : sql`${column} ~* ${pattern}`,
    text: sql`regexp_replace(${column}, ${pattern}, ${String.raw`\1somebody`}, 'gi')`,
  };
}
