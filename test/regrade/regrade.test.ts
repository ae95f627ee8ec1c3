import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databaseOn } from '../../src/adapters/postgres/database.ts';
import type { Database } from '../../src/adapters/postgres/database.ts';
import { connectPglite } from '../../src/adapters/postgres/pglite.ts';
import { githubError } from '../../src/domain/errors/github.ts';
import { submissionError } from '../../src/domain/errors/submission.ts';
import type { Marking } from '../../src/domain/results.ts';
import type { PullRequestState } from '../../src/intake/github-reader.ts';
import type { Mark, MarkRequest } from '../../src/marking/mark.ts';
import { workOnRun } from '../../src/marking/work-on-run.ts';
import { formOf } from '../../src/mastery/forms.ts';
import { regrade, type RegradeDeps } from '../../src/regrade/regrade.ts';
import { pullRequest, pullRequestIn, sha, sighting } from '../intake/pulls.ts';
import { gitHubInMemory, plainRendering } from '../marking/github-in-memory.ts';
import type { GitHubInMemory } from '../marking/github-in-memory.ts';
import { broken, notYet } from '../marking/markings.ts';
import { smallProject } from '../marking/small-project.ts';
import { freshPglite } from '../services/pglite.ts';
import { silent } from '../services/silent.ts';

const mastered = (): Marking => ({ ...notYet(), decision: 'mastered' });

let database: Database;
let github: GitHubInMemory;
let paused: number[];
let tokens: number;
beforeEach(async () => {
  database = databaseOn(await connectPglite(await freshPglite()));
  github = gitHubInMemory();
  paused = [];
  tokens = 0;
});
afterEach(async () => {
  await database.close();
});

const newToken = () => `token ${(tokens += 1)}`;

/** A pull request whose head was assessed; resolves to its run. */
async function assessed(state: PullRequestState, marking: Marking): Promise<number> {
  github.push(state);
  const { started } = await database.pulls.see(sighting(state, await database.pulls.now()));
  const token = newToken();
  await database.runs.take(started!, token);
  await database.runs.marked(started!, token, marking);
  await database.runs.published(started!, token);
  return started!;
}

function regradeWith(
  mark: Mark,
  { apply = false, project = smallProject, signal = new AbortController().signal, change = {} } = {},
) {
  const parts = {
    ...github,
    ...database,
    inbox: database.deliveries,
    mark,
    rendering: plainRendering,
    project: () => project,
    projects: () => [project],
    open: () => null,
    missingAgain: () => Promise.resolve([]),
    personMustLook: () => Promise.resolve(false),
    mayLearn: () => Promise.resolve(true),
    volunteers: () => Promise.resolve([]),
    newToken,
    log: silent,
    askEveryMs: 10,
  };
  const deps: RegradeDeps = {
    store: database.regrades,
    runs: database.runs,
    source: github.source,
    mark,
    places: 2,
    pause: (ms) => {
      paused.push(ms);
      return Promise.resolve();
    },
    now: () => 0,
    say: (run, ending) => workOnRun(run, parts, 1_000, ending),
    onMarked: () => undefined,
    ...change,
  };
  return regrade(project, { apply }, deps, signal);
}

const withTests = (marking: Marking, tests: { form?: string; seed?: number }): Marking => ({
  ...marking,
  stages: marking.stages.map((stage) => ({ ...stage, ...tests })),
});

/** Remembers what it was asked for. */
function remembering(marking: Marking): { mark: Mark; asked: MarkRequest[] } {
  const asked: MarkRequest[] = [];
  return {
    asked,
    mark: (request) => {
      asked.push(request);
      return Promise.resolve(marking);
    },
  };
}

describe('marking again', () => {
  const forms = new Map([
    ['grocer', new Map()],
    ['ironmonger', new Map()],
    ['stationer', new Map()],
  ]);
  const project = { ...smallProject, forms };

  test('takes the form, the seed and the history of then', async () => {
    const history = { given: ['Read.'], remarks: ['eslint/no-var'] };
    const madeWith = { rubric: 'r', courseCommit: null, grader: 'node', history };
    const then = withTests({ ...notYet(), madeWith }, { form: 'stationer', seed: 77 });
    await assessed(pullRequest(), then);
    const { mark, asked } = remembering(notYet());
    await regradeWith(mark, { project });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ form: 'stationer', seed: 77, history, publicOnly: false });
  });

  test('takes the form that is the attempt’s now where the one of then is gone', async () => {
    await assessed(pullRequest(), withTests(notYet(), { form: 'baker' }));
    await assessed(pullRequest({ headSha: sha('b') }), withTests(notYet(), { form: 'baker' }));
    const { mark, asked } = remembering(notYet());
    await regradeWith(mark, { project });
    expect(asked.map(({ form, seed }) => [form, seed])).toEqual([
      [formOf({ project: 'todo-cli', learner: 5, attempt: 2 }, forms), undefined],
    ]);
  });
});

describe('what cannot be marked', () => {
  const two = async () => {
    await assessed(pullRequestIn(1), notYet());
    await assessed(pullRequestIn(2, { learner: { id: 6, login: 'ben' } }), notYet());
  };

  test('is tried again, and listed beside the others when that does not help', async () => {
    await two();
    const mark: Mark = () => Promise.resolve(paused.length < 2 ? broken('Docker was away') : mastered());
    const cases = await regradeWith(mark, { apply: true, change: { places: 1 } });
    expect(cases.map(({ effect }) => effect)).toEqual(['changes', 'changes']);
    const again = await regradeWith(() => Promise.resolve(broken('Docker was away')), {
      change: { places: 1 },
    });
    expect(again).toMatchObject([
      { effect: 'failed', problem: { code: 'run.stage-broken' } },
      { effect: 'failed' },
    ]);
    expect(paused).toHaveLength(2 + 4);
  });

  test('because the tests are broken is not tried again', async () => {
    await two();
    const marking = broken('the tests cannot be run');
    const stages = marking.stages.map((stage) => ({ ...stage, audience: 'author' as const }));
    const cases = await regradeWith(() => Promise.resolve({ ...marking, stages }));
    expect(cases.map(({ effect }) => effect)).toEqual(['failed', 'failed']);
    expect(paused).toEqual([]);
  });

  test('because there are no hidden tests says so', async () => {
    await two();
    const cases = await regradeWith(() => Promise.resolve({ ...notYet(), partial: true, decision: null }));
    expect(cases[0]).toMatchObject({ effect: 'failed', problem: { code: 'regrade.undecided' } });
  });

  test('because its commit is gone is listed as that, at once', async () => {
    await two();
    github.fails.fetch = submissionError('submission.not-there', { sha: sha('a') });
    const cases = await regradeWith(() => Promise.resolve(notYet()), { apply: true });
    expect(cases.map(({ effect }) => effect)).toEqual(['gone', 'gone']);
    expect(paused).toEqual([]);
  });

  test('because GitHub takes no more calls waits until it does', async () => {
    await two();
    const limited = githubError('github.rate-limited', { call: 'GET', until: 'later' });
    github.fails.fetch = Object.assign(limited, { retryAt: 60_000 });
    const cases = await regradeWith(() => Promise.resolve(notYet()), {
      change: {
        pause: (ms: number) => {
          paused.push(ms);
          github.fails.fetch = null;
          return Promise.resolve();
        },
      },
    });
    expect(cases.map(({ effect }) => effect)).toEqual(['same', 'same']);
    expect(new Set(paused)).toEqual(new Set([60_000]));
  });

  test('because the command was ended applies nothing', async () => {
    await two();
    const ending = new AbortController();
    const mark: Mark = () => {
      ending.abort(new Error('ended'));
      return Promise.resolve(mastered());
    };
    await expect(regradeWith(mark, { apply: true, signal: ending.signal })).rejects.toThrow('ended');
    expect(github.said).toEqual([]);
  });
});

describe('applying', () => {
  test('says it where it can be said, records it elsewhere, and changes nothing the second time', async () => {
    await assessed(pullRequestIn(1), notYet());
    await assessed(pullRequestIn(2, { learner: { id: 6, login: 'ben' } }), notYet());
    await database.pulls.leave({ what: 'pull-request', repositoryId: 2, number: 7 });
    await assessed(pullRequestIn(3, { learner: { id: 7, login: 'cem' } }), mastered());
    const mark: Mark = () => Promise.resolve(mastered());
    const cases = await regradeWith(mark, { apply: true });
    expect(cases).toMatchObject([
      { effect: 'changes', done: 'said' },
      { effect: 'changes', done: 'recorded' },
      { effect: 'same', done: null },
    ]);
    expect(github.said.map(({ pull, title }) => [pull, title])).toEqual([['1/7', 'mastered']]);
    const again = await regradeWith(mark, { apply: true });
    expect(again.map(({ effect }) => effect)).toEqual(['same', 'same', 'same']);
    expect(github.said).toHaveLength(1);
  });

  test('leaves to the workers what GitHub does not take now', async () => {
    await assessed(pullRequest(), notYet());
    github.fails.publish = new Error('GitHub is away');
    const cases = await regradeWith(() => Promise.resolve(mastered()), { apply: true });
    expect(cases).toMatchObject([{ effect: 'changes', done: 'to-be-said' }]);
    expect((await database.health.health()).publishing).toBe(1);
    expect((await regradeWith(() => Promise.resolve(mastered()), { apply: true }))[0]).toMatchObject({
      done: 'busy',
    });
  });

  test('keeps mastery, and says nothing of it', async () => {
    await assessed(pullRequest(), mastered());
    const cases = await regradeWith(() => Promise.resolve(notYet()), { apply: true });
    expect(cases).toMatchObject([
      { effect: 'keeps-mastery', difference: { then: 'mastered', now: 'not-yet' }, done: 'kept' },
    ]);
    expect(github.said).toEqual([]);
    const still = await regradeWith(() => Promise.resolve(mastered()));
    expect(still).toMatchObject([{ effect: 'same' }]);
  });
});
