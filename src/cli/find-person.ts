import { usageError } from '../domain/errors/usage.ts';
import type { KnownPerson, PersonStore } from '../record/person-store.ts';

/** Whom a command is about. */
export interface WhichPerson {
  login: string;
  /** GitHub's number, where several have been called so. */
  id?: number;
}

/** @throws TouchstoneError `usage.unknown-person`, or `usage.several-people` where the login alone does not say who is meant */
export async function findPerson(
  { login, id }: WhichPerson,
  people: Pick<PersonStore, 'called'>,
): Promise<KnownPerson> {
  const called = await people.called(login);
  if (id !== undefined) return called.find((each) => each.id === id) ?? { id, login };
  const [person, ...others] = called;
  if (person === undefined) throw usageError('usage.unknown-person', { login });
  if (others.length > 0)
    throw usageError('usage.several-people', { login, accounts: called.map((each) => each.id) });
  return person;
}
