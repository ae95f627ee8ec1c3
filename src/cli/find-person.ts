import { usageError } from '../domain/errors/usage.ts';
import type { KnownPerson, PersonStore } from '../record/person-store.ts';

/** Whom a command is about. */
export interface WhichPerson {
  login: string;
  /** GitHub's number, where several have been called so. */
  id?: number;
}

/**
 * @throws TouchstoneError `usage.unknown-person` where nothing is kept of them, `usage.another-person` where the number is that of somebody
 * who was never called so, or `usage.several-people` where the login alone does not say who is meant
 */
export async function findPerson(
  { login, id }: WhichPerson,
  people: Pick<PersonStore, 'called' | 'loginOf' | 'dataOf'>,
): Promise<KnownPerson> {
  const called = await people.called(login);
  if (id !== undefined) return called.find((each) => each.id === id) ?? byNumber({ login, id }, people);
  const [person, ...others] = called;
  if (person === undefined) throw usageError('usage.unknown-person', { login });
  if (others.length > 0)
    throw usageError('usage.several-people', { login, accounts: called.map((each) => each.id) });
  return person;
}

/** Of some people the number alone is known. A number that is mistyped must not be taken for one of them, nor for somebody else. */
async function byNumber(
  { login, id }: Required<WhichPerson>,
  people: Pick<PersonStore, 'loginOf' | 'dataOf'>,
): Promise<KnownPerson> {
  const name = await people.loginOf(id);
  if (name !== null) throw usageError('usage.another-person', { login, id, name });
  const { own, forOthers, outside, withheld } = await people.dataOf(id);
  if (Object.keys({ ...own, ...forOthers, ...outside, ...withheld }).length === 0)
    throw usageError('usage.unknown-person', { login: `${login} (account ${id})` });
  return { id, login };
}
