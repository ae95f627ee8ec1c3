import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/adapters/postgres/connection.ts';
import { databaseOn } from '../../../src/adapters/postgres/database.ts';
import type { Database } from '../../../src/adapters/postgres/database.ts';

const HOUR = 3_600_000;

/** What every database must do with teams; `connect` gives a migrated one that nobody else uses. */
export function teamsContract(
  name: string,
  connect: () => Promise<{ connection: Connection; remove: () => Promise<void> }>,
): void {
  describe(name, () => {
    let opened: Awaited<ReturnType<typeof connect>>;
    let database: Database;
    const clock = { at: Date.parse('2026-03-02T09:00:00Z'), now: () => clock.at };

    beforeAll(async () => {
      opened = await connect();
      database = databaseOn(opened.connection, { clock });
    });
    afterAll(async () => {
      await opened.connection.close();
      await opened.remove();
    });

    const member = (id: number) => ({ id, login: `person-${id}` });

    test('knows who was in a team when it was last read, for as long as that holds', async () => {
      const { teams } = database;
      await teams.keep('school/staff', [3, 1, 3].map(member));
      await teams.keep('school/leads', []);
      clock.at += HOUR;
      await teams.keep('school/staff', [1, 2].map(member));
      expect((await teams.accounts(2 * HOUR)).toSorted((a, b) => a.id - b.id)).toEqual([1, 2].map(member));
      const sorted = async (within: number) =>
        Object.fromEntries([...(await teams.known(within))].map(([team, ids]) => [team, ids.toSorted()]));
      expect(await sorted(2 * HOUR)).toEqual({ 'school/staff': [1, 2], 'school/leads': [] });
      // Who cannot be asked about any more loses what they had.
      expect(await sorted(HOUR / 2)).toEqual({ 'school/staff': [1, 2] });
      clock.at += 3 * HOUR;
      expect(await sorted(2 * HOUR)).toEqual({});
      await teams.keepOnly(['school/leads']);
      expect(await sorted(9 * HOUR)).toEqual({ 'school/leads': [] });
      await teams.keepOnly([]);
      expect(await sorted(9 * HOUR)).toEqual({});
    });
  });
}
