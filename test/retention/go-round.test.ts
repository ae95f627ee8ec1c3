import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../src/adapters/postgres/connection.ts';
import { databaseOn, type Database } from '../../src/adapters/postgres/database.ts';
import { connectPglite } from '../../src/adapters/postgres/pglite.ts';
import * as schema from '../../src/adapters/postgres/schema.ts';
import type { Project } from '../../src/domain/course/project.ts';
import { githubError } from '../../src/domain/errors/github.ts';
import type { Role } from '../../src/domain/people/role.ts';
import type { Standing } from '../../src/domain/people/roster.ts';
import type { Marking } from '../../src/domain/results.ts';
import type { PullRequestState } from '../../src/intake/github-reader.ts';
import { baseOf, branchOf, type BugPlanter } from '../../src/retention/bug-planter.ts';
import { goRetentionRound } from '../../src/retention/go-round.ts';
import type { RetentionDeps } from '../../src/retention/retention-deps.ts';
import { pullRequest, pullRequestIn, sha, sighting } from '../intake/pulls.ts';
import { gitHubInMemory } from '../marking/github-in-memory.ts';
import { notYet } from '../marking/markings.ts';
import { smallProject } from '../marking/small-project.ts';
import { freshPglite } from '../services/pglite.ts';
import { silent } from '../services/silent.ts';

const DAY = 86_400_000;
const clock = { at: 0, now: () => clock.at };
let connection: Connection;
let database: Database;
let github: ReturnType<typeof gitHubInMemory>;
/** Our number of each re-check that was taken away, and the number of its pull request where it was closed. */
let cleared: string[];
let planted: number[];

beforeEach(async () => {
  clock.at = Date.parse('2026-03-02T09:00:00Z');
  connection = await connectPglite(await freshPglite());
  database = databaseOn(connection, { clock });
  github = gitHubInMemory();
  cleared = [];
  planted = [];
});
afterEach(() => connection.close());

const ada = pullRequest({ headOwner: 'school' });
const mastered: Marking = { ...notYet(), decision: 'mastered' };
const program = 'export const a = 1 + 2;\n';
const files = (text: string) => ({
  files: new Map([['index.js', new TextEncoder().encode(text)]]),
  dropped: [],
});

/** What the tests say: the work is fine, and with the bug one test of four fails. */
function seen(text: string): Marking {
  const base = notYet();
  const isBroken = text.includes('1 - 2');
  const evidence = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    status: isBroken && id === 'a' ? ('failed' as const) : ('passed' as const),
    ...{ message: null, expected: null, actual: null, file: null, line: null },
  }));
  const criterion = { id: 'all', title: 'All', essential: true, met: !isBroken, score: 1, evidence };
  return {
    ...base,
    decision: isBroken ? 'not-yet' : 'mastered',
    stages: [
      { ...base.stages[0]!, id: 'functionality', status: 'completed', met: !isBroken, criteria: [criterion] },
    ],
  };
}

const standing = (change: Partial<Standing> = {}): Standing => ({
  roles: new Set<Role>(['learner']),
  ...{ cohort: null, timeZone: 'UTC', leave: [], emails: [] },
  ...change,
});

const planter: BugPlanter = {
  plant: ({ id }) => Promise.resolve(void planted.push(id)),
  clear: ({ id, open }) => Promise.resolve(void cleared.push(open === null ? `${id}` : `${id} #${open}`)),
};

const round = (change: Partial<RetentionDeps> = {}) =>
  goRetentionRound(
    {
      course: { projects: new Map([['todo-cli', smallProject]]) },
      retention: { afterDays: [7, 30, 90], openDays: 14 },
      store: database.rechecks,
      reader: github.reader,
      projectOf: () => 'todo-cli',
      source: { fetch: () => Promise.resolve(files(program)) },
      planter,
      roster: () => Promise.resolve(new Map()),
      holidays: () => [],
      mark: ({ submission }) =>
        Promise.resolve(seen(new TextDecoder().decode(submission.files.get('index.js')))),
      mutationsOf: () => {
        const start = program.indexOf('+');
        return Promise.resolve([{ file: 'index.js', start, end: start + 1, replacement: '-' }]);
      },
      words: () => ({ title: '', body: '', report: { path: 'BUG.md', text: '' } }),
      log: silent,
      ...change,
    },
    new AbortController().signal,
  );

const told = async (marking: Marking, state: PullRequestState = ada) => {
  clock.at += 1000;
  github.push(state);
  const run = (await database.pulls.see(sighting(state, clock.at))).started!;
  await database.runs.take(run, `t${run}`);
  await database.runs.marked(run, `t${run}`, marking);
  await database.runs.published(run, `t${run}`);
};
const states = async () =>
  (await connection.rows.select().from(schema.rechecks).orderBy(schema.rechecks.id)).map(
    ({ state }) => state,
  );
const days = (count: number) => void (clock.at += count * DAY);

/** The pull request of a re-check, as it stands. */
const recheck = (id: number, change: Partial<PullRequestState> = {}): PullRequestState => ({
  ...ada,
  pull: { ...ada.pull, number: ada.pull.number + id },
  form: { ...ada.form, branch: branchOf(id), into: baseOf(id) },
  ...{ recheck: id, byApp: true, headSha: sha('b') },
  ...change,
});
/** Ada has mastered her project, and has a re-check of it, whose bug was told. */
const offered = async () => {
  await told(mastered);
  days(8);
  await round();
  expect(await states()).toEqual(['offered']);
  await told(notYet(), recheck(1));
};

describe('a re-check', () => {
  test('is offered in its time, missed after its days, and cleared away', async () => {
    await offered();
    days(13);
    await round();
    expect(await states()).toEqual(['offered']);
    days(1);
    await round();
    expect(await states()).toEqual(['missed']);
    expect(cleared).toEqual(['1 #8']);
  });

  test('gives back the days on which its learner is away, and those of holidays', async () => {
    await offered();
    const day = (after: number) => new Date(clock.at + after * DAY).toISOString().slice(0, 10);
    const away = standing({ cohort: 'spring', leave: [{ from: day(2), to: day(11) }] });
    const holidays = [{ from: day(20), to: day(21) }];
    const people = {
      roster: () => Promise.resolve(new Map([[5, away]])),
      holidays: () => holidays,
    };
    days(25);
    await round(people);
    expect(await states()).toEqual(['offered']);
    days(1);
    await round(people);
    expect(await states()).toEqual(['missed']);
  });

  test('is not begun on a holiday', async () => {
    await told(mastered);
    days(8);
    const today = new Date(clock.at).toISOString().slice(0, 10);
    const roster = () => Promise.resolve(new Map([[5, standing({ cohort: 'spring' })]]));
    await round({ roster, holidays: () => [{ from: today, to: today }] });
    expect(await states()).toEqual([]);
  });

  test.each([
    ['has left the school', new Map([[6, standing()]])],
    ['is one of its staff', new Map([[5, standing({ roles: new Set<Role>(['staff']) })]])],
  ])('is not for somebody who %s', async (_what, people) => {
    const roster = () => Promise.resolve(people);
    await told(mastered);
    days(8);
    await round({ roster });
    expect(await states()).toEqual([]);
  });

  test('is not missed by somebody who has left', async () => {
    const roster = () => Promise.resolve(new Map([[6, standing()]]));
    await offered();
    days(20);
    await round({ roster });
    expect(await states()).toEqual(['offered']);
    days(1);
    await round({ roster });
    expect(await states()).toEqual(['void']);
    expect(cleared).toEqual(['1 #8']);
  });

  test('goes on where the roster names nobody for a while', async () => {
    const roster = () => Promise.resolve(new Map<number, Standing>([[6, standing()]]));
    await told(mastered);
    days(8);
    await round({ source: { fetch: () => Promise.reject(new Error('died')) } });
    days(1);
    await round({ roster });
    expect(await states()).toEqual(['planting']);
    await round();
    expect(await states()).toEqual(['offered']);
  });

  test('that is being made for somebody who has left comes to nothing, and leaves no branch', async () => {
    await told(mastered);
    days(8);
    await round({ source: { fetch: () => Promise.reject(new Error('died')) } });
    days(7);
    await round({ roster: () => Promise.resolve(new Map([[6, standing()]])) });
    expect(await states()).toEqual(['void']);
    expect(cleared).toEqual(['1']);
  });

  test('whose pull request nobody saw comes to nothing, and leaves no branch', async () => {
    await told(mastered);
    days(8);
    await round();
    days(14);
    await round({ mutationsOf: () => Promise.resolve([]) });
    expect(await states()).toEqual(['void', 'impossible']);
    expect(cleared).toEqual(['1', '2']);
  });

  test('comes to nothing where the course has dropped the project, and is closed on GitHub', async () => {
    await offered();
    await database.pulls.leave({ what: 'pull-request', repositoryId: 100, number: 8 });
    await round({ course: { projects: new Map<string, Project>() } });
    expect(await states()).toEqual(['void']);
    expect(cleared).toEqual(['1 #8']);
    // Where the project is back, the learner has lost nothing by it.
    await round();
    expect(await states()).toEqual(['void', 'offered']);
  });

  test('is kept where the mending was merged before anybody could mark it', async () => {
    await offered();
    const merged = recheck(1, { headSha: sha('c'), open: false });
    github.push(merged);
    await database.pulls.see(sighting(merged, clock.at + 1));
    await round();
    expect(await states()).toEqual(['kept']);
  });

  test('is missed where it was closed as it came, or with the bug still in it', async () => {
    await offered();
    github.push(recheck(1, { open: false }));
    await database.pulls.see(sighting(recheck(1, { open: false }), clock.at + 1));
    await round();
    expect(await states()).toEqual(['missed']);
    days(15);
    await round();
    await told(notYet(), recheck(2));
    github.push(recheck(2, { headSha: sha('d'), open: false }));
    await database.pulls.see(sighting(recheck(2, { headSha: sha('d'), open: false }), clock.at + 1));
    await round({ source: { fetch: () => Promise.resolve(files(program.replace('+', '-'))) } });
    expect(await states()).toEqual(['missed', 'missed']);
  });

  test('waits for what was pushed in time and is still being marked', async () => {
    await offered();
    days(14);
    await database.pulls.see(sighting(recheck(1, { headSha: sha('c') }), clock.at));
    await round();
    expect(await states()).toEqual(['offered']);
  });

  test('is one at a time, also while its pull request was not seen yet', async () => {
    await told(mastered);
    days(8);
    await round();
    const courses = new Map([
      ['todo-cli', smallProject],
      ['other', { ...smallProject, slug: 'other' }],
    ]);
    await told(mastered, { ...pullRequestIn(200, { headOwner: 'school', headSha: sha('e') }) });
    await connection.rows
      .update(schema.pullRequests)
      .set({ project: 'other' })
      .where(eq(schema.pullRequests.repositoryId, 200));
    days(8);
    await round({ course: { projects: courses }, projectOf: () => 'other' });
    expect(await states()).toEqual(['offered']);
  });
});

describe('what we cannot see', () => {
  const gone = githubError('github.gone', { call: 'GET x', status: 404 });
  const leave = () => database.pulls.leave({ what: 'repositories', ids: [100] });
  const nothing = { reader: { pullRequest: () => Promise.resolve(null) } };

  test.each([
    ['that our App was taken out of', () => undefined, nothing],
    [
      'that was archived',
      () => {
        github.push(recheck(1, { isArchived: true }));
      },
      {},
    ],
  ])(
    'is no miss: a repository %s is waited for, and then it comes to nothing',
    async (_what, happen, given) => {
      await offered();
      await leave();
      happen();
      await round(given);
      days(13);
      await round(given);
      expect(await states()).toEqual(['offered']);
      days(1);
      await round({ ...given, mutationsOf: () => Promise.resolve([]) });
      expect((await states())[0]).toBe('void');
      expect(cleared[0]).toBe('1 #8');
    },
  );

  test('is gone on with where it was only out of our sight for a while', async () => {
    await offered();
    await leave();
    await round(nothing);
    days(2);
    await round();
    expect(await states()).toEqual(['offered']);
    // The sweep has not come by yet; the work was mended meanwhile.
    github.push(recheck(1, { headSha: sha('c'), open: false }));
    await round();
    expect(await states()).toEqual(['kept']);
  });

  test('is no miss either where the time went by meanwhile, and what was left is cleared away when it is back', async () => {
    await offered();
    await leave();
    await round(nothing);
    days(15);
    await round({ source: { fetch: () => Promise.resolve(files(program.replace('+', '-'))) } });
    expect(await states()).toEqual(['void', 'impossible']);
    cleared = [];
    await round();
    expect(cleared).toEqual([]);
    await database.pulls.see(sighting(recheck(1), clock.at + 1));
    await round();
    await round();
    expect(cleared).toEqual(['1 #8']);
    expect(await states()).toEqual(['void', 'impossible']);
  });

  test('is no miss where the work cannot be read at last', async () => {
    await offered();
    github.push(recheck(1, { headSha: sha('c'), open: false }));
    await leave();
    await round({ source: { fetch: () => Promise.reject(gone) } });
    expect((await states())[0]).toBe('void');
  });

  test('is not made a re-check of before it is seen again; some days long, it is gone', async () => {
    await told(mastered);
    days(8);
    await round(nothing);
    expect(await states()).toEqual(['planting']);
    days(1);
    await round();
    expect(await states()).toEqual(['offered']);
  });

  test('for days is gone, and holds up no other re-check for ever', async () => {
    await told(mastered);
    days(8);
    for (let tried = 0; tried < 7; tried += 1) {
      await round(nothing);
      expect(await states()).toEqual(['planting']);
      days(1);
    }
    await round(nothing);
    expect(await states()).toEqual(['impossible']);
  });
});

describe('a failure of ours', () => {
  const away = {
    fetch: () => Promise.reject(githubError('github.unavailable', { call: 'GET x', seen: '502' })),
  };
  const bo = pullRequestIn(200, {
    learner: { id: 6, login: 'bo' },
    ...{ headOwner: 'school', headSha: sha('f') },
  });

  test('uses up no re-check, and is tried again after a while', async () => {
    await told(mastered);
    days(8);
    await round({ source: away });
    expect(await states()).toEqual(['planting']);
    await round();
    expect(planted).toEqual([]);
    clock.at += DAY / 24;
    await round();
    expect(await states()).toEqual(['offered']);
  });

  test.each([
    ['the work could not be marked', /.*/],
    ['only the work with a bug could not be marked', /1 - 2/],
  ])('is no reason of the work: %s', async (_what, broken) => {
    await told(mastered);
    days(8);
    await round({
      mark: ({ submission }) => {
        const text = new TextDecoder().decode(submission.files.get('index.js'));
        return Promise.resolve(broken.test(text) ? { ...notYet(), decision: null } : seen(text));
      },
    });
    expect(await states()).toEqual(['planting']);
  });

  test('holds up nobody else', async () => {
    await told(mastered);
    await told(mastered, bo);
    days(8);
    const source = {
      fetch: ({ learner }: { learner: { id: number } }) =>
        learner.id === 5 ? away.fetch() : Promise.resolve(files(program)),
    };
    await round({ source });
    expect(await states()).toEqual(['planting', 'offered']);
  });

  test('ends the round where GitHub takes no more calls', async () => {
    await told(mastered);
    days(8);
    const limit = githubError('github.rate-limited', { call: 'GET x', until: 'noon' }, { retryAt: clock.at });
    await expect(round({ source: { fetch: () => Promise.reject(limit) } })).rejects.toBe(limit);
    expect(await states()).toEqual(['planting']);
  });

  test('is not what the learner has done: work that is gone, or that no test notices a bug in', async () => {
    await told(mastered);
    days(8);
    const gone = githubError('github.gone', { call: 'GET x', status: 404 });
    await round({ source: { fetch: () => Promise.reject(gone) } });
    expect(await states()).toEqual(['impossible']);
    days(30);
    await round({ mutationsOf: () => Promise.resolve([]) });
    expect(await states()).toEqual(['impossible', 'impossible']);
  });
});

describe('a re-check is made where the work stands today', () => {
  test('also where its repository is called otherwise since', async () => {
    await told(mastered, { ...ada, headOwner: 'school' });
    const name = { owner: 'school', repo: 'todo-cli-ada-l' };
    await database.pulls.rename(100, name);
    github.push({ ...ada, pull: { ...ada.pull, ...name }, headRepo: name.repo });
    days(8);
    await round();
    expect(await states()).toEqual(['offered']);
  });

  test.each([
    ['a fork', { headOwner: 'ada' }, 'todo-cli'],
    ['a repository that is none of the project any more', {}, null],
  ])('and not in %s', async (_what, change, project) => {
    await told(mastered);
    github.push({ ...ada, ...change });
    days(8);
    await round({ projectOf: () => project });
    expect(await states()).toEqual(['impossible']);
    expect(planted).toEqual([]);
  });
});
