import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/adapters/postgres/connection.ts';
import { databaseOn } from '../../../src/adapters/postgres/database.ts';
import type { Database } from '../../../src/adapters/postgres/database.ts';
import * as schema from '../../../src/adapters/postgres/schema.ts';
import type { GivenReview } from '../../../src/review/peers/peer-store.ts';
import { pullRequest, sha, sighting } from '../../intake/pulls.ts';
import { notYet } from '../../marking/markings.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const { pull } = pullRequest();
const [bo, grace, margaret] = [
  { id: 11, login: 'bo' },
  { id: 8, login: 'grace' },
  { id: 9, login: 'margaret' },
] as const;

/** What every database must do with what GitHub delivers late: it counts from when it was said, and changes nothing that was said later. */
export function lateWordsContract(
  name: string,
  connect: () => Promise<{ connection: Connection; remove: () => Promise<void> }>,
): void {
  describe(name, () => {
    let opened: Awaited<ReturnType<typeof connect>>;
    let database: Database;
    const clock = { at: 0, now: () => clock.at };
    let run: number;

    beforeAll(async () => {
      opened = await connect();
      database = databaseOn(opened.connection, { clock });
    });
    afterAll(async () => {
      await opened.connection.close();
      await opened.remove();
    });
    beforeEach(async () => {
      clock.at = Date.parse('2026-03-02T09:00:00Z');
      const { rows } = opened.connection;
      for (const table of [schema.pullRequests, schema.sessions, schema.leaves, schema.reviewsGiven])
        await rows.delete(table);
      run = (await database.pulls.see(sighting(pullRequest(), clock.at))).started!;
      await database.runs.take(run, 'token');
      await database.runs.marked(run, 'token', notYet());
      await database.runs.published(run, 'token');
    });
    /** Says what waits to be said; resolves to what was said of peers. */
    const sayAgain = async () => {
      const rows = await opened.connection.rows.select().from(schema.runs);
      const next = rows.find(({ phase }) => phase === 'publishing');
      if (next === undefined) return null;
      const taken = await database.runs.take(next.id, `t${next.id}`);
      await database.runs.published(next.id, `t${next.id}`);
      return taken?.peers ?? null;
    };

    test('of leave that overlaps that holds which was told last', async () => {
      const tell = (given: string, from: string, to: string, at: number) =>
        database.leaves.tell({ person: 5, days: { from, to }, by: grace, given, at });
      await tell('comment 1000', '2026-03-12', '2026-03-13', clock.at);
      await tell('comment 999', '2026-03-10', '2026-03-20', clock.at);
      await tell('comment 7', '2026-03-09', '2026-03-31', clock.at - DAY);
      expect((await database.leaves.told()).get(5)).toEqual([
        { from: '2026-03-09', to: '2026-03-09' },
        { from: '2026-03-10', to: '2026-03-11' },
        { from: '2026-03-12', to: '2026-03-13' },
      ]);
    });

    test('a session counts in the week in which it was told', async () => {
      const note = (given: string, minutes: number, at: number) =>
        database.sessions.note(
          { learner: 5, project: 'todo-cli', by: grace, minutes, about: 'x', criterion: null, given, at },
          60,
        );
      expect(await note('a', 40, clock.at)).toBe(40);
      // It was told before, and fits in its own week; what was told later stays as it was.
      expect(await note('b', 50, clock.at - DAY)).toBe(50);
      expect(await note('c', 30, clock.at - 8 * DAY)).toBe(30);
      expect(await note('d', 10, clock.at + 6.5 * DAY)).toBe(50);
      const kept = await opened.connection.rows.select().from(schema.sessions).orderBy(schema.sessions.at);
      expect(kept.map(({ given, overCap }) => [given, overCap])).toEqual([
        ['c', false],
        ['b', false],
        ['a', false],
        ['d', false],
      ]);
    });

    test('a claim begins when it was said, and takes nothing from whoever claimed it later', async () => {
      const claimed = async () => database.desk.claimOn(pull);
      await database.desk.claim(pull, grace, clock.at - 2 * HOUR);
      expect(await claimed()).toMatchObject({ login: 'grace', at: clock.at - 2 * HOUR });
      await database.desk.claim(pull, margaret, clock.at - HOUR);
      await database.desk.claim(pull, grace, clock.at - 3 * HOUR);
      expect(await claimed()).toMatchObject({ login: 'margaret', at: clock.at - HOUR });
    });

    test('a claim that was said before a sign-off is over with it', async () => {
      const work = await database.signOffs.markedWork(pull.repositoryId, pull.number, sha('a'));
      const by = { ...margaret, type: 'User' };
      const verdict = { by, says: 'not-yet' as const, sha: sha('a'), why: 'Look.', at: clock.at };
      await database.signOffs.keep(work!, verdict, { kind: 'review', id: 4 });
      await database.desk.claim(pull, grace, clock.at - HOUR);
      expect(await database.desk.claimOn(pull)).toBeNull();
      await database.desk.claim(pull, grace, clock.at + HOUR);
      expect(await database.desk.claimOn(pull)).toMatchObject({ login: 'grace' });
    });

    test('what was put off last is put off', async () => {
      const until = (day: number) => clock.at + day * DAY;
      await database.desk.snooze(pull, { by: grace, until: until(3), why: 'Now.', at: clock.at });
      await database.desk.snooze(pull, { by: grace, until: until(9), why: 'Then.', at: clock.at - HOUR });
      const [row] = await opened.connection.rows.select().from(schema.snoozes);
      expect(row?.why).toBe('Now.');
    });

    test('an appeal that a person has answered by what they said since is over', async () => {
      const work = await database.signOffs.markedWork(pull.repositoryId, pull.number, sha('a'));
      const by = { ...margaret, type: 'User' };
      const verdict = { by, says: 'not-yet' as const, sha: sha('a'), why: 'Look.', at: clock.at };
      await database.signOffs.keep(work!, verdict, { kind: 'review', id: 4 });
      await sayAgain();
      const appeal = (given: string, at: number) =>
        database.appeals.ask({ ...pull, headSha: sha('a') }, { given, why: null, at });
      expect(await appeal('comment 1', clock.at - HOUR)).toBe('asked');
      expect(await appeal('comment 1', clock.at - HOUR)).toBe('known');
      expect(await sayAgain()).toBeNull();
      expect(await appeal('comment 2', clock.at + HOUR)).toBe('asked');
      // A verdict of before it does not end it, though it comes after it.
      await sayAgain();
      await database.signOffs.keep(work!, { ...verdict, at: clock.at + 1_000 }, { kind: 'review', id: 5 });
      await sayAgain();
      expect(await appeal('comment 3', clock.at + HOUR)).toBe('asked-already');
    });

    describe('of a peer', () => {
      const review = (sourceId: number, words: string, saidAt: number): GivenReview => ({
        ...{ sourceId, by: bo, as: 'peer', headSha: sha('a'), says: 'commented', words, lacks: null, saidAt },
      });
      const keep = (given: GivenReview) => database.peers.keepReview(pull, given);
      const ask = async (change: { round: number; again: number[] }) => {
        clock.at += 5 * 60_000;
        await database.peers.decide(pull, () => ({
          ...{ withdraw: [], replace: [], renew: change.again, round: change.round },
          ...{ ask: change.again.length > 0 ? [] : [bo.id], answerBy: () => clock.at + DAY },
        }));
      };
      const requests = async () =>
        (await opened.connection.rows.select().from(schema.peerRequests).orderBy(schema.peerRequests.id)).map(
          ({ round, state }) => `${round} ${state}`,
        );

      test('what they said last is told, and when they said it is in the record', async () => {
        const said = clock.at;
        clock.at += HOUR;
        await keep(review(2, 'The second word.', said + 60_000));
        await keep(review(9, 'The first word.', said));
        await database.peers.say(pull);
        expect((await sayAgain())?.said).toMatchObject([{ words: 'The second word.' }]);
        expect((await database.records.rowsOf(bo.id)).reviewsGiven.map(({ at }) => at)).toEqual([
          said,
          said + 60_000,
        ]);
        expect((await database.records.rowsOf(5)).reviews.map(({ at }) => at)).toEqual([said, said + 60_000]);
      });

      test('what they said before they were asked anew answers no later request', async () => {
        await ask({ round: 1, again: [] });
        const said = clock.at;
        await ask({ round: 2, again: [] });
        await keep(review(1, 'Of the first round.', said));
        expect(await requests()).toEqual(['1 answered', '2 planned']);
        await keep(review(2, 'Of the second.', clock.at));
        expect(await requests()).toEqual(['1 answered', '2 answered']);
      });

      test('what they said without being asked, before somebody was, leaves what is asked of them', async () => {
        const said = clock.at;
        await ask({ round: 1, again: [] });
        await keep(review(1, 'Nobody asked me.', said));
        expect(await requests()).toEqual(['1 planned']);
      });
    });
  });
}
