import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { databaseOn } from '../../../src/adapters/postgres/database.ts';
import type { Database } from '../../../src/adapters/postgres/database.ts';
import type { Connection } from '../../../src/adapters/postgres/connection.ts';
import * as schema from '../../../src/adapters/postgres/schema.ts';
import { operatorError } from '../../../src/domain/errors/operator.ts';
import { pullRequest, pullRequestIn, sha, sighting } from '../../intake/pulls.ts';
import type { PullRequestState } from '../../../src/intake/github-reader.ts';
import type { Marking } from '../../../src/domain/results.ts';
import { feedbackOf, notYet } from '../../marking/markings.ts';
import { until } from '../../services/until.ts';

const second = 1_000;
const problem = operatorError('run.unexpected', { seen: 'a test' }).report();

/** What every database must do; `connect` gives a migrated one that nobody else uses. */
export function storesContract(
  name: string,
  connect: () => Promise<{ connection: Connection; remove: () => Promise<void> }>,
): void {
  describe(name, () => {
    let opened: Awaited<ReturnType<typeof connect>>;
    let database: Database;
    const clock = { at: 0, now: () => clock.at };
    const policy = { leaseMs: 15 * second, maxTries: 3, maxPublishTries: 3, firstPauseMs: 5 * second };

    beforeAll(async () => {
      opened = await connect();
      database = databaseOn(opened.connection, { clock, policy });
    });
    afterAll(async () => {
      await opened.connection.close();
      await opened.remove();
    });
    beforeEach(async () => {
      clock.at = Date.parse('2026-03-02T09:00:00Z');
      const { rows } = opened.connection;
      for (const table of [schema.deliveries, schema.pullRequests, schema.chores]) await rows.delete(table);
    });

    const handed = (options = {}) =>
      database.hand.toHand({ againAfterMs: 10 * second, announceAfterMs: second, limit: 100, ...options });
    const see = (state = pullRequest(), change = {}) => database.pulls.see(sighting(state, clock.at, change));
    const started = async (state = pullRequest()) => (await see(state)).started!;
    const marked = async (state = pullRequest(), marking = notYet(), token = `t${Math.random()}`) => {
      const run = await started(state);
      await database.runs.take(run, token);
      await database.runs.marked(run, token, marking);
      await database.runs.published(run, token);
      return run;
    };

    describe('the inbox', () => {
      const delivery = { id: 'd1', event: 'push', action: null, payload: { ref: 'main' } };

      test('keeps a delivery once, however often and however much at once it comes', async () => {
        const inserted = await Promise.all(
          Array.from({ length: 50 }, () => database.deliveries.insert(delivery)),
        );
        expect(inserted.filter(Boolean)).toHaveLength(1);
        expect((await handed()).deliveries).toEqual(['d1']);
      });

      test('takes text that jsonb cannot hold', async () => {
        const payload = { title: 'nul \0 and half \uD800 a pair, whole 😀', 'key\0': [1, null, true] };
        await database.deliveries.insert({ ...delivery, payload });
        expect((await database.deliveries.begin('d1'))?.payload).toEqual({
          title: 'nul \uFFFD and half \uFFFD a pair, whole 😀',
          'key\uFFFD': [1, null, true],
        });
      });

      test('gives a delivery again until it is done, counting the tries', async () => {
        await database.deliveries.insert(delivery);
        expect((await database.deliveries.begin('d1'))?.tries).toBe(1);
        await database.deliveries.postpone('d1', 5 * second, 'GitHub was away');
        expect(await database.deliveries.begin('d1')).toBeNull();
        expect((await handed()).deliveries).toEqual([]);
        clock.at += 5 * second;
        expect((await handed()).deliveries).toEqual(['d1']);
        expect((await database.deliveries.begin('d1'))?.tries).toBe(2);
        await database.deliveries.done('d1', 'run 1 queued');
        expect(await database.deliveries.begin('d1')).toBeNull();
        expect((await handed()).deliveries).toEqual([]);
      });

      test('cuts the payloads of old deliveries, but never of one that waits', async () => {
        await database.deliveries.insert(delivery);
        await database.deliveries.insert({ ...delivery, id: 'd2' });
        await database.deliveries.done('d1', 'nothing to do');
        clock.at += 60 * second;
        await database.deliveries.insert({ ...delivery, id: 'd3' });
        await database.deliveries.fail('d3', 'unreadable');
        expect(await database.deliveries.cutPayloads(30 * second)).toBe(1);
        expect((await database.deliveries.begin('d2'))?.payload).toEqual({ ref: 'main' });
      });

      test('tells that there is work', async () => {
        let told = 0;
        const stop = await database.hand.onWork(() => (told += 1));
        const before = told;
        await database.deliveries.insert(delivery);
        await until('the listener is told', () => told > before);
        await stop();
      });
    });

    describe('a sighting', () => {
      test('starts an attempt, and the same sighting again starts nothing', async () => {
        const first = await see();
        expect(first.started).toBeGreaterThan(0);
        expect(first.superseded).toEqual([]);
        expect(await see()).toEqual({ stale: false, started: null, superseded: [] });
        expect((await handed()).runs).toEqual([{ id: first.started, tries: 0, publishTries: 0 }]);
      });

      test('of a newer head supersedes the run of the older one', async () => {
        const old = await started();
        await database.runs.take(old, 'old');
        const newer = await see(pullRequest({ headSha: sha('b') }));
        expect(newer.superseded).toEqual([old]);
        expect(await database.runs.renew(old, 'old')).toBe(false);
        expect(await database.runs.marked(old, 'old', notYet())).toBe(false);
        expect((await database.runs.take(newer.started!, 'new'))?.submission.headSha).toBe(sha('b'));
      });

      test('that was read earlier than the last one changes nothing', async () => {
        const run = await started(pullRequest({ headSha: sha('b') }));
        const late = await database.pulls.see(sighting(pullRequest(), clock.at - 1));
        expect(late).toEqual({ stale: true, started: null, superseded: [] });
        expect((await database.runs.take(run, 't'))?.submission.headSha).toBe(sha('b'));
      });

      test('many at once start one run', async () => {
        const seen = await Promise.all(Array.from({ length: 20 }, () => see()));
        expect(seen.filter((each) => each.started !== null)).toHaveLength(1);
      });

      test('of a finished commit starts nothing, unless a rerun is asked for, and then once for each delivery', async () => {
        await marked();
        expect((await see()).started).toBeNull();
        const again = await see(pullRequest(), { cause: 'rerun', deliveryId: 'press-1' });
        expect(again.started).not.toBeNull();
        await database.runs.take(again.started!, 'again');
        await database.runs.marked(again.started!, 'again', notYet());
        await database.runs.published(again.started!, 'again');
        expect((await see(pullRequest(), { cause: 'rerun', deliveryId: 'press-1' })).started).toBeNull();
        expect((await see(pullRequest(), { cause: 'rerun', deliveryId: 'press-2' })).started).not.toBeNull();
      });

      test('of an earlier commit that was pushed again says its result again without marking it', async () => {
        await marked();
        await marked(pullRequest({ headSha: sha('b') }));
        const back = await started();
        const taken = await database.runs.take(back, 't');
        expect(taken?.task).toEqual({ what: 'publish', outcome: 'marked', marking: notYet(), problem: null });
      });

      test('of a closed pull request ends its run', async () => {
        const run = await started();
        expect((await see(pullRequest({ open: false }))).superseded).toEqual([run]);
        expect(await database.pulls.find(100, 7)).toBeNull();
        expect((await see()).started).not.toBeNull();
      });

      test('takes the base repository where the fork is gone', async () => {
        const run = await started(pullRequest({ headOwner: null, headRepo: null }));
        const { submission } = (await database.runs.take(run, 't'))!;
        expect([submission.headOwner, submission.headRepo]).toEqual(['school', 'todo-cli-ada']);
      });
    });

    describe('leaving', () => {
      test('a repository or an installation supersedes what runs there, and nothing else', async () => {
        const here = await started(pullRequestIn(100));
        const there = await started(pullRequestIn(200));
        expect(await database.pulls.leave({ what: 'repositories', ids: [100, 300] })).toBe(1);
        expect(await database.runs.take(here, 't')).toBeNull();
        expect(await database.runs.take(there, 't')).not.toBeNull();
        expect(await database.pulls.leave({ what: 'installation', id: 1 })).toBe(1);
        expect(await database.runs.renew(there, 't')).toBe(false);
      });

      test('renaming a repository reaches the runs that wait', async () => {
        const run = await started();
        await database.pulls.rename(100, { owner: 'academy', repo: 'todo-cli-lovelace' });
        const taken = await database.runs.take(run, 't');
        expect(taken?.submission.pull).toMatchObject({ owner: 'academy', repo: 'todo-cli-lovelace' });
      });

      test('open pull requests that were not seen since a time are listed', async () => {
        await see(pullRequestIn(100));
        clock.at += second;
        await see(pullRequestIn(200));
        const unseen = await database.pulls.openNotSeenSince(clock.at);
        expect(unseen.map((pull) => pull.repositoryId)).toEqual([100]);
      });
    });

    describe('a run', () => {
      test('is taken by one of many who try', async () => {
        const run = await started();
        const taken = await Promise.all(
          Array.from({ length: 20 }, (_, index) => database.runs.take(run, `token-${index}`)),
        );
        expect(taken.filter((each) => each !== null)).toHaveLength(1);
      });

      test('is handed on again when its lease has run out, and taken over', async () => {
        const run = await started();
        await database.runs.take(run, 'dead');
        expect((await handed()).runs).toEqual([]);
        clock.at += 15 * second;
        expect((await handed()).runs).toEqual([{ id: run, tries: 1, publishTries: 0 }]);
        expect((await database.runs.take(run, 'heir'))?.token).toBe('heir');
        expect(await database.runs.renew(run, 'dead')).toBe(false);
        expect(await database.runs.marked(run, 'dead', notYet())).toBe(false);
        expect(await database.runs.marked(run, 'heir', notYet())).toBe(true);
      });

      test('is handed on once, and again only when it was long ago', async () => {
        const run = await started();
        const work = await handed();
        await database.hand.handed(work);
        expect((await handed()).runs).toEqual([]);
        clock.at += 10 * second;
        expect((await handed()).runs.map((each) => each.id)).toEqual([run]);
      });

      test('that was taken meanwhile is not marked as handed on', async () => {
        const run = await started();
        const work = await handed();
        await database.runs.take(run, 'quick');
        await database.hand.handed(work);
        clock.at += 15 * second;
        expect((await handed()).runs.map((each) => each.id)).toEqual([run]);
      });

      test('that fails is tried again after a pause, and the last time has to be said', async () => {
        const run = await started();
        for (const [tries, pause] of [
          [1, 5],
          [2, 15],
        ] as const) {
          await database.runs.take(run, `t${tries}`);
          expect(await database.runs.failed(run, `t${tries}`, problem, null)).toEqual({
            phase: 'queued',
            tries,
          });
          expect((await handed()).runs).toEqual([]);
          clock.at += pause * second;
          expect((await handed()).runs.map((each) => each.id)).toEqual([run]);
        }
        await database.runs.take(run, 't3');
        expect(await database.runs.failed(run, 't3', problem, null)).toEqual({
          phase: 'publishing',
          tries: 3,
        });
        expect(await database.runs.published(run, 't3')).toBe(true);
        expect((await database.health.health()).givenUpLastDay).toBe(1);
      });

      test('whose workers keep dying ends by being given up', async () => {
        const run = await started();
        for (const token of ['a', 'b', 'c']) {
          expect((await database.runs.take(run, token))?.task.what).toBe('mark');
          clock.at += 15 * second;
        }
        const last = await database.runs.take(run, 'd');
        expect(last?.task).toMatchObject({ outcome: 'given-up', problem: { code: 'run.workers-lost' } });
      });

      test('whose marking cannot be published is published later, without marking again', async () => {
        const run = await started();
        await database.runs.take(run, 'first');
        await database.runs.marked(run, 'first', notYet('nul \0'));
        expect(await database.runs.unpublished(run, 'first', clock.at + 60 * second)).toBe('publishing');
        clock.at += 59 * second;
        expect(await database.runs.take(run, 'early')).toBeNull();
        clock.at += second;
        const later = await database.runs.take(run, 'second');
        expect(later?.task).toMatchObject({ outcome: 'marked', marking: notYet('nul \uFFFD') });
      });

      test('remembers what the attempt before it came to', async () => {
        await marked(pullRequest({ headSha: sha('a') }));
        const next = await started(pullRequest({ headSha: sha('b') }));
        expect((await database.runs.take(next, 't'))?.previous).toEqual(notYet());
      });

      test('knows the correctives that the learner was given for earlier attempts, in any project', async () => {
        const giving = (next: string, given = true) => ({
          ...notYet(),
          feedback: [feedbackOf(next, given), feedbackOf('Start here.', false)],
        });
        const at = async (minutes: number, state: PullRequestState, marking: Marking) => {
          clock.at += minutes * 60 * second;
          return marked(state, marking);
        };
        await at(0, pullRequest({ headSha: sha('a') }), giving('Read.'));
        await at(1, pullRequestIn(200, { headSha: sha('b') }), giving('Work through this.'));
        for (const [repository, said] of [
          [250, true],
          [260, false],
        ] as const) {
          const cutShort = await started(pullRequestIn(repository));
          await database.runs.take(cutShort, 'cut');
          await database.runs.marked(
            cutShort,
            'cut',
            giving(said ? 'Said, then superseded.' : 'Never said.'),
          );
          if (said) await database.pens.record(cutShort, 'result', 'published');
          await database.runs.supersede(cutShort);
        }
        await at(1, pullRequest({ headSha: sha('c'), draft: true }), giving('Practice counts for nothing.'));
        await at(1, pullRequestIn(300, { learner: { id: 6, login: 'ben' } }), giving('For somebody else.'));
        const now = pullRequest({ headSha: sha('d') });
        await at(1, now, giving('What this attempt was given.'));
        // The same commit once more is the same attempt.
        const again = await see(now, { cause: 'rerun', deliveryId: 'press' });
        expect((await database.runs.take(again.started ?? 0, 't'))?.history.given).toEqual([
          'Read.',
          'Work through this.',
          'Said, then superseded.',
        ]);
        await database.runs.supersede(again.started ?? 0);
        clock.at += 60 * second;
        const next = await started(pullRequest({ headSha: sha('e') }));
        expect((await database.runs.take(next, 't2'))?.history.given.at(-1)).toBe(
          'What this attempt was given.',
        );
      });

      test('knows what the other attempts of the learner came to, in any project', async () => {
        const calling = { ...notYet(), feedback: [{ ...feedbackOf('Ask.', false), callsStaff: true }] };
        const at = async (state: PullRequestState, marking: Marking) => {
          clock.at += 60 * second;
          return marked(state, marking);
        };
        await at(pullRequest({ headSha: sha('a') }), notYet());
        await at(pullRequestIn(200, { headSha: sha('b') }), { ...notYet(), decision: 'mastered' });
        await at(pullRequest({ headSha: sha('c') }), calling);
        await at(pullRequest({ headSha: sha('d'), draft: true }), notYet());
        await at(pullRequestIn(300, { learner: { id: 6, login: 'ben' } }), notYet());
        // The same commit once more is the same attempt, and neither it nor what it came to before is among them.
        const again = await see(pullRequest({ headSha: sha('c') }), { cause: 'rerun', deliveryId: 'press' });
        const first = { project: 'todo-cli', decision: 'not-yet', callsStaff: false };
        const mastered = { ...first, decision: 'mastered' };
        expect((await database.runs.take(again.started ?? 0, 't'))?.progress).toEqual([first, mastered]);
        await database.runs.supersede(again.started ?? 0);
        clock.at += 60 * second;
        const next = await started(pullRequest({ headSha: sha('e') }));
        expect((await database.runs.take(next, 't2'))?.progress).toEqual([
          first,
          mastered,
          { ...first, callsStaff: true },
        ]);
      });

      test('knows which attempt of its learner at the project it is', async () => {
        const attempt = async (state: PullRequestState, change = {}) => {
          clock.at += 60 * second;
          const run = (await see(state, change)).started ?? 0;
          const number = (await database.runs.take(run, `t${run}`))?.attempt;
          await database.runs.marked(run, `t${run}`, notYet());
          await database.runs.published(run, `t${run}`);
          return number;
        };
        const at = (letter: string, change = {}) => pullRequest({ headSha: sha(letter), ...change });
        expect(await attempt(at('a', { draft: true }))).toBe(1);
        expect(await attempt(at('a'))).toBe(1);
        const brokenOff = await started(at('b'));
        await database.runs.take(brokenOff, 'b');
        await database.runs.supersede(brokenOff);
        expect(await attempt(at('c'))).toBe(2);
        expect(await attempt(at('c'), { cause: 'rerun', deliveryId: 'press' })).toBe(2);
        expect(await attempt(pullRequestIn(200, { headSha: sha('d') }))).toBe(3);
        expect(await attempt(pullRequestIn(200, { headSha: sha('c') }))).toBe(2);
        expect(await attempt(pullRequestIn(300, { headSha: sha('e') }), { project: 'another' })).toBe(1);
        expect(await attempt(pullRequestIn(400, { learner: { id: 6, login: 'ben' } }))).toBe(1);
        expect(await attempt(at('b'))).toBe(4);
        expect(await attempt(at('a'), { cause: 'rerun', deliveryId: 'again' })).toBe(1);
      });

      test('that was refused is finished when that was said', async () => {
        const run = await started();
        await database.runs.take(run, 't');
        await database.runs.refused(run, 't', problem);
        expect(await database.runs.published(run, 't')).toBe(true);
        expect((await see()).started).toBeNull();
      });

      test('knows its place, and how long a marking takes', async () => {
        const first = await started(pullRequestIn(1));
        const other = await started(pullRequestIn(2));
        const third = await started(pullRequestIn(3));
        expect(await database.runs.waiting(third)).toMatchObject({ place: 3, running: 0, typicalMs: null });
        await database.runs.take(first, 't');
        clock.at += 4 * second;
        await database.runs.marked(first, 't', notYet());
        await database.runs.published(first, 't');
        await database.runs.take(other, 'u');
        expect(await database.runs.waiting(third)).toMatchObject({ place: 1, running: 1, typicalMs: 4_000 });
        expect(await database.runs.waiting(other)).toBeNull();
      });

      test('is announced once, when it has waited a little', async () => {
        const run = await started();
        expect((await handed()).announcements).toEqual([]);
        clock.at += second;
        expect((await handed()).announcements).toEqual([run]);
        await database.runs.announced(run);
        expect((await handed()).announcements).toEqual([]);
      });
    });

    describe('the pen', () => {
      const lease = (token: string) => ({ by: 'lease', token }) as const;

      test('is one writer’s at a time, and free again when put down or silent', async () => {
        const run = await started();
        await database.runs.take(run, 't');
        expect(await database.pens.take(run, lease('t'), 'one')).toBe('taken');
        expect(await database.pens.take(run, lease('t'), 'two')).toBe('busy');
        expect(await database.pens.mayWrite(run, lease('t'), 'one')).toBe(true);
        expect(await database.pens.mayWrite(run, lease('t'), 'two')).toBe(false);
        await database.pens.putDown(run, 'two');
        expect(await database.pens.take(run, lease('t'), 'two')).toBe('busy');
        await database.pens.putDown(run, 'one');
        expect(await database.pens.take(run, lease('t'), 'two')).toBe('taken');
        clock.at += 15 * second;
        expect(await database.pens.take(run, lease('t'), 'three')).toBe('taken');
        expect(await database.pens.mayWrite(run, lease('t'), 'two')).toBe(false);
      });

      test('is kept from a newer run until the older one has put it down', async () => {
        const old = await started();
        await database.runs.take(old, 'o');
        await database.pens.take(old, lease('o'), 'old pen');
        const newer = await started(pullRequest({ headSha: sha('b') }));
        await database.runs.take(newer, 'n');
        expect(await database.pens.mayWrite(old, lease('o'), 'old pen')).toBe(false);
        expect(await database.pens.take(newer, lease('n'), 'new pen')).toBe('busy');
        await database.pens.putDown(old, 'old pen');
        expect(await database.pens.take(newer, lease('n'), 'new pen')).toBe('taken');
      });

      test('is not for somebody whose claim is lost', async () => {
        const run = await started();
        const waiting = { by: 'waiting', tries: 0 } as const;
        expect(await database.pens.take(run, waiting, 'announcer')).toBe('taken');
        await database.runs.take(run, 't');
        expect(await database.pens.mayWrite(run, waiting, 'announcer')).toBe(false);
        expect(await database.pens.take(run, waiting, 'another')).toBe('lost');
        expect(await database.pens.take(run, lease('wrong'), 'another')).toBe('lost');
        await database.pens.record(run, 'queued', 'published');
      });
    });

    describe('a chore', () => {
      test('is claimed by one of many, when it is time or was asked for', async () => {
        const claims = () =>
          Promise.all(Array.from({ length: 10 }, () => database.chores.claim('sweep', 60_000)));
        expect((await claims()).filter(Boolean)).toHaveLength(1);
        expect((await claims()).filter(Boolean)).toHaveLength(0);
        clock.at += 60 * second;
        expect((await claims()).filter(Boolean)).toHaveLength(1);
        await database.chores.request('sweep', 5 * second);
        expect((await claims()).filter(Boolean)).toHaveLength(0);
        clock.at += 5 * second;
        expect((await claims()).filter(Boolean)).toHaveLength(1);
        await database.chores.finish('sweep');
        expect((await database.health.health()).lastSweepAt).toBe(clock.at);
      });
    });

    test('health counts what waits and for how long', async () => {
      await database.deliveries.insert({ id: 'd', event: 'push', action: null, payload: {} });
      await started(pullRequestIn(1));
      await marked(pullRequestIn(2));
      clock.at += 90 * second;
      expect(await database.health.health()).toMatchObject({
        deliveriesWaiting: 1,
        queued: 1,
        oldestQueuedSeconds: 90,
        finishedLastDay: 1,
        lastSweepAt: null,
      });
    });
  });
}
