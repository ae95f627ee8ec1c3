import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/adapters/postgres/connection.ts';
import { databaseOn } from '../../../src/adapters/postgres/database.ts';
import type { Database } from '../../../src/adapters/postgres/database.ts';
import * as schema from '../../../src/adapters/postgres/schema.ts';
import { type CommandName } from '../../../src/intake/commands/command.ts';
import { readCommands } from '../../../src/intake/commands/read-commands.ts';
import type { Call, Handler, Outcome } from '../../../src/intake/commands/call.ts';
import { isOnLeave, withLeave } from '../../../src/domain/people/leave.ts';
import type { Roster, Standing } from '../../../src/domain/people/roster.ts';
import { commandHandlers } from '../../../src/compose/commands.ts';
import { Policies } from '../../../src/domain/course/policies.ts';
import { noPeers } from '../../marking/no-peers.ts';
import { gitHubInMemory } from '../../marking/github-in-memory.ts';
import { pullRequest, pullRequestIn, sha, sighting } from '../../intake/pulls.ts';
import { notYet } from '../../marking/markings.ts';
import { smallProject } from '../../marking/small-project.ts';

const hour = 3_600_000;
const standing = (role: 'learner' | 'staff', timeZone = 'UTC'): Standing => ({
  roles: new Set([role]),
  cohort: null,
  timeZone,
  leave: [],
  emails: [],
});
const [ada, grace, margaret] = [
  { id: 5, login: 'ada', type: 'User' },
  { id: 8, login: 'grace', type: 'User' },
  { id: 9, login: 'margaret', type: 'User' },
];
const ROSTER: Roster = new Map([
  [ada.id, standing('learner')],
  [grace.id, standing('staff', 'Pacific/Auckland')],
  [margaret.id, standing('staff')],
]);
const unit = (id: string, needs: string[], ...projects: string[]) => ({
  id,
  title: id,
  needs,
  enrichment: false,
  effortHours: 1,
  projects,
});

/** What every database must keep of commands; `connect` gives a migrated one that nobody else uses. */
export function staffWorkContract(
  name: string,
  connect: () => Promise<{ connection: Connection; remove: () => Promise<void> }>,
): void {
  describe(name, () => {
    let opened: Awaited<ReturnType<typeof connect>>;
    let database: Database;
    let comments = 0;
    const clock = { at: 0, now: () => clock.at };
    const state = pullRequest();

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
      for (const table of [schema.pullRequests, schema.sessions, schema.leaves, schema.unitRequests])
        await rows.delete(table);
    });

    const roster = async () => withLeave(ROSTER, await database.leaves.told());
    const course = {
      units: [
        unit('first', [], 'todo-cli'),
        unit('second', ['first'], 'sums', 'counts'),
        unit('third', ['second'], 'songs'),
      ],
      projects: new Map([['todo-cli', smallProject]]),
      opening: null,
      policies: Policies.parse({ sessionMinutes: 60 }),
    };
    const people = [ada, grace, margaret].map(({ id, login }) => ({
      id,
      login,
      roles: ['staff' as const],
      emails: [],
      leave: [],
    }));
    const github = gitHubInMemory();
    const say = async (by: typeof ada, body: string, comment = ++comments): Promise<Outcome> => {
      const handlers = commandHandlers({
        database,
        course,
        people: () => Promise.resolve(people),
        reader: { ...github.reader, makers: () => Promise.resolve([]) },
        projectOf: () => 'todo-cli',
        project: () => smallProject,
        roster,
        peerWork: noPeers,
      });
      const [reading] = readCommands(`/touchstone ${body}`);
      if (reading?.kind !== 'command') throw new Error(`no command: ${body}`);
      const call: Call = {
        pull: state.pull,
        comment: { id: comment, by, body, createdAt: clock.at },
        state,
        whose: new Set(['learner', 'staff'] as const),
        deliveryId: 'd',
        place: 1,
      };
      return (handlers[reading.command.name] as Handler<CommandName>)(reading.command, call);
    };
    const ok = { done: true, replies: [] };
    const told = async (decision: 'mastered' | 'not-yet' | 'awaiting-review' = 'not-yet') => {
      clock.at += hour;
      const run = (await database.pulls.see(sighting(state, clock.at))).started!;
      await finish(run, decision);
    };
    const finish = async (run: number, decision: 'mastered' | 'not-yet' | 'awaiting-review') => {
      const taken = await database.runs.take(run, `t${run}`);
      if (taken?.task.what === 'mark') await database.runs.marked(run, `t${run}`, { ...notYet(), decision });
      await database.runs.published(run, `t${run}`);
      return taken;
    };
    const active = async () => {
      const rows = await opened.connection.rows
        .select()
        .from(schema.runs)
        .where(eq(schema.runs.phase, 'publishing'));
      return rows.map(({ id, cause }) => ({ id, cause }));
    };
    const saidAgain = async () => {
      const [run] = await active();
      return finish(run?.id ?? 0, 'not-yet');
    };

    test('an appeal waits at the top with its words, is said, and ends with a person’s answer', async () => {
      expect(await say(ada, 'appeal Nothing is there yet.')).toMatchObject({
        replies: [{ kind: 'no-appeal', because: 'not-marked-yet' }],
      });
      await told();
      expect(await database.waiting.waiting()).toEqual([]);
      expect(await say(ada, 'appeal The brief says otherwise.', 77)).toEqual(ok);
      expect(await say(ada, 'appeal The brief says otherwise.', 77)).toEqual(ok);
      expect((await active()).map(({ cause }) => cause)).toEqual(['appeal']);
      expect((await saidAgain())?.appealed).toBe(true);
      expect(await say(ada, 'appeal And again.')).toMatchObject({
        replies: [{ kind: 'no-appeal', because: 'asked-already' }],
      });
      expect(await database.waiting.waiting()).toMatchObject([
        { waitsFor: 'appeal', appeal: 'The brief says otherwise.', since: clock.at },
      ]);

      expect(await say(grace, 'claim')).toEqual(ok);
      clock.at += hour;
      expect(await say(grace, 'request-changes What does the third example say?')).toEqual(ok);
      expect(await database.waiting.waiting()).toEqual([]);
      expect((await saidAgain())?.appealed).toBe(false);
      const [kept] = await opened.connection.rows.select().from(schema.appeals);
      expect(kept?.endedAt?.getTime()).toBe(clock.at);
      expect(await opened.connection.rows.select().from(schema.claims)).toEqual([]);
      // A person's word can be asked about too.
      expect(await say(ada, 'appeal I still see it otherwise.')).toEqual(ok);
      expect(await database.waiting.waiting()).toMatchObject([{ waitsFor: 'appeal' }]);
    });

    test('who asks to be marked again keeps their place, and practice before is no waiting', async () => {
      clock.at += hour;
      const draft = pullRequest({ draft: true });
      await finish((await database.pulls.see(sighting(draft, clock.at))).started!, 'awaiting-review');
      await told('awaiting-review');
      const since = clock.at;
      expect(await database.waiting.waiting()).toMatchObject([{ waitsFor: 'sign-off', since }]);
      expect(await say(grace, 'snooze 2026-03-30 They are ill.')).toEqual(ok);
      for (const deliveryId of ['first', 'second']) {
        clock.at += 48 * hour;
        const again = { ...sighting(state, clock.at), cause: 'rerun' as const, deliveryId };
        await finish((await database.pulls.see(again)).started!, 'awaiting-review');
        expect(await database.waiting.waiting()).toMatchObject([{ waitsFor: 'sign-off', since }]);
      }
      // Other work waits from when it was there.
      clock.at += hour;
      const next = pullRequest({ headSha: sha('b') });
      await finish((await database.pulls.see(sighting(next, clock.at))).started!, 'awaiting-review');
      expect(await database.waiting.waiting()).toMatchObject([{ since: clock.at }]);
    });

    test('an appeal of work that is mastered since has ended, and there is none of mastered work', async () => {
      await told();
      await say(ada, 'appeal The brief says otherwise.');
      await saidAgain();
      clock.at += hour;
      const next = pullRequest({ headSha: sha('b') });
      await finish((await database.pulls.see(sighting(next, clock.at))).started!, 'mastered');
      expect(await database.waiting.waiting()).toEqual([]);
      const { repositoryId, number } = state.pull;
      expect(await database.signOffs.decisionOn(repositoryId, number, sha('b'))).toBe('mastered');
      expect(await database.signOffs.decisionOn(repositoryId, number, sha('c'))).toBeNull();
    });

    test('a claim is one’s own, can be handed over and taken, and lapses', async () => {
      await told('awaiting-review');
      const looks = async () => (await database.waiting.waiting())[0]?.claim?.login;
      expect(await say(grace, 'claim')).toEqual(ok);
      expect(await looks()).toBe('grace');
      expect(await say(margaret, 'claim')).toEqual({
        done: false,
        replies: [{ kind: 'claimed', by: 'grace', hours: 0, to: 'margaret' }],
      });
      expect(await say(margaret, 'claim @margaret')).toEqual(ok);
      expect(await looks()).toBe('margaret');
      clock.at += 36 * hour;
      expect(await say(grace, 'claim')).toEqual(ok);
      expect(await say(grace, 'claim @nobody')).toMatchObject({ replies: [{ because: 'no-staff' }] });
      expect(await say(grace, 'claim @ada')).toMatchObject({ replies: [{ because: 'no-staff' }] });
      const today = new Date(clock.at).toISOString().slice(0, 10);
      await database.leaves.tell({
        person: margaret.id,
        days: { from: today, to: today },
        by: margaret,
        given: 'a file',
        at: clock.at,
      });
      expect(await say(grace, 'claim @margaret')).toMatchObject({ replies: [{ because: 'away' }] });
      expect(await looks()).toBe('grace');
    });

    test('what is put off is put off until the day begins where the member of staff lives', async () => {
      await told('awaiting-review');
      expect(await say(grace, 'snooze 2026-03-02 Later.')).toEqual({
        done: false,
        replies: [{ kind: 'day-passed', day: '2026-03-02' }],
      });
      expect(await say(grace, 'snooze 2026-03-04 Waits for the meeting.')).toEqual(ok);
      const [item] = await database.waiting.waiting();
      expect(item?.snooze).toMatchObject({
        why: 'Waits for the meeting.',
        until: Date.parse('2026-03-04T00:00:00+13:00'),
      });
    });

    test('sessions are noted, also over what the course sets, which is told', async () => {
      await told();
      expect(await say(grace, 'session 40 adds')).toEqual(ok);
      clock.at += 24 * hour;
      expect(await say(grace, 'session 30 how to read an error', 91)).toEqual({
        done: true,
        replies: [{ kind: 'session-over', minutes: 70, most: 60 }],
      });
      // The same comment twice is one session.
      await say(grace, 'session 30 how to read an error', 91);
      clock.at += 6.5 * 24 * hour;
      expect(await say(margaret, 'session 20 adds')).toEqual(ok);
      const kept = await opened.connection.rows.select().from(schema.sessions).orderBy(schema.sessions.id);
      expect(kept.map(({ minutes, criterion, overCap }) => [minutes, criterion, overCap])).toEqual([
        [40, 'adds', false],
        [30, null, true],
        [20, 'adds', false],
      ]);
    });

    test('leave is the learner’s, whoever tells it, and what is told later holds', async () => {
      await told();
      await say(ada, 'leave 2026-03-10 2026-03-20');
      expect(await say(grace, 'leave 2026-03-12 to 2026-03-13')).toEqual(ok);
      await say(ada, 'leave 2026-04-01 2026-04-01');
      const mine = (await roster()).get(ada.id)!;
      expect(mine.leave).toEqual([
        { from: '2026-03-10', to: '2026-03-11' },
        { from: '2026-03-12', to: '2026-03-13' },
        { from: '2026-04-01', to: '2026-04-01' },
      ]);
      expect(isOnLeave(mine, Date.parse('2026-03-13T23:59:00Z'))).toBe(true);
      expect(isOnLeave(mine, Date.parse('2026-03-14T00:00:00Z'))).toBe(false);
      clock.at = Date.parse('2026-05-01T09:00:00Z');
      expect((await roster()).get(ada.id)?.leave).toEqual([]);
    });

    test('a unit is open at once for whoever says that they know it, and one that is mastered can be shown again', async () => {
      await told();
      expect(await say(ada, 'challenge nothing')).toMatchObject({ replies: [{ kind: 'no-unit' }] });
      expect(await say(ada, 'challenge first')).toMatchObject({
        replies: [{ kind: 'unit-open', already: true }],
      });
      expect(await database.learners.challenged(ada.id)).toEqual([]);
      const again = await say(ada, 'challenge third', 55);
      expect(again).toMatchObject({ done: true, replies: [{ project: { slug: 'songs' }, already: false }] });
      expect(await database.learners.challenged(ada.id)).toEqual(['third']);
      expect(await say(ada, 'challenge third', 55)).toMatchObject({ done: true });
      expect(await say(ada, 'retake')).toMatchObject({ replies: [{ kind: 'not-mastered' }] });

      await say(grace, 'approve I talked with them.');
      const taken = await saidAgain();
      expect(taken?.challenged).toEqual(['third']);
      expect(await say(ada, 'challenge first')).toMatchObject({ replies: [{ kind: 'unit-mastered' }] });
      expect(await say(ada, 'retake')).toEqual({
        done: true,
        replies: [
          {
            kind: 'retake',
            unit: 'first',
            project: { slug: 'todo-cli', title: smallProject.rubric.title },
            how: 'push',
          },
        ],
      });
      const asked = await opened.connection.rows.select().from(schema.unitRequests);
      expect(asked.map(({ kind, unit: of }) => `${kind} ${of}`)).toEqual(['challenge third', 'retake first']);
    });

    test('what the machine was sure of is compared with the last word of a person on each commit', async () => {
      await told('not-yet');
      expect(await database.agreement.comparisons()).toEqual([]);
      await say(grace, 'request-changes What does the brief say?');
      await saidAgain();
      clock.at += hour;
      await say(margaret, 'approve I have talked with them about it.');
      await saidAgain();
      const one = {
        project: 'todo-cli',
        claimed: 'not-yet',
        says: 'mastered',
        asksPeople: false,
        why: 'I have talked with them about it.',
      };
      expect(await database.agreement.comparisons()).toEqual([one]);
      expect(await database.agreement.comparisons('todo-cli')).toEqual([one]);
      expect(await database.agreement.comparisons('sums')).toEqual([]);
      // What GitHub delivers late was not said last.
      const work = await database.signOffs.markedWork(100, 7, sha('a'));
      const late = { by: grace, says: 'not-yet' as const, why: 'Late.', at: clock.at - 60_000 };
      expect(await database.signOffs.keep(work!, late, { kind: 'review', id: 5 })).toBe('kept');
      expect(await database.agreement.comparisons()).toEqual([one]);
      expect(await database.secondLooks.signed(0)).toMatchObject([{ says: 'mastered' }]);
    });

    test('a verdict that arrives late ends no appeal that was made after it', async () => {
      await told();
      const before = clock.at;
      clock.at += hour;
      const pull = { repositoryId: 100, number: 7, headSha: sha('a') };
      const appeal = (given: string) =>
        database.appeals.ask(pull, { given, why: 'The brief says otherwise.', at: clock.at });
      expect(await appeal('comment 9')).toBe('asked');
      await saidAgain();
      const work = await database.signOffs.markedWork(100, 7, sha('a'));
      const late = { by: grace, says: 'not-yet' as const, why: 'As I saw it first.', at: before };
      expect(await database.signOffs.keep(work!, late, { kind: 'review', id: 6 })).toBe('kept');
      await saidAgain();
      expect(await appeal('comment 10')).toBe('asked-already');
      const later = { ...late, at: clock.at };
      expect(await database.signOffs.keep(work!, later, { kind: 'review', id: 7 })).toBe('kept');
      await saidAgain();
      expect(await appeal('comment 11')).toBe('asked');
    });

    test('who is named to work with is chosen once for a commit, of those who have mastered it', async () => {
      await told();
      const tess = pullRequestIn(200, { learner: { id: 42, login: 'tess' }, headSha: sha('e') });
      const run = (await database.pulls.see(sighting(tess, clock.at))).started!;
      await finish(run, 'mastered');
      const submission = { pull: state.pull, headSha: state.headSha, project: 'todo-cli' };
      const name = (of = submission) =>
        database.pairings.nameFor(of, clock.at - hour, ({ mastered, named }) => {
          expect(mastered).toEqual(new Set([42]));
          return (named.get(42) ?? 0) === 0 ? [42, 77] : [];
        });
      expect(await name()).toEqual(['tess']);
      expect(await name()).toEqual(['tess']);
      expect(await name({ ...submission, pull: tess.pull, headSha: sha('e') })).toEqual([]);
      expect(await name({ ...submission, headSha: sha('f') })).toEqual([]);
    });

    test('a verdict is looked at a second time by one, whoever has said something there being known', async () => {
      await told('awaiting-review');
      await say(grace, 'request-changes What does the brief say?');
      await saidAgain();
      await say(margaret, 'approve It says so.');
      const [work, ...others] = await database.secondLooks.signed(0);
      expect(others).toEqual([]);
      expect(work).toMatchObject({
        project: 'todo-cli',
        learner: ada.id,
        says: 'mastered',
        saidBy: [grace.id, margaret.id],
        second: null,
      });
      const wrote = { sourceId: 3, by: { id: 12, login: 'katherine' }, as: 'staff' as const };
      const review = {
        headSha: sha('a'),
        says: 'commented' as const,
        words: 'Look here.',
        lacks: null,
        saidAt: clock.at,
      };
      await database.peers.keepReview(state.pull, { ...wrote, ...review });
      expect((await database.secondLooks.signed(0))[0]?.saidBy).toEqual([grace.id, margaret.id, 12]);
      const look = { by: { id: 11, login: 'barbara' }, says: 'not-yet' as const, why: null };
      expect(await database.secondLooks.keep(work!.id, look)).toBe(true);
      expect(await database.secondLooks.keep(work!.id, look)).toBe(false);
      expect(await database.secondLooks.signed(0)).toMatchObject([{ second: 'not-yet' }]);
    });

    test('what staff were shown was of use, or was not, once for each time that it is said', async () => {
      await told();
      await say(grace, 'useful no', 12);
      await say(grace, 'useful no', 12);
      await say(margaret, 'useful yes');
      const said = await opened.connection.rows.select().from(schema.usefulness);
      expect(said.map(({ byLogin, useful }) => [byLogin, useful])).toEqual([
        ['grace', false],
        ['margaret', true],
      ]);
    });
  });
}
