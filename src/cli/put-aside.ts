import { usageError } from '../domain/errors/usage.ts';
import { isStaff } from '../domain/people/rights.ts';
import { exit } from './exit.ts';
import type { Parts } from './parts.ts';
import type { Terminal } from './terminal.ts';

export interface PutAsideOptions {
  course: string;
  /** As in the list of `touchstone queue`. */
  number: number;
  /** The login of the member of staff, as in the course's file of people or in its teams. */
  as: string;
}

/** `touchstone put-aside`: takes what works have in common out of the queue, until somebody joins it. */
export async function putAsideCommand(
  { course: dir, number, as: login }: PutAsideOptions,
  parts: Pick<Parts, 'readCourse' | 'withSecondLooks' | 'putAside'>,
  terminal: Terminal,
): Promise<number> {
  const course = await parts.readCourse(dir);
  const person = await parts.withSecondLooks(course, async (_, { roster, accountOf }) => {
    const account = await accountOf(login);
    return account !== null && isStaff(roster.get(account.id)) ? account : null;
  });
  if (person === null) throw usageError('usage.unknown-staff', { login });
  if (!(await parts.putAside(number, person))) throw usageError('usage.nothing-alike', { number });
  terminal.out('It is put aside, until somebody joins it.\n');
  return exit.done;
}
