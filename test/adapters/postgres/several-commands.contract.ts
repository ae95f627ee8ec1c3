import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/adapters/postgres/connection.ts';
import { databaseOn, type Database } from '../../../src/adapters/postgres/database.ts';
import * as schema from '../../../src/adapters/postgres/schema.ts';
import { commandHandlers } from '../../../src/compose/commands.ts';
import type { CommandReply } from '../../../src/domain/command-reply.ts';
import { Policies } from '../../../src/domain/course/policies.ts';
import type { Roster, Standing } from '../../../src/domain/people/roster.ts';
import { obey } from '../../../src/intake/commands/obey.ts';
import { pullRequest, sha, sighting } from '../../intake/pulls.ts';
import { gitHubInMemory } from '../../marking/github-in-memory.ts';
import { notYet } from '../../marking/markings.ts';
import { noAnswers } from '../../marking/no-commands.ts';
import { noPeers } from '../../marking/no-peers.ts';
import { smallProject } from '../../marking/small-project.ts';

const standing = (role: 'learner' | 'staff'): Standing => ({
  roles: new Set([role]),
  cohort: null,
  timeZone: 'UTC',
  leave: [],
  emails: [],
});
const ada = { id: 5, login: 'ada', type: 'User' };
const grace = { id: 8, login: 'grace', type: 'User' };
const roster: Roster = new Map([
  [ada.id, standing('learner')],
  [grace.id, standing('staff')],
]);
const unit = (id: string, needs: string[], ...projects: string[]) => ({
  id,
  title: id,
  needs,
  enrichment: false,
  effortHours: 1,
  projects,
});
const course = {
  units: [unit('first', [], 'todo-cli'), unit('loops', ['first'], 'sums'), unit('files', ['loops'], 'notes')],
  projects: new Map([['todo-cli', smallProject]]),
  opening: null,
  policies: Policies.parse({ sessionMinutes: 60 }),
};

/** What every database must keep of a comment that holds several commands; `connect` gives a migrated one that nobody else uses. */
export function severalCommandsContract(
  name: string,
  connect: () => Promise<{ connection: Connection; remove: () => Promise<void> }>,
): void {
  describe(name, () => {
    let opened: Awaited<ReturnType<typeof connect>>;
    let database: Database;
    let answers: { done: boolean; replies: readonly CommandReply[] }[];
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
      answers = [];
      const { rows } = opened.connection;
      for (const table of [schema.pullRequests, schema.sessions, schema.leaves, schema.unitRequests])
        await rows.delete(table);
      const run = (await database.pulls.see(sighting(state, clock.at))).started!;
      await database.runs.take(run, 't');
      await database.runs.marked(run, 't', { ...notYet(), decision: 'awaiting-review' });
      await database.runs.published(run, 't');
      clock.at += 60_000;
    });

    /** A comment as it comes by one delivery; tried again, it does nothing twice. */
    const say = async (by: typeof ada, lines: string[], id = 12) => {
      const github = gitHubInMemory();
      github.push(state);
      const { reader } = github;
      const handlers = commandHandlers({
        ...{ database, course, reader, roster: () => Promise.resolve(roster), peerWork: noPeers },
        people: () => Promise.resolve([]),
        projectOf: () => 'todo-cli',
        project: () => smallProject,
      });
      const body = lines.map((line) => `/touchstone ${line}`).join('\n');
      return obey(state.pull, { id, by, body, createdAt: clock.at }, `delivery ${id}`, {
        ...{ reader, roster: () => Promise.resolve(roster), handlers },
        answers: { ...noAnswers, answer: (_pull, _id, answer) => Promise.resolve(void answers.push(answer)) },
      });
    };
    /** What waits to be said is said. */
    const published = async () => {
      const rows = await opened.connection.rows.select().from(schema.runs);
      for (const { id } of rows.filter(({ phase }) => phase === 'publishing')) {
        await database.runs.take(id, `t${id}`);
        await database.runs.published(id, `t${id}`);
      }
    };
    const twice = async (...said: Parameters<typeof say>) => {
      await say(...said);
      await published();
      return say(...said);
    };
    const signed = () =>
      opened.connection.rows.select().from(schema.signOffs).orderBy(asc(schema.signOffs.id));

    test('each session is kept, and counts once', async () => {
      const lines = ['session 30 total', 'session 45 tests'];
      expect(await twice(grace, lines)).toEqual({ done: '2 commands: 2 done' });
      const kept = await opened.connection.rows.select().from(schema.sessions).orderBy(schema.sessions.id);
      expect(kept.map(({ given, minutes, overCap }) => [given, minutes, overCap])).toEqual([
        ['comment 12', 30, false],
        ['comment 12/2', 45, true],
      ]);
      expect(answers[0]).toMatchObject({ replies: [{ kind: 'session-over', minutes: 75, most: 60 }] });
    });

    test('each leave holds, and of those that overlap the one further down', async () => {
      await twice(ada, ['leave 2026-03-10 2026-03-12', 'leave 2026-04-01 2026-04-20']);
      // GitHub tells whole seconds: it is a later comment of the same one.
      await twice(ada, ['leave 2026-04-10 2026-04-11'], 13);
      expect((await database.leaves.told()).get(ada.id)).toEqual([
        { from: '2026-03-10', to: '2026-03-12' },
        { from: '2026-04-01', to: '2026-04-09' },
        { from: '2026-04-10', to: '2026-04-11' },
      ]);
    });

    test('each unit is opened that is challenged', async () => {
      expect(await twice(ada, ['challenge loops', 'challenge files'])).toEqual({
        done: '2 commands: 2 done',
      });
      const kept = await opened.connection.rows.select().from(schema.unitRequests);
      expect(kept.map((each) => each.unit).toSorted()).toEqual(['files', 'loops']);
    });

    test.each([
      [['approve It works.', 'request-changes No, wait: what is in `x`?'], 'not-yet'],
      [['request-changes What is in `x`?', 'approve I see it now.'], 'mastered'],
      [['approve It works.', 'session 5 total', 'request-changes No, wait.'], 'not-yet'],
    ])('of several verdicts the last one is meant: %j', async (lines, says) => {
      const done = `${lines.length - 1} commands: ${lines.length - 1} done`;
      expect(await twice(grace, lines)).toEqual({ done });
      expect(await signed()).toMatchObject([{ says, sourceId: 12 }]);
      expect(await database.signOffs.decisionOn(100, 7, sha('a'))).toBe(says);
    });

    test('an approval does not stand that is followed by a refusal without its reason', async () => {
      expect(await twice(grace, ['approve It works.', 'request-changes'])).toEqual({
        done: '1 commands: 0 done',
      });
      expect(await signed()).toEqual([]);
      expect(answers[0]).toMatchObject({ done: false, replies: [{ kind: 'incomplete' }] });
    });
  });
}
