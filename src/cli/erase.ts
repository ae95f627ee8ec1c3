import { usageError } from '../domain/errors/usage.ts';
import type { Erased, KnownPerson, PersonalData } from '../record/person-store.ts';
import { exit } from './exit.ts';
import { findPerson, type WhichPerson } from './find-person.ts';
import type { Parts } from './parts.ts';
import type { Terminal } from './terminal.ts';

export interface EraseOptions extends WhichPerson {
  yes: boolean;
  format: 'text' | 'json';
}

/** `touchstone erase <login>`: removes everything that is kept of somebody, once somebody has confirmed it. */
export async function eraseCommand(
  { yes, format, ...which }: EraseOptions,
  parts: Pick<Parts, 'withPeople'>,
  terminal: Terminal,
): Promise<number> {
  const { person, erased } = await parts.withPeople(async (people) => {
    const found = await findPerson(which, people);
    if (!yes) await askFirst(found, await people.dataOf(found.id), terminal);
    const done = await people.erase(found.id);
    await people.purge();
    return { person: found, erased: done };
  });
  terminal.out(
    format === 'json'
      ? `${JSON.stringify({ person, ...erased }, null, 2)}\n`
      : `${textOf(person, erased)}\n${ELSEWHERE}\n`,
  );
  return exit.done;
}

async function askFirst(person: KnownPerson, data: PersonalData, terminal: Terminal): Promise<void> {
  const question = `Erase ${person.login} (account ${person.id}): ${rowsOf({ ...data.withheld, ...data.own })} that are theirs, and their name in ${rowsOf(data.forOthers)} of others and ${rowsOf(data.outside)} from GitHub? This cannot be undone.`;
  if ((await terminal.confirm?.(question)) !== true)
    throw usageError('usage.not-confirmed', { login: person.login });
}

function rowsOf(tables: Record<string, unknown[]>): string {
  return counted(Object.values(tables).reduce((sum, rows) => sum + rows.length, 0));
}

const counted = (rows: number): string => (rows === 1 ? '1 row' : `${rows} rows`);

function textOf({ login, id }: KnownPerson, { removed, anonymised, cut }: Erased): string {
  const lines = (what: string, tables: Record<string, number>): string[] =>
    Object.entries(tables).map(([table, rows]) => `  ${what} ${table}: ${counted(rows)}`);
  return [
    `${login} (account ${id}) is erased:`,
    ...lines('removed from', removed),
    ...lines('made anonymous in', anonymised),
    ...lines('cut in', cut),
  ].join('\n');
}

const ELSEWHERE = `
What stands on GitHub is theirs and stays there: their repositories, pull requests, and our comments and checks on them. A pull request
that is still open is marked again, as that of somebody new; close it if that is not wanted. Reviews that they were asked for still stand
there as asked for; somebody else is asked instead. If the course's file of people names them,
take them out of it. Backups of the database are yours to look after.`;
