import { and, eq, getTableColumns, type SQL } from 'drizzle-orm';
import type { PersonalData } from '../../../record/person-store.ts';
import { partsAbout } from '../../../record/named-in.ts';
import type { Rows } from '../session.ts';
import { isNamedIn, marksOf, outsideColumns, type Marks } from './marks.ts';
import { splitByRights } from './withheld.ts';
import { belongingTo, columnOf, notBelongingTo, tables, type DeclaredTable } from './tables.ts';

/** Reads everything about a person, and nothing about others. */
export async function personalData(rows: Rows, id: number): Promise<PersonalData> {
  const data: PersonalData = { own: {}, forOthers: {}, outside: {}, withheld: {} };
  const marks = await marksOf(rows, id);
  for (const table of tables) {
    const own = await read(rows, table, {
      keys: keysOf(table, (whose) => whose === 'owner' || whose === 'nobody'),
      where: belongingTo(rows, table, id),
    });
    const forOthers: Record<string, unknown>[] = [];
    for (const number of othersIn(table)) {
      const keys = keysOf(table, (whose) => whose === 'nobody' || whose === number);
      const where = and(eq(columnOf(table, number), id), notBelongingTo(rows, table, id)) ?? null;
      forOthers.push(...(await read(rows, table, { keys, where })));
    }
    const { shown, withheld } = splitByRights(table, own);
    if (shown.length > 0) data.own[table.name] = shown;
    if (withheld.length > 0) data.withheld[table.name] = withheld;
    if (forOthers.length > 0) data.forOthers[table.name] = forOthers;
    const outside = await namingThem(rows, table, marks);
    if (outside.length > 0) data.outside[table.name] = outside;
  }
  return data;
}

/** Of the rows from outside that name somebody what identifies nobody, and what they say of that person. */
async function namingThem(
  rows: Rows,
  table: DeclaredTable,
  marks: Marks,
): Promise<Record<string, unknown>[]> {
  const keys = keysOf(table, (whose) => whose === 'nobody');
  const found: Record<string, unknown>[] = [];
  for (const { key, column } of outsideColumns(table)) {
    const naming = await rows
      .select(getTableColumns(table.table))
      .from(table.table)
      .where(isNamedIn(column, marks));
    for (const row of naming) {
      const parts = partsAbout(row[key], marks);
      if (parts.length > 0)
        found.push({ ...Object.fromEntries(keys.map((each) => [each, row[each]])), [key]: parts });
    }
  }
  return found;
}

/** The columns with the numbers of others than the one whose row it is. */
function othersIn({ columns }: DeclaredTable): string[] {
  return [
    ...new Set(
      [...columns.values()].flatMap(({ note: { whose } }) =>
        typeof whose === 'object' ? [whose.numberedBy] : [],
      ),
    ),
  ];
}

/** The columns that are shown, told by whose they are: of those about others, by the column with their number. */
function keysOf({ columns }: DeclaredTable, shown: (whose: string) => boolean): string[] {
  return [...columns].flatMap(
    ([
      key,
      {
        note: { whose },
      },
    ]) => (shown(typeof whose === 'object' ? whose.numberedBy : whose) ? [key] : []),
  );
}

async function read(
  rows: Rows,
  table: DeclaredTable,
  { keys, where }: { keys: string[]; where: SQL | null },
): Promise<Record<string, unknown>[]> {
  if (where === null) return [];
  const selection = Object.fromEntries(keys.map((key) => [key, columnOf(table, key)]));
  return rows.select(selection).from(table.table).where(where);
}
