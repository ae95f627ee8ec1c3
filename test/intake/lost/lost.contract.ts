import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/adapters/postgres/connection.ts';
import { databaseOn, type Database } from '../../../src/adapters/postgres/database.ts';
import { chores, deliveries, lostDeliveries } from '../../../src/adapters/postgres/schema.ts';
import { askForLost } from '../../../src/intake/lost/ask-for-lost.ts';
import type { DeliveryLog, LoggedDelivery } from '../../../src/intake/lost/delivery-log.ts';
import { isWorthAsking } from '../../../src/intake/lost/said-once.ts';
import { isSubscribed, subscribedEvents } from '../../../src/web/webhooks/events.ts';
import { silent } from '../../services/silent.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What every database must do so that nothing that people said stays lost. */
export function lostContract(
  name: string,
  connect: () => Promise<{ connection: Connection; remove: () => Promise<void> }>,
): void {
  describe(name, () => {
    let opened: Awaited<ReturnType<typeof connect>>;
    let database: Database;
    let clock: { at: number; now: () => number };
    /** Newest first, as GitHub has it. */
    let log: LoggedDelivery[];
    let asked: string[];
    let reads: number;

    beforeAll(async () => {
      opened = await connect();
    });
    afterAll(async () => {
      await opened.connection.close();
      await opened.remove();
    });
    beforeEach(async () => {
      const { rows } = opened.connection;
      for (const table of [lostDeliveries, deliveries, chores]) await rows.delete(table);
      clock = { at: Date.parse('2026-03-02T09:00:00Z'), now: () => clock.at };
      database = databaseOn(opened.connection, { clock });
      [log, asked, reads] = [[], [], 0];
    });

    const gitHub: DeliveryLog = {
      page: (from) => {
        reads += 1;
        const start = from === null ? 0 : log.findIndex(({ id }) => String(id) === from);
        if (start < 0) return Promise.resolve(null);
        const after = log[start + 100];
        return Promise.resolve({
          deliveries: log.slice(start, start + 100),
          next: after === undefined ? null : String(after.id),
        });
      },
      sendAgain: (id) => {
        const guid = log.find((each) => each.id === id)?.guid;
        if (guid === undefined) return Promise.resolve('gone');
        asked.push(guid);
        return Promise.resolve('asked');
      },
    };
    let lastId = 0;
    const sent = (guid: string, given: Partial<LoggedDelivery> = {}) => {
      const said = { guid, event: 'issue_comment', action: 'created', sentAt: clock.at, taken: false };
      log.unshift({ id: (lastId += 1), ...said, ...given });
    };
    const round = async () => {
      asked = [];
      const { lost } = database;
      await askForLost({ deliveryLog: gitHub, lost, log: silent }, new AbortController().signal);
      return asked;
    };
    const arrive = (id: string) =>
      database.deliveries.insert({ id, event: 'issue_comment', action: 'created', payload: {} });

    test('what never came is asked for, until it is there; less and less often, and not for ever', async () => {
      sent('came', { taken: true });
      await arrive('came');
      sent('lost');
      expect(await round()).toEqual(['lost']);
      expect(await round()).toEqual([]);
      const times: number[] = [];
      const start = clock.at;
      for (; clock.at < start + 4 * DAY; clock.at += 5 * MINUTE)
        if ((await round()).length > 0) times.push((clock.at - start) / MINUTE);
      expect(times.slice(0, 5)).toEqual([5, 15, 35, 75, 155]);
      expect(times.at(-1)).toBeLessThanOrEqual((3 * DAY) / MINUTE);
      expect(times.length).toBeLessThan(20);

      sent('late');
      expect(await round()).toEqual(['late']);
      await arrive('late');
      clock.at += DAY;
      expect(await round()).toEqual([]);
    }, 60_000);

    test('an inbox that was set back to before asks for what it has lost, and a new one for what GitHub says that failed', async () => {
      sent('of-before', { taken: true });
      sent('failed-before');
      expect(await round()).toEqual(['failed-before']);
      clock.at += 10 * MINUTE;
      sent('taken-and-forgotten', { taken: true });
      expect((await round()).toSorted()).toEqual(['failed-before', 'taken-and-forgotten']);
    });

    test('how things stand is not asked for: the sweep sees it as it is now', async () => {
      sent('renamed', { event: 'repository', action: 'renamed' });
      sent('gone', { event: 'installation', action: 'deleted' });
      sent('hidden', { event: 'repository', action: 'privatized' });
      sent('seen', { event: 'repository', action: 'publicized' });
      sent('pressed', { event: 'check_run', action: 'requested_action' });
      sent('made', { event: 'check_run', action: 'created' });
      expect((await round()).toSorted()).toEqual(['pressed', 'seen']);
    });

    test('a long log is read in parts, each once; what is in it twice is asked for once', async () => {
      for (let n = 0; n < 4_600; n += 1) sent(`d${n}`, { taken: true, sentAt: clock.at - (4_600 - n) * 10 });
      sent('oldest', { sentAt: clock.at - DAY });
      log.push(log.shift()!);
      expect(await round()).toEqual([]);
      expect(reads).toBe(20);
      // Another process goes on from there.
      database = databaseOn(opened.connection, { clock });
      sent('twice');
      sent('twice');
      expect(await round()).toEqual([]);
      expect(await round()).toEqual(['oldest']);
      expect(reads).toBe(47);
      expect(await round()).toEqual(['twice']);
      reads = 0;
      expect(await round()).toEqual([]);
      expect(reads).toBeLessThanOrEqual(47);
    });

    test('where it stopped may have left the log meanwhile: then all that came before has left it too', async () => {
      for (let n = 0; n < 2_100; n += 1) sent(`d${n}`, { taken: true });
      await round();
      log.splice(1_000);
      expect(await round()).toEqual([]);
      sent('new');
      expect(await round()).toEqual(['new']);
    });

    test('what had to be sent again was said when it was sent first', async () => {
      sent('pressed');
      await round();
      const said = clock.at;
      clock.at += 20 * MINUTE;
      await arrive('pressed');
      await arrive('other');
      const arrived = { reachedAt: clock.at };
      expect(await database.deliveries.begin('pressed')).toMatchObject({ receivedAt: said, ...arrived });
      expect(await database.deliveries.begin('other')).toMatchObject({ receivedAt: clock.at, ...arrived });
    });
  });
}

test('whatever is asked for is taken when it comes', () => {
  const all: readonly string[] = ['created', 'edited', 'deleted', 'submitted', 'publicized', 'closed'];
  for (const { name, actions } of subscribedEvents)
    for (const action of actions ?? all)
      if (isWorthAsking({ event: name, action })) expect(isSubscribed(name, action)).toBe(true);
  expect(isWorthAsking({ event: 'pull_request_review', action: 'submitted' })).toBe(true);
});
