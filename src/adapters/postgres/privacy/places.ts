import { and, not, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Rows } from '../session.ts';
import { escaped, type Marks } from './marks.ts';
import { everyName } from './logins.ts';

/** At which ends of a repository's name a login stands: `todo-cli-ada`, `ada.todo-cli`, `ada`. */
const atAnEnd = (words: readonly string[]): string => {
  const any = words.map(escaped).join('|');
  return `(^|[._-])(${any})$|^(${any})(?=[._-])`;
};

/**
 * Of the names that somebody has, those of others that hold one of them at an end: `mary-ann` is not `ann`, and where her work is has to be
 * found.
 */
export async function namesAround(rows: Rows, { names }: Pick<Marks, 'names'>): Promise<string[]> {
  if (names.length === 0) return [];
  const own = new Set(names.map((name) => name.toLowerCase()));
  const pattern = new RegExp(atAnEnd(names), 'i');
  return (await everyName(rows)).filter((name) => !own.has(name.toLowerCase()) && pattern.test(name));
}

/** Which places are called after a person, and what they are called without the name. */
export function withoutNameOf(
  kind: 'account' | 'repository',
  column: PgColumn,
  { names, around, nobody }: Pick<Marks, 'names'> & { around: readonly string[]; nobody: string },
): { named: SQL; place: SQL } | null {
  if (names.length === 0) return null;
  const whole = `^(${names.map(escaped).join('|')})$`;
  if (kind === 'account') return { named: sql`${column} ~* ${whole}`, place: sql`${nobody}` };
  const isTheirs = sql`${column} ~* ${atAnEnd(names)}`;
  const isOfOthers = around.length === 0 ? sql`false` : sql`${column} ~* ${atAnEnd(around)}`;
  return {
    named: and(isTheirs, not(isOfOthers)) ?? isTheirs,
    place: sql`regexp_replace(${column}, ${atAnEnd(names)}, ${`\\1${nobody}`}, 'gi')`,
  };
}
