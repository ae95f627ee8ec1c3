import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { pullRequests } from '../schema.ts';
import type { Rows } from '../session.ts';
import { change } from './change.ts';
import { everyName } from './logins.ts';
import { escaped, type Marks } from './marks.ts';
import { type Naming, withoutNameIn } from './place-name.ts';
import { rowOwners } from './row-owners.ts';
import { columnOf, declared, notBelongingTo, type DeclaredTable } from './tables.ts';

/** Whom the addresses of others' work are searched for. */
interface Named {
  id: number;
  naming: Naming;
  nobody: string;
}

const atAnEnd = (words: readonly string[]): string => {
  const any = words.map(escaped).join('|');
  return `(^|[._-])(${any})$|^(${any})(?=[._-])`;
};

/** What has to be known to find a person's names in those of repositories, and not to take the names of others for theirs. */
export async function namingOf(rows: Rows, { names }: Pick<Marks, 'names'>): Promise<Naming> {
  if (names.length === 0) return { names, around: [], projects: [] };
  const own = new Set(names.map((name) => name.toLowerCase()));
  const pattern = new RegExp(atAnEnd(names), 'i');
  const all = await everyName(rows);
  const projects = await rows.selectDistinct({ slug: pullRequests.project }).from(pullRequests);
  return {
    names,
    around: all.filter((name) => !own.has(name.toLowerCase()) && pattern.test(name)),
    projects: projects.map(({ slug }) => slug),
  };
}

/**
 * Takes a person's names out of the addresses of others' work. Where that work still goes on, GitHub says with the next look where it is.
 *
 * @returns how many addresses were changed
 */
export async function takeOutOfPlaces(rows: Rows, table: DeclaredTable, who: Named): Promise<number> {
  let changed = 0;
  if (who.naming.names.length === 0) return changed;
  const others = notBelongingTo(rows, table, who.id);
  for (const [key, { column, note }] of table.columns) {
    if (note.isPlace === 'account') {
      const theirs = sql`${column} ~* ${`^(${who.naming.names.map(escaped).join('|')})$`}`;
      changed += await change(rows, table.table, { [key]: who.nobody }, and(theirs, others) ?? theirs);
    }
    if (note.isPlace === 'repository')
      for (const { to, where } of await renamed(rows, table, column, others, who))
        changed += await change(rows, table.table, { [key]: to }, where);
  }
  return changed;
}

/** The repositories of others that are called after the person, and what they are called without the name. */
async function renamed(
  rows: Rows,
  table: DeclaredTable,
  column: PgColumn,
  others: SQL,
  { naming, nobody }: Named,
): Promise<{ to: string; where: SQL }[]> {
  const project = projectOf(table);
  const found = await rows
    .selectDistinct({ repo: sql<string>`${column}`, project: sql<string | null>`${project}` })
    .from(table.table)
    .where(and(others, isNotNull(column), sql`${column} ~* ${atAnEnd(naming.names)}`));
  return found.flatMap(({ repo, project: slug }) => {
    const to = withoutNameIn(repo, slug, naming, nobody);
    const where = and(others, eq(column, repo), sql`${project} is not distinct from ${slug}`);
    return to === repo || where === undefined ? [] : [{ to, where }];
  });
}

/** The slug of the project that a row is about, as far as the tables say it. */
function projectOf(table: DeclaredTable): SQL {
  const own = table.columns.get('project');
  if (own !== undefined) return sql`${own.column}`;
  const owner = rowOwners[table.name];
  if (owner === 'nobody' || 'number' in owner) return sql`null::text`;
  const parent = declared(owner.with);
  return sql`(select ${projectOf(parent)} from ${parent.table} where ${columnOf(parent, 'id')} = ${columnOf(table, owner.by)})`;
}
