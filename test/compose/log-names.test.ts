import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readFailure } from '../../src/adapters/octokit/request-failure.ts';
import { afterFailure } from '../../src/adapters/octokit/request-policy.ts';
import { withoutNames } from '../../src/adapters/octokit/without-names.ts';
import { createLog } from '../../src/compose/log.ts';
import { loadCourse } from '../../src/course/read-course.ts';
import { peopleAsTheyAre } from '../../src/course/people-as-they-are.ts';
import { submissionError } from '../../src/domain/errors/submission.ts';
import { usageError } from '../../src/domain/errors/usage.ts';
import { operatorError } from '../../src/domain/errors/operator.ts';
import { openRepositories } from '../../src/opening/rounds.ts';
import { smallProject } from '../marking/small-project.ts';

let lines: string;
let log: ReturnType<typeof createLog>;
beforeEach(() => {
  lines = '';
  log = createLog({ logLevel: 'debug' }, { write: (line) => void (lines += line) });
});

/** What GitHub answered, as the caller of a request has it. */
const answered = (status: number, message: string, asked: object) => {
  const error = Object.assign(new Error(message), { status, response: { headers: {} } });
  const failure = withoutNames(readFailure(error), asked);
  const verdict = afterFailure({
    call: 'PUT /repos/{owner}/{repo}/collaborators/{username}',
    repeating: 'safe',
    tries: 9,
    failure,
    now: 0,
    random: 0,
  });
  if (verdict.do !== 'give-up') throw new Error('it was expected to give up');
  return verdict.error;
};

describe('the log holds no name', () => {
  test('of a value that nobody thought of, nor of one in an object or a child', () => {
    log.warn({ login: 'ada', learner: { login: 'ada' }, problems: ['ada is twice'], run: 7 }, 'said');
    log.warn({ learnerId: 4_711_001, by: 4_711_001 }, 'said');
    log.child({ login: 'ada', delivery: 'd-1' }).info({ outcome: 'done', made: true }, 'said');
    expect(lines).not.toContain('ada');
    expect(lines).toContain('"run":7');
    expect(lines).toContain('"delivery":"d-1"');
    expect(lines).toContain('"outcome":"done"');
    expect(lines).toContain('"made":true');
    expect(lines).not.toContain('4711001');
  });

  test('of an error that tells a person whom it is about', () => {
    log.error({ err: usageError('usage.several-people', { login: 'ada', accounts: [1, 2] }) }, 'said');
    log.error({ err: submissionError('submission.form', { problems: ['call the branch ada/one'] }) }, 'said');
    const cause = usageError('usage.another-person', { login: 'ada', id: 7, name: 'ada-l' });
    log.error({ err: new Error('it failed', { cause }) }, 'said');
    expect(lines).not.toContain('ada');
    expect(lines).toContain('1, 2');
    expect(lines).toContain('usage.another-person');
  });

  test('that GitHub quotes from what was asked', () => {
    const asked = {
      owner: 'octo-ada',
      repo: 'todo-cli-Ada',
      username: 'ada',
      reviewers: ['linus'],
      baseUrl: 'https://api.github.com',
    };
    const message =
      'Validation Failed: octo-ada/todo-cli-ada: Ada is no collaborator, and @linus is not. Madagascar stays.';
    for (const status of [422, 403, 401]) {
      const error = answered(status, message, asked);
      log.warn({ err: error }, 'said');
      expect(error.message).toContain(
        '{owner}/{repo}: {username} is no collaborator, and @{reviewers} is not. Madagascar stays.',
      );
    }
    expect(lines).not.toMatch(/\bada\b|linus/i);
  });

  test('where a repository cannot be opened', async () => {
    const kept: string[] = [];
    await openRepositories(
      {
        course: {
          repositories: '{project}-{login}',
          projects: new Map([['todo-cli', smallProject]]),
          opening: { owner: 'school', visibility: 'private', when: 'asked' } as never,
        },
        maker: { loginOf: () => Promise.resolve('ada') } as never,
        openings: {
          toLookAt: () => Promise.resolve([]),
          wanted: () => Promise.resolve([]),
          due: () => Promise.resolve([{ id: 3, learner: 5, project: 'todo-cli', name: null, tries: 0 }]),
          named: () => Promise.resolve(false),
          failed: (_id: number, problem: string) => Promise.resolve(void kept.push(problem)),
        } as never,
        roster: () => Promise.resolve(new Map()),
        learner: () => Promise.reject(new Error('not asked for')),
        log,
      },
      new AbortController().signal,
    );
    expect(kept).toEqual(["the repository that it would be is somebody else's"]);
    expect(lines).toContain('"opening":3');
    expect(lines).not.toContain('ada');
  });

  test('where a marking fails as GitHub does not have the commit, or a stage breaks', () => {
    log.warn({ err: submissionError('submission.not-there', { sha: 'a'.repeat(40) }) }, 'said');
    log.warn({ err: operatorError('run.stage-broken', { stage: 'style', reason: 'no image' }) }, 'said');
    expect(lines).toContain('no image');
  });

  test('where the file of people has an error, or its author should look at it', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'touchstone-names-'));
    try {
      const peopleFile = join(dir, 'people.yml');
      await writeFile(peopleFile, 'people:\n  - { id: 5, login: ada, roles: [learner], cohort: winter }\n');
      await peopleAsTheyAre({ people: [], peopleFile, cohorts: [] }, (places) => {
        for (const place of places) log.warn({ place }, 'said');
      })();
      expect(lines).toContain('people.yml:2');
      await writeFile(join(dir, 'course.yml'), 'title: A course\nroster: { file: people.yml }\nunits: []\n');
      await writeFile(peopleFile, 'people:\n  - { id: 5, login: ada, roles: [staff] }\n');
      const warnings: string[] = [];
      await loadCourse(dir, {}, (warning, place) => {
        warnings.push(warning);
        log.warn({ place }, 'said');
      }).catch((error: unknown) => {
        log.warn({ err: error }, 'said');
      });
      expect(lines).not.toMatch(/\bada\b/);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });
});
