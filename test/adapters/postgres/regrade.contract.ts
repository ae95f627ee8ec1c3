import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/adapters/postgres/connection.ts';
import { databaseOn } from '../../../src/adapters/postgres/database.ts';
import type { Database } from '../../../src/adapters/postgres/database.ts';
import { masteredBy } from '../../../src/adapters/postgres/peers/facts.ts';
import * as schema from '../../../src/adapters/postgres/schema.ts';
import type { PullRequestState } from '../../../src/intake/github-reader.ts';
import type { Marking } from '../../../src/domain/results.ts';
import { attemptsOf } from '../../../src/mastery/record/attempts.ts';
import { pullRequest, pullRequestIn, sha, sighting } from '../../intake/pulls.ts';
import { feedbackOf, notYet } from '../../marking/markings.ts';

const minute = 60_000;
const mastered = (): Marking => ({ ...notYet(), decision: 'mastered', regraded: { before: 'not-yet' } });

/** What every database must do for a regrade; `connect` gives a migrated one that nobody else uses. */
export function regradeContract(
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

    const see = (state: PullRequestState, change = {}) => {
      clock.at += minute;
      return database.pulls.see(sighting(state, clock.at, change));
    };
    const finish = async (run: number, marking = notYet()) => {
      await database.runs.take(run, `t${run}`);
      await database.runs.marked(run, `t${run}`, marking);
      await database.runs.published(run, `t${run}`);
      return run;
    };
    const marked = async (state = pullRequest(), marking = notYet()) =>
      finish((await see(state)).started!, marking);
    const assessed = () => database.regrades.assessed('todo-cli');
    const runOf = async (id: number) =>
      (await opened.connection.rows.select().from(schema.runs).where(eq(schema.runs.id, id)))[0];
    const kept = () => opened.connection.rows.select().from(schema.keptMasteries);
    const replaced = async (run: number, marking = mastered()) => {
      const stored = await database.regrades.replace(run, marking);
      if (!('run' in stored)) throw new Error(`not stored: ${stored.how}`);
      return stored;
    };

    test('looks at the last commit of each pull request that was assessed as an attempt', async () => {
      await marked(pullRequest());
      const second = await marked(pullRequest({ headSha: sha('b') }));
      await marked(pullRequest({ headSha: sha('c'), draft: true }));
      await see(pullRequest({ headSha: sha('d') }));
      const ofBen = await marked(pullRequestIn(200, { learner: { id: 6, login: 'ben' } }));
      await database.pulls.leave({ what: 'pull-request', repositoryId: 200, number: 7 });
      expect(await assessed()).toEqual([second, ofBen]);
      expect(await database.regrades.assessed('another')).toEqual([]);
      expect(await database.regrades.find(second)).toMatchObject({
        submission: { headSha: sha('b'), draft: false },
        marking: notYet(),
        attempt: 2,
      });
      expect(await database.regrades.find(ofBen + 100)).toBeNull();
    });

    test('takes the correctives behind the learner from the record, and only then from what was told before', async () => {
      const giving = { ...notYet(), feedback: [feedbackOf('Read.', true)] };
      await marked(pullRequest(), giving);
      const without = await marked(pullRequest({ headSha: sha('b') }));
      expect((await database.regrades.find(without))?.history.given).toEqual(['Read.']);
      const madeWith = {
        rubric: 'r',
        courseCommit: null,
        grader: null,
        history: { given: ['As then.'], remarks: [] },
      };
      const withIt = await marked(pullRequest({ headSha: sha('c') }), { ...notYet(), madeWith });
      expect((await database.regrades.find(withIt))?.history.given).toEqual(['As then.']);
    });

    test('hands what has to be said to whoever takes it, and counts it from then on', async () => {
      const run = await marked();
      const stored = await replaced(run);
      expect(stored.how).toBe('publish');
      const told = { againAfterMs: 10_000, announceAfterMs: 1_000, limit: 100 };
      expect((await database.hand.toHand(told)).runs.map(({ id }) => id)).toEqual([stored.run]);
      expect(await database.regrades.isSaid(stored.run)).toBe(false);
      const taken = await database.runs.take(stored.run, 'w');
      expect(taken).toMatchObject({ attempt: 1, task: { what: 'publish', marking: mastered() } });
      await database.runs.published(stored.run, 'w');
      expect(await database.regrades.isSaid(stored.run)).toBe(true);
      expect(await assessed()).toEqual([stored.run]);
      expect((await runOf(run))?.marking).toEqual(notYet());
    });

    test('is no attempt: the next one is the second, and no corrective is used up by what nobody read', async () => {
      const giving = (next: string) => ({ ...notYet(), feedback: [feedbackOf(next, true)] });
      const run = await marked(pullRequest(), giving('Read.'));
      await database.pulls.leave({ what: 'pull-request', repositoryId: 100, number: 7 });
      expect((await replaced(run, giving('Never told.'))).how).toBe('recorded');
      const next = await see(pullRequest({ headSha: sha('b') }));
      const taken = await database.runs.take(next.started!, 't');
      expect(taken).toMatchObject({ attempt: 2, history: { given: ['Read.'] } });
    });

    test('what it said last of the style of another project is what comes back, and what it gave stays given', async () => {
      const remarking = (rule: string, next: string): Marking => {
        const marking = notYet();
        const [stage] = marking.stages;
        const [criterion] = stage!.criteria;
        const evidence = [{ ...criterion!.evidence[0]!, id: rule }];
        const style = { ...stage!, id: 'style' as const, criteria: [{ ...criterion!, evidence }] };
        return { ...marking, stages: [style], feedback: [feedbackOf(next, true)] };
      };
      const run = await marked(pullRequest(), remarking('eslint/no-var', 'Read.'));
      const stored = await replaced(run, remarking('eslint/eqeqeq', 'Read on.'));
      await database.runs.take(stored.run, 'w');
      await database.runs.published(stored.run, 'w');
      const next = await see(pullRequestIn(200), { project: 'sums' });
      expect((await database.runs.take(next.started!, 't'))?.history).toEqual({
        given: ['Read.', 'Read on.'],
        remarks: ['eslint/eqeqeq'],
      });
    });

    test('what was recorded of a closed pull request counts, and is said when it is opened again', async () => {
      const run = await marked();
      await database.pulls.leave({ what: 'pull-request', repositoryId: 100, number: 7 });
      const stored = await replaced(run);
      expect(stored.how).toBe('recorded');
      expect(await assessed()).toEqual([stored.run]);
      expect(await runOf(stored.run)).toMatchObject({ phase: 'recorded', cause: 'regrade' });
      const reopened = await see(pullRequest());
      expect((await database.runs.take(reopened.started!, 't'))?.task).toMatchObject({
        what: 'publish',
        marking: mastered(),
      });
      await database.runs.published(reopened.started!, 't');
      expect((await see(pullRequest())).started).toBeNull();
    });

    test('what it finds mastered on a closed pull request is the learner’s, though nobody was told', async () => {
      const run = await marked();
      await database.pulls.leave({ what: 'pull-request', repositoryId: 100, number: 7 });
      const standing = async () => ({
        progress: (await database.learners.progress(5)).map(({ decision }) => decision),
        record: attemptsOf(await database.records.rowsOf(5)).map(({ decision, masteredAt }) => [
          decision,
          masteredAt,
        ]),
        peers: [...(await masteredBy(opened.connection.rows, 'todo-cli'))],
      });
      const before = { progress: ['not-yet'], record: [['not-yet', null]], peers: [] };
      expect((await replaced(run, notYet('another message'))).how).toBe('recorded');
      expect(await standing()).toEqual(before);
      const [last] = await assessed();
      clock.at += minute;
      expect((await replaced(last!)).how).toBe('recorded');
      const mastery = { progress: ['mastered'], record: [['mastered', clock.at]], peers: [5] };
      expect(await standing()).toEqual(mastery);
      // What comes later takes nothing of it away, and it is told when there is a place to.
      await marked(pullRequestIn(200));
      expect(await standing()).toEqual(mastery);
      const reopened = await see(pullRequest());
      await finish(reopened.started!, mastered());
      expect(await standing()).toEqual(mastery);
    });

    test('what a person has said of the commit counts before what it finds on a closed pull request', async () => {
      const run = await marked();
      const work = await database.signOffs.markedWork(100, 7, pullRequest().headSha);
      const by = { id: 99, login: 'grace', type: 'User' };
      const verdict = { by, says: 'not-yet' as const, why: 'Because.', at: clock.at };
      await database.signOffs.keep(work!, verdict, { kind: 'review', id: 1 });
      await opened.connection.rows.update(schema.runs).set({ phase: 'finished' });
      await database.pulls.leave({ what: 'pull-request', repositoryId: 100, number: 7 });
      const [last] = await assessed();
      expect(last).toBeGreaterThan(run);
      await replaced(last!);
      expect(await database.learners.progress(5)).toMatchObject([{ decision: 'not-yet' }]);
      expect(attemptsOf(await database.records.rowsOf(5))).toMatchObject([{ decision: 'not-yet' }]);
      expect((await masteredBy(opened.connection.rows, 'todo-cli')).size).toBe(0);
    });

    test('leaves mastery as it is where another run of its commit is asked for', async () => {
      await marked(pullRequest(), mastered());
      const asked = await see(pullRequest(), { cause: 'rerun', deliveryId: 'press' });
      expect((await database.runs.take(asked.started!, 't'))?.task).toMatchObject({
        what: 'publish',
        marking: mastered(),
      });
    });

    test('stores nothing in place of a decision that is older than another, or of one under way', async () => {
      const run = await marked();
      const again = await see(pullRequest(), { cause: 'rerun', deliveryId: 'press' });
      expect(await database.regrades.replace(run, mastered())).toEqual({ how: 'busy' });
      await finish(again.started!);
      expect(await database.regrades.replace(run, mastered())).toEqual({ how: 'moved-on' });
      expect(await assessed()).toEqual([again.started]);
    });

    test('notes once for staff that mastery stands, until the assessment agrees again', async () => {
      const run = await marked(pullRequest(), mastered());
      await database.regrades.keepMastery(run, notYet());
      const [first] = await kept();
      expect(first).toMatchObject({ runId: run, marking: notYet() });
      clock.at += minute;
      await database.regrades.keepMastery(run, { ...notYet(), durationMs: { total: 99 } });
      expect(await kept()).toEqual([first]);
      await database.regrades.keepMastery(run, notYet('another message'));
      expect(await kept()).toMatchObject([{ marking: notYet('another message') }]);
      await database.regrades.agree(run);
      expect(await kept()).toEqual([]);
    });
  });
}
