import { getTableColumns, type Table } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import { rowOwners } from '../../../../src/adapters/postgres/privacy/row-owners.ts';
import type { ColumnNote } from '../../../../src/adapters/postgres/privacy/note.ts';
import { tables, type DeclaredTable } from '../../../../src/adapters/postgres/privacy/tables.ts';
import type { Rows } from '../../../../src/adapters/postgres/session.ts';

/** Somebody who is to be found in rows. */
export interface Somebody {
  id: number;
  login: string;
  mail: string;
}

/** What a row says of whom. `owner` is whose row it is; `other` stands wherever the row names somebody else. */
interface Cast {
  owner: Somebody;
  other: Somebody;
  /** Who is named in what came from outside, and in free text. */
  named: Somebody;
}

/** A commit's author as GitHub describes them, deep within a payload. */
const payloadNaming = ({ id, login, mail }: Somebody) => ({
  sender: { id, login, type: 'User' },
  commits: [{ author: { username: login, name: 'Somebody', email: mail } }],
  repository: { full_name: `octo-school/bakery-${login}` },
});

let lastNumber = 1_000;

/**
 * Puts one row into every table, made from the declarations: whoever is cast stands in every column that is declared to be about them. A
 * table that is added later is in it by itself.
 */
export async function playEverywhere(rows: Rows, cast: Cast): Promise<void> {
  const keys = new Map<Table, Record<string, unknown>>();
  // Rows hang on rows that are there already.
  for (const table of tables.toReversed()) {
    const parents = parentsOf(table.table);
    const values: Record<string, unknown> = {};
    for (const [key, { column, note }] of table.columns) {
      if (column.generatedIdentity !== undefined) continue;
      const parent = parents.get(column);
      values[key] = parent === undefined ? valueOf(table, key, column, note, cast) : keys.get(parent)?.['id'];
    }
    const [row] = await rows.insert(table.table).values(values).returning();
    keys.set(table.table, row as Record<string, unknown>);
  }
}

/** The tables that columns refer to. */
function parentsOf(table: PgTable): Map<PgColumn, Table> {
  const all: PgColumn[] = Object.values(getTableColumns(table));
  return new Map(
    getTableConfig(table).foreignKeys.flatMap((key) => {
      const { columns, foreignTable } = key.reference();
      return all
        .filter((column) => columns.includes(column))
        .map((column) => [column, foreignTable] as const);
    }),
  );
}

function valueOf(
  { name }: DeclaredTable,
  key: string,
  column: PgColumn,
  note: ColumnNote,
  { owner, other, named }: Cast,
): unknown {
  const row = rowOwners[name];
  const isOwnersNumber = row !== 'nobody' && 'number' in row && row.number === key;
  const who = typeof note.whose === 'object' ? other : note.whose === 'anybody' ? named : owner;
  const isPersonal = note.whose !== 'nobody';
  switch (column.columnType) {
    case 'PgTimestamp':
      return new Date('2026-01-02T03:04:05Z');
    case 'PgBoolean':
      return false;
    case 'PgJsonb':
      return note.whose === 'anybody' ? payloadNaming(named) : isPersonal ? payloadNaming(owner) : {};
    case 'PgText':
      if (note.isName === true) return who.login;
      // Of two who work together one has the repository.
      if (note.isPlace === 'account') return named.login;
      if (note.isPlace === 'repository') return `bakery-${named.login}`;
      if (note.isFreeText === true) return `As @${named.login} said: why is it so?`;
      lastNumber += 1;
      return isPersonal ? `${who.login}/bakery ${lastNumber}` : `text ${lastNumber}`;
    default: {
      lastNumber += 1;
      const isNumberOfOther = typeof note.whose === 'object' && note.whose.numberedBy === key;
      return isOwnersNumber || isNumberOfOther ? who.id : lastNumber;
    }
  }
}

/** All rows of all tables, as text, by table. */
export async function everything(rows: Rows): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { name, table } of tables) {
    const all = await rows.select().from(table);
    found.set(
      name,
      all.map((row) => JSON.stringify(row)),
    );
  }
  return found;
}
