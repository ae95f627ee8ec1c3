import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/adapters/postgres/connection.ts';
import { databaseOn } from '../../../src/adapters/postgres/database.ts';
import type { Database } from '../../../src/adapters/postgres/database.ts';
import * as schema from '../../../src/adapters/postgres/schema.ts';
import { attemptsOf } from '../../../src/mastery/record/attempts.ts';
import { pullRequest, pullRequestIn, sha, sighting } from '../../intake/pulls.ts';
import { feedbackOf, notYet } from '../../marking/markings.ts';

const minute = 60_000;

/** What every database must know of a learner's earlier attempts; `connect` gives a migrated one that nobody else uses. */
export function historyContract(
  name: string,
  connect: () => Promise<{ connection: Connection; remove: () => Promise<void> }>,
): void {
  describe(name, () => {
    let opened: Awaited<ReturnType<typeof connect>>;
    let database: Database;
    const clock = { at: 0, now: () => clock.at };

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
      await opened.connection.rows.delete(schema.pullRequests);
    });

    const started = async (state = pullRequest()) => {
      clock.at += minute;
      return (await database.pulls.see(sighting(state, clock.at))).started!;
    };
    const marked = async (state = pullRequest(), marking = notYet()) => {
      const run = await started(state);
      await database.runs.take(run, `t${run}`);
      await database.runs.marked(run, `t${run}`, marking);
      await database.runs.published(run, `t${run}`);
    };

    /** A member of staff says something of a commit of the first pull request. */
    const keep = async (
      id: number,
      says: 'mastered' | 'not-yet',
      { headSha = sha('a'), at = clock.at + id } = {},
    ) => {
      const work = await database.signOffs.markedWork(100, 7, headSha);
      if (work === null) return null;
      const by = { id: 99, login: 'grace', type: 'User' };
      return database.signOffs.keep(work, { by, says, why: 'Because.', at }, { kind: 'review', id });
    };
    /** Says what was kept, and nothing else. */
    const publishAll = () => opened.connection.rows.update(schema.runs).set({ phase: 'finished' });
    const waiting = { ...notYet(), decision: 'awaiting-review' as const };
    const mastered = { ...notYet(), decision: 'mastered' as const };

    test('remembers it over pull requests, and where a push came right after it was said', async () => {
      const said = { ...notYet(), decision: 'awaiting-review' as const };
      const cut = await started(pullRequest({ headSha: sha('a') }));
      await database.runs.take(cut, 'cut');
      await database.runs.marked(cut, 'cut', said);
      await database.pens.record(cut, 'result', 'published');
      const next = await started(pullRequest({ headSha: sha('b') }));
      expect((await database.runs.take(next, 't'))?.previous).toEqual(said);
      await database.runs.supersede(next);
      const elsewhere = await started(pullRequestIn(200, { headSha: sha('c') }));
      expect((await database.runs.take(elsewhere, 't'))?.previous).toEqual(said);
      const sameCommit = await started(pullRequestIn(300, { headSha: sha('a') }));
      expect((await database.runs.take(sameCommit, 't'))?.previous).toBeNull();
    });

    test('gives no text again to a commit that was there before, as practice, and is handed in now', async () => {
      const giving = (next: string) => ({ ...notYet(), feedback: [feedbackOf(next, true)] });
      await marked(pullRequest({ headSha: sha('a'), draft: true }));
      await marked(pullRequest({ headSha: sha('b') }), giving('Read.'));
      const back = await started(pullRequest({ headSha: sha('a') }));
      expect((await database.runs.take(back, 't'))?.history.given).toEqual(['Read.']);
    });

    test('keeps a person’s last word on a commit once, and has it said', async () => {
      const said = async () => {
        const { pulls, runs } = database;
        const run = (await pulls.see(sighting(pullRequest(), clock.at))).started;
        expect(run).toBeNull();
        const [waitingRun] = await opened.connection.rows
          .select({ id: schema.runs.id, phase: schema.runs.phase, cause: schema.runs.cause })
          .from(schema.runs)
          .orderBy(desc(schema.runs.id))
          .limit(1);
        expect(waitingRun).toMatchObject({ phase: 'publishing', cause: 'sign-off' });
        const taken = await runs.take(waitingRun!.id, 's');
        await runs.published(waitingRun!.id, 's');
        return taken;
      };
      expect(await keep(1, 'mastered')).toBeNull();
      await marked(pullRequest({ headSha: sha('a') }), waiting);
      expect(await keep(1, 'not-yet')).toBe('kept');
      // It is being said: nothing else is kept meanwhile, and nothing twice.
      expect(await keep(2, 'mastered')).toBe('busy');
      expect((await said())?.signed).toEqual({ says: 'not-yet', why: 'Because.', by: 'grace', holds: true });
      expect(await keep(1, 'not-yet')).toBe('known');
      expect(await keep(2, 'mastered')).toBe('kept');
      expect(await said()).toMatchObject({
        signed: { says: 'mastered', holds: true },
        task: { what: 'publish', marking: { decision: 'awaiting-review' } },
      });
      expect(await database.learners.progress(5)).toEqual([
        { project: 'todo-cli', decision: 'mastered', callsStaff: false },
      ]);
      const next = await started(pullRequest({ headSha: sha('b') }));
      expect(await database.runs.take(next, 't')).toMatchObject({
        signed: { says: 'mastered', holds: false },
        progress: [{ decision: 'mastered' }],
      });
      const elsewhere = await started(pullRequestIn(200, { headSha: sha('a') }));
      expect((await database.runs.take(elsewhere, 't2'))?.signed).toBeNull();
    });

    test('knows whether another learner has handed in the same commit in the same repository', async () => {
      const isShared = () => database.signOffs.isShared(100, 7, sha('a'));
      const another = { pull: { ...pullRequest().pull, number: 8 }, learner: { id: 6, login: 'bo' } };
      await marked(pullRequest({ headSha: sha('a') }), waiting);
      await marked(pullRequestIn(200, { headSha: sha('a'), learner: { id: 6, login: 'bo' } }), waiting);
      await marked(pullRequest({ headSha: sha('a'), pull: { ...pullRequest().pull, number: 9 } }), waiting);
      expect(await isShared()).toBe(false);
      await marked(pullRequest({ headSha: sha('a'), ...another }), waiting);
      expect(await isShared()).toBe(true);
      await database.pulls.leave({ what: 'pull-request', repositoryId: 100, number: 8 });
      expect(await isShared()).toBe(false);
    });

    test('takes for the last word what was said last, though it arrived first', async () => {
      await marked(pullRequest({ headSha: sha('a') }), waiting);
      expect(await keep(2, 'not-yet', { at: clock.at + 60_000 })).toBe('kept');
      await publishAll();
      expect(await keep(1, 'mastered', { at: clock.at })).toBe('kept');
      await publishAll();
      expect(await database.learners.progress(5)).toMatchObject([{ decision: 'not-yet' }]);
      expect((await database.records.rowsOf(5)).verdicts.map(({ says }) => says)).toEqual([
        'mastered',
        'not-yet',
      ]);
      expect(await database.rechecks.mastered({ from: 0, to: clock.at + 1_000 * minute })).toEqual([]);
      const [last] = await opened.connection.rows.select().from(schema.runs).orderBy(desc(schema.runs.id));
      await opened.connection.rows
        .update(schema.runs)
        .set({ phase: 'queued' })
        .where(eq(schema.runs.id, last!.id));
      expect((await database.runs.take(last!.id, 't'))?.signed).toMatchObject({
        says: 'not-yet',
        holds: true,
      });
    });

    test('knows since when something is mastered, as the record does: since a person said so, where it took one', async () => {
      const day = 24 * 60 * minute;
      const since = async () => {
        const [work, ...others] = await database.rechecks.mastered({ from: 0, to: clock.at + day });
        expect(others).toEqual([]);
        const told = attemptsOf(await database.records.rowsOf(5)).flatMap(
          ({ masteredAt }) => masteredAt ?? [],
        );
        expect(work?.masteredAt).toBe(Math.min(...told));
        return work?.masteredAt;
      };
      await marked(pullRequest({ headSha: sha('a') }), waiting);
      clock.at += 10 * day;
      await keep(1, 'mastered');
      const said = clock.at + 1;
      await publishAll();
      expect(await since()).toBe(said);
      // Whoever says it once more makes nothing of it later; whoever has taken it back meanwhile does.
      clock.at += day;
      await keep(2, 'mastered');
      await publishAll();
      expect(await since()).toBe(said);
      await keep(3, 'not-yet');
      await publishAll();
      clock.at += day;
      await keep(4, 'mastered');
      await publishAll();
      expect(await since()).toBe(clock.at + 4);
      // What was mastered earlier by another commit counts, though that came later.
      clock.at += 10 * day;
      await marked(pullRequestIn(200, { headSha: sha('b') }), mastered);
      await keep(5, 'not-yet');
      await publishAll();
      await keep(6, 'mastered', { at: clock.at + 5 * day });
      await publishAll();
      const marking = clock.at;
      expect(await since()).toBe(marking);
      // That a person agrees with what was found makes nothing of it later either.
      await keep(7, 'mastered', { headSha: sha('b'), at: clock.at + 5 * day });
      await publishAll();
      expect(await since()).toBe(marking);
    });

    test('knows what was said of a commit that a force push brings back, whatever was said of another', async () => {
      await marked(pullRequest({ headSha: sha('a') }), mastered);
      await keep(1, 'not-yet');
      await publishAll();
      await marked(pullRequest({ headSha: sha('b') }), notYet());
      await keep(2, 'not-yet', { headSha: sha('b') });
      await publishAll();
      const back = await started(pullRequest({ headSha: sha('a') }));
      expect((await database.runs.take(back, 't'))?.signed).toMatchObject({ says: 'not-yet', holds: true });
    });

    test('knows whether a person has sent work on the project back, until a person signs it off', async () => {
      const sentBack = async (state = pullRequest()) => {
        const run = await started(state);
        const taken = await database.runs.take(run, `t${run}`);
        await database.runs.supersede(run);
        return taken?.history.sentBack ?? false;
      };
      await marked(pullRequest({ headSha: sha('a') }), waiting);
      expect(await sentBack(pullRequest({ headSha: sha('b') }))).toBe(false);
      await keep(1, 'not-yet');
      await publishAll();
      expect(await sentBack(pullRequest({ headSha: sha('c') }))).toBe(true);
      expect(await sentBack(pullRequestIn(200, { headSha: sha('d') }))).toBe(true);
      expect(await sentBack(pullRequestIn(300, { learner: { id: 6, login: 'bo' } }))).toBe(false);
      await marked(pullRequest({ headSha: sha('e') }), waiting);
      await keep(2, 'mastered', { headSha: sha('e') });
      await publishAll();
      expect(await sentBack(pullRequest({ headSha: sha('f') }))).toBe(false);
    });

    test('leaves a pull request that was assessed with its project, whatever its repository is called then', async () => {
      const seenAs = (project: string) => {
        clock.at += minute;
        return database.pulls.see({ ...sighting(pullRequest(), clock.at), project });
      };
      const first = (await seenAs('todo-cli')).started!;
      expect((await database.runs.take(first, 't'))?.submission.project).toBe('todo-cli');
      // Nothing has been told yet: it was a slip, or a trick while it is being marked. It is marked anew.
      const { started: second, superseded } = await seenAs('weather');
      expect(superseded).toEqual([first]);
      expect(await database.runs.marked(first, 't', mastered)).toBe(false);
      expect((await database.runs.take(second!, 't2'))?.submission.project).toBe('weather');
      await database.runs.marked(second!, 't2', mastered);
      await database.runs.published(second!, 't2');
      await seenAs('todo-cli');
      expect(await database.learners.progress(5)).toEqual([
        { project: 'weather', decision: 'mastered', callsStaff: false },
      ]);
    });

    test('knows what waits for staff, and since when', async () => {
      const stuck = { ...notYet(), feedback: [{ ...feedbackOf('Ask.', false), callsStaff: true }] };
      const of = (login: string, repositoryId: number, change = {}) =>
        pullRequestIn(repositoryId, { learner: { id: repositoryId, login }, ...change });
      await marked(of('ada', 100), waiting);
      const since = clock.at;
      await marked(of('bo', 200, { headSha: sha('a') }));
      await marked(of('bo', 200, { headSha: sha('b') }), stuck);
      await marked(of('chidi', 300), notYet());
      await marked(of('dana', 400, { draft: true }), { ...waiting, partial: true });
      await marked(of('ed', 500), waiting);
      await database.pulls.leave({ what: 'repositories', ids: [500] });
      // A newer push is on its way: what stands there does not wait any more.
      await marked(of('fay', 600), waiting);
      await started(of('fay', 600, { headSha: sha('b') }));
      const seen = async () =>
        (await database.waiting.waiting())
          .map(({ learner, waitsFor, misses }) => [learner.login, waitsFor, misses])
          .toSorted();
      expect(await seen()).toEqual([
        ['ada', 'sign-off', 0],
        ['bo', 'help', 2],
      ]);
      expect((await database.waiting.waiting()).find(({ learner }) => learner.login === 'ada')).toMatchObject(
        {
          since,
          project: 'todo-cli',
          headSha: sha('a'),
          pull: { repositoryId: 100, number: 7 },
        },
      );
      const work = await database.signOffs.markedWork(100, 7, sha('a'));
      const by = { id: 99, login: 'grace', type: 'User' };
      const verdict = { by, says: 'mastered' as const, why: null, at: clock.at };
      await database.signOffs.keep(work!, verdict, { kind: 'review', id: 9 });
      expect(await seen()).toEqual([['bo', 'help', 2]]);
    });

    test('knows which commit’s result stood there at a time, and what it was', async () => {
      const shown = (at: number) => database.signOffs.shownAt(100, 7, at);
      await marked(pullRequest({ headSha: sha('a') }));
      const first = clock.at;
      await marked(pullRequest({ headSha: sha('b'), draft: true }), { ...notYet(), partial: true });
      expect(await shown(first - 1)).toBeNull();
      expect(await shown(first)).toBe(sha('a'));
      expect(await shown(clock.at - 1)).toBe(sha('a'));
      expect(await shown(clock.at)).toBe(sha('b'));
      expect(await database.signOffs.shownAt(100, 8, clock.at)).toBeNull();
      expect(await database.markings.last(100, 7, sha('b'))).toMatchObject({ partial: true });
      expect(await database.markings.last(100, 7, sha('c'))).toBeNull();
    });

    test('keeps what a commit has mastered, whatever it comes to in another pull request, until a person says otherwise', async () => {
      const standing = async () => ({
        progress: (await database.learners.progress(5)).map(({ decision }) => decision),
        record: attemptsOf(await database.records.rowsOf(5)).map(({ decision, masteredAt }) => [
          decision,
          masteredAt,
        ]),
      });
      await marked(pullRequest({ headSha: sha('a') }), mastered);
      const since = clock.at;
      for (const [repository, later] of [
        [200, notYet()],
        [300, waiting],
      ] as const) {
        const state = pullRequestIn(repository, { headSha: sha('a') });
        const run = await started(state);
        // What is said of the new one leaves open what mastery has opened.
        expect((await database.runs.take(run, 't'))?.progress).toMatchObject([{ decision: 'mastered' }]);
        await database.runs.marked(run, 't', later);
        await database.runs.published(run, 't');
        expect(await standing()).toEqual({ progress: ['mastered'], record: [['mastered', since]] });
      }
      await keep(1, 'not-yet');
      expect(await standing()).toEqual({ progress: ['not-yet'], record: [['not-yet', null]] });
    });

    test('uses up no corrective by the same commit in another pull request', async () => {
      const giving = (next: string) => ({ ...notYet(), feedback: [feedbackOf(next, true)] });
      await marked(pullRequest({ headSha: sha('a') }), giving('Read.'));
      const sameCommit = await started(pullRequestIn(200, { headSha: sha('a') }));
      expect((await database.runs.take(sameCommit, 't'))?.history.given).toEqual([]);
      await database.runs.marked(sameCommit, 't', giving('Read.'));
      await database.runs.published(sameCommit, 't');
      const next = await started(pullRequestIn(200, { headSha: sha('b') }));
      expect((await database.runs.take(next, 't2'))?.history.given).toEqual(['Read.', 'Read.']);
    });
  });
}
