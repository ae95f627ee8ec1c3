import { eq, getTableColumns, inArray, sql, type SQL } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import { columnNotes } from '../column-notes.ts';
import * as schema from '../schema.ts';
import type { Rows } from '../session.ts';
import type { ColumnNote } from './note.ts';
import { rowOwners } from './row-owners.ts';

export type TableName = keyof typeof schema;

/** A table with what is declared of it. */
export interface DeclaredTable {
  name: TableName;
  table: PgTable;
  columns: ReadonlyMap<string, { column: PgColumn; note: ColumnNote }>;
}

const names = Object.keys(schema) as TableName[];

export function declared(name: TableName): DeclaredTable {
  const table: PgTable = schema[name];
  const notes: Record<string, ColumnNote> = columnNotes[name];
  const columns = Object.entries<PgColumn>(getTableColumns(table)).map(([key, column]) => {
    const note = notes[key];
    if (note === undefined) throw new Error(`the column ${name}.${key} is not declared`);
    return [key, { column, note }] as const;
  });
  return { name, table, columns: new Map(columns) };
}

/** How long the longest chain is of tables that refer to each other, from this one on. */
function depthOf(table: PgTable): number {
  const parents = getTableConfig(table).foreignKeys.map((key) => key.reference().foreignTable);
  return Math.max(0, ...parents.filter((parent) => parent !== table).map((parent) => depthOf(parent) + 1));
}

/** Every table; those that refer to others come before them. */
export const tables: readonly DeclaredTable[] = names
  .map(declared)
  .toSorted((a, b) => depthOf(b.table) - depthOf(a.table));

export function columnOf({ name, columns }: DeclaredTable, key: string): PgColumn {
  const found = columns.get(key);
  if (found === undefined) throw new Error(`the table ${name} has no column ${key}`);
  return found.column;
}

/** Which rows of a table belong to a person, by GitHub's number; null where they belong to nobody. */
export function belongingTo(rows: Rows, table: DeclaredTable, person: number): SQL | null {
  const owner = rowOwners[table.name];
  if (owner === 'nobody') return null;
  if ('number' in owner) return eq(columnOf(table, owner.number), person);
  const parent = declared(owner.with);
  const theirs = belongingTo(rows, parent, person);
  if (theirs === null) return null;
  const parents = rows
    .select({ id: columnOf(parent, 'id') })
    .from(parent.table)
    .where(theirs);
  return inArray(columnOf(table, owner.by), parents);
}

/** Which rows of a table do not belong to a person: those of others, and those of nobody. */
export function notBelongingTo(rows: Rows, table: DeclaredTable, person: number): SQL {
  const theirs = belongingTo(rows, table, person);
  return theirs === null ? sql`true` : sql`(${theirs}) is not true`;
}
