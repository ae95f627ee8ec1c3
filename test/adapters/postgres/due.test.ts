import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/adapters/postgres/connection.ts';
import { databaseOn, type Database } from '../../../src/adapters/postgres/database.ts';
import { connectPglite } from '../../../src/adapters/postgres/pglite.ts';
import type { PullRequestState } from '../../../src/intake/github-reader.ts';
import { pullRequest, pullRequestIn, sha, sighting } from '../../intake/pulls.ts';
import { notYet } from '../../marking/markings.ts';
import { freshPglite } from '../../services/pglite.ts';

const DAY = 86_400_000;
const clock = { at: 0, now: () => clock.at };
let connection: Connection;
let database: Database;

beforeEach(async () => {
  clock.at = Date.parse('2026-03-02T09:00:00Z');
  connection = await connectPglite(await freshPglite());
  database = databaseOn(connection, { clock });
});
afterEach(() => connection.close());

const started = async (state: PullRequestState, project: string) => {
  clock.at += 1000;
  return (await database.pulls.see(sighting(state, clock.at, { project }))).started!;
};
const told = async (state: PullRequestState, decision: 'mastered' | 'not-yet', project = 'todo-cli') => {
  const run = await started(state, project);
  await database.runs.take(run, 't');
  await database.runs.marked(run, 't', { ...notYet(), decision });
  await database.runs.published(run, 't');
};
/** A re-check of Ada's project, as far as a pull request in which the bug was told. */
const offered = async (step: number) => {
  const [work] = await database.rechecks.mastered({ from: 0, to: clock.at + DAY });
  const id = await database.rechecks.begin(work!.submissionId, step);
  await database.rechecks.offered(id, { file: 'a.js', line: 1, before: '<', after: '<=' });
  const { pull } = pullRequest();
  const state = pullRequest({ recheck: id, byApp: true, headSha: sha('b') });
  await told({ ...state, pull: { ...pull, number: pull.number + id } }, 'not-yet');
  return id;
};
const missed = async (step: number) => {
  const id = await offered(step);
  await database.rechecks.end(id, 'missed');
};
const queue = async () =>
  (await database.waiting.waiting()).map(({ waitsFor, misses, pull }) => [waitsFor, misses, pull.number]);

describe('a mastered project whose last look was missed', () => {
  test('is due, and stays mastered', async () => {
    await told(pullRequest(), 'mastered');
    expect(await database.learners.due(5)).toEqual([]);
    await missed(0);
    const due = { project: 'todo-cli', since: clock.at, misses: 1, waits: null };
    expect(await database.learners.due(5)).toEqual([due]);
    expect(await database.learners.due(6)).toEqual([]);
    expect(await database.learners.progress(5)).toMatchObject([{ decision: 'mastered' }]);
    clock.at += 20 * DAY;
    await offered(0);
    expect(await database.learners.due(5)).toEqual([
      { ...due, waits: { owner: 'school', repo: 'todo-cli-ada', number: 9 } },
    ]);
    await database.rechecks.end(2, 'kept');
    expect(await database.learners.due(5)).toEqual([]);
  });

  test('is known to what the learner is told of other projects, and not of that one', async () => {
    await told(pullRequest(), 'mastered');
    await missed(0);
    const other = await started(pullRequestIn(200), 'other');
    expect((await database.runs.take(other, 't'))?.due).toMatchObject([{ project: 'todo-cli' }]);
    const same = await started(pullRequestIn(300), 'todo-cli');
    expect((await database.runs.take(same, 't'))?.due).toEqual([]);
  });

  test('is in the staff’s queue while nothing else is under way, and not for ever', async () => {
    await told(pullRequest(), 'mastered');
    await missed(0);
    expect(await queue()).toEqual([['due', 1, 7]]);
    clock.at += 15 * DAY;
    const id = await offered(0);
    expect(await queue()).toEqual([]);
    await database.rechecks.end(id, 'missed');
    expect(await queue()).toEqual([['due', 2, 7]]);
    clock.at += 61 * DAY;
    expect(await queue()).toEqual([]);
  });

  test('leaves the queue when somebody has talked with the learner about it', async () => {
    await told(pullRequest(), 'mastered');
    await missed(0);
    const talk = (project: string) =>
      database.sessions.note(
        {
          ...{ learner: 5, project, by: { id: 8, login: 'grace' }, minutes: 10, about: 'loops' },
          ...{ criterion: null, given: `comment ${project}`, at: clock.at },
        },
        60,
      );
    await talk('other');
    expect(await queue()).toHaveLength(1);
    await talk('todo-cli');
    expect(await queue()).toEqual([]);
    expect(await database.learners.due(5)).toHaveLength(1);
  });
});
