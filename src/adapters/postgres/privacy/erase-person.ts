import { and, eq, or, sql, type SQL } from 'drizzle-orm';
import type { Erased } from '../../../record/person-store.ts';
import type { Rows, Session } from '../session.ts';
import { change } from './change.ts';
import { isUnread, takeOutOfWaiting } from './waiting-deliveries.ts';
import { namingOf, takeOutOfPlaces } from './places.ts';
import { isNamedIn, marksOf, outsideColumns, withoutNames, type Marks } from './marks.ts';
import type { Anonymous } from './note.ts';
import { belongingTo, columnOf, notBelongingTo, tables, type DeclaredTable } from './tables.ts';

// Below zero: GitHub gives such a number to nobody. Another one in each row, so that rows cannot be brought together again.
const NOBODYS_NUMBER = sql`-1 - floor(random() * 9e15)::bigint`;

/** What GitHub calls accounts that were deleted, and we people who were erased. */
export const NOBODYS_NAME = 'ghost';

const VALUES: Record<Anonymous, SQL | string | null> = {
  'nobodys-number': NOBODYS_NUMBER,
  'nobodys-name': NOBODYS_NAME,
  nothing: null,
};

/** Erases a person, as the columns and the paths to their rows are declared. Within one transaction. */
export async function erasePerson(tx: Rows, id: number, now: Session['now']): Promise<Erased> {
  const marks = await marksOf(tx, id);
  const naming = await namingOf(tx, marks);
  const erased: Erased = { removed: {}, anonymised: {}, cut: {} };
  const count = (kind: keyof Erased, name: string, rows: number): void => {
    if (rows > 0) erased[kind][name] = (erased[kind][name] ?? 0) + rows;
  };
  for (const table of tables) count('anonymised', table.name, await anonymise(tx, table, id));
  for (const table of tables) count('cut', table.name, await takeOutOfTexts(tx, table, marks));
  for (const table of tables)
    count('cut', table.name, await takeOutOfPlaces(tx, table, { id, naming, nobody: NOBODYS_NAME }));
  count('cut', 'deliveries', await takeOutOfWaiting(tx, { marks, naming, nobody: NOBODYS_NAME }, now));
  for (const table of tables) count('cut', table.name, await cut(tx, table, marks));
  for (const table of tables) {
    const theirs = belongingTo(tx, table, id);
    if (theirs === null) continue;
    const gone = await tx
      .delete(table.table)
      .where(theirs)
      .returning({ one: sql`1` });
    count('removed', table.name, gone.length);
  }
  return erased;
}

/** Makes a person anonymous in the rows of others. */
async function anonymise(tx: Rows, table: DeclaredTable, id: number): Promise<number> {
  const numbers = new Map<string, Record<string, SQL | string | null>>();
  for (const [key, { note }] of table.columns) {
    if (typeof note.whose !== 'object') continue;
    const { numberedBy, then } = note.whose;
    numbers.set(numberedBy, { ...numbers.get(numberedBy), [key]: VALUES[then] });
  }
  let rows = 0;
  for (const [numberedBy, values] of numbers)
    rows += await change(tx, table.table, values, eq(columnOf(table, numberedBy), id));
  return rows;
}

/** Takes a person's names out of what others have written. */
async function takeOutOfTexts(tx: Rows, table: DeclaredTable, marks: Marks): Promise<number> {
  let rows = 0;
  for (const [key, { column, note }] of table.columns) {
    if (note.isFreeText !== true) continue;
    const { named, text } = withoutNames(column, marks);
    const others = and(named, notBelongingTo(tx, table, marks.id));
    if (others !== undefined) rows += await change(tx, table.table, { [key]: text }, others);
  }
  return rows;
}

/** Cuts what came from outside and names a person, and what nobody has to read any more. */
async function cut(tx: Rows, table: DeclaredTable, marks: Marks): Promise<number> {
  const named = outsideColumns(table).map(({ key, column }) => {
    const where = sql`(${isNamedIn(column, marks)} and not ${isUnread(column)})`;
    return { key, value: sql`case when ${where} then null else ${column} end`, where };
  });
  const where = or(...named.map((each) => each.where));
  const values = Object.fromEntries(named.map(({ key, value }) => [key, value]));
  return where === undefined ? 0 : change(tx, table.table, values, where);
}
