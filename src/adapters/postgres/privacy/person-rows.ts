import type { KnownPerson, PersonStore } from '../../../record/person-store.ts';
import type { Rows, Session } from '../session.ts';
import { erasePerson } from './erase-person.ts';
import { everCalled, loginsOf } from './logins.ts';
import { accountsCalled, accountsNumbered } from './outside.ts';
import { withdrawFrom } from '../peers/withdraw-from.ts';
import { personalData } from './personal-data.ts';

/** People as the records know them. What there is about them follows from the declarations alone. */
export function personRows({ rows, transaction, now }: Session): PersonStore {
  return {
    called: (login) => called(rows, login),
    loginOf: async (id) =>
      (await loginsOf(rows, [id])).get(id) ?? (await accountsNumbered(rows, id)).at(0)?.login ?? null,
    dataOf: (id) => personalData(rows, id),
    erase: (id) =>
      transaction(async (tx) => {
        await withdrawFrom(tx, id, now);
        return erasePerson(tx, id, now);
      }),
  };
}

/** Everybody who was ever seen under a login, as they are called now: somebody else can have taken it since. */
async function called(rows: Rows, login: string): Promise<KnownPerson[]> {
  const outside = new Map((await accountsCalled(rows, login)).map((account) => [account.id, account.login]));
  const ids = [...new Set([...(await everCalled(rows, login)), ...outside.keys()])];
  const now = await loginsOf(rows, ids);
  return ids.map((id) => ({ id, login: now.get(id) ?? outside.get(id) ?? login }));
}
