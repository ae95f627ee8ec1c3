import { eq, sql } from 'drizzle-orm';
import type { KnownPerson, PersonStore } from '../../../record/person-store.ts';
import type { Rows, Session } from '../session.ts';
import { erasePerson } from './erase-person.ts';
import { personalData } from './personal-data.ts';
import { rowOwners } from './row-owners.ts';
import { columnOf, tables, type DeclaredTable } from './tables.ts';

/** People as the records know them. What there is about them follows from the declarations alone. */
export function personRows({ rows, transaction }: Session): PersonStore {
  return {
    called: (login) => called(rows, login),
    dataOf: (id) => personalData(rows, id),
    erase: (id) => transaction((tx) => erasePerson(tx, id)),
  };
}

/** Everybody who was ever seen under a login: somebody else can have taken it since. */
async function called(rows: Rows, login: string): Promise<KnownPerson[]> {
  const found = new Map<number, string>();
  for (const { table, name, number } of tables.flatMap(namesWithNumbers)) {
    const those = await rows
      .selectDistinct({ id: number, login: name })
      .from(table.table)
      .where(eq(sql`lower(${name})`, login.toLowerCase()));
    for (const one of those) found.set(Number(one.id), String(one.login));
  }
  return [...found].map(([id, name]) => ({ id, login: name }));
}

/** The columns of a table with what somebody is called, each with that of their number in the same row. */
function namesWithNumbers(table: DeclaredTable) {
  const owner = rowOwners[table.name];
  return [...table.columns.values()].flatMap(({ column: name, note: { isName, whose } }) => {
    if (isName !== true) return [];
    if (typeof whose === 'object') return [{ table, name, number: columnOf(table, whose.numberedBy) }];
    return owner !== 'nobody' && 'number' in owner
      ? [{ table, name, number: columnOf(table, owner.number) }]
      : [];
  });
}
