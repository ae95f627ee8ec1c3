import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectPglite } from '../../../src/adapters/postgres/pglite.ts';
import type { Connection } from '../../../src/adapters/postgres/connection.ts';
import { databaseOn, type Database } from '../../../src/adapters/postgres/database.ts';
import { publicityRound } from '../../../src/compose/publicity.ts';
import { githubError } from '../../../src/domain/errors/github.ts';
import type {
  PullRequestWriter,
  WrittenCheck,
  WrittenComment,
} from '../../../src/report/pull-request-writer.ts';
import type { PullRequestState } from '../../../src/intake/github-reader.ts';
import { recheckResult } from '../../../src/report/render/recheck.ts';
import { pullRequests, runs } from '../../../src/adapters/postgres/schema.ts';
import { pullRequest, sha, sighting } from '../../intake/pulls.ts';
import { notYet } from '../../marking/markings.ts';
import { smallProject } from '../../marking/small-project.ts';
import { freshPglite } from '../../services/pglite.ts';
import { silent } from '../../services/silent.ts';

const SECRET = 'expected 2 but got 3';
const REPORT = '<!-- touchstone:report -->';
const ada: PullRequestState = pullRequest();
const elsewhere: PullRequestState = { ...ada, pull: { ...ada.pull, repositoryId: 101 } };

let connection: Connection;
let database: Database;
let comments: Map<number, WrittenComment[]>;
let checks: Map<number, WrittenCheck>;
let failing: Error | null;
let newest: number;
/** What happens while we look. */
let during: (() => Promise<void>) | null;
const HOUR = 3_600_000;
const clock = { at: 0, now: () => clock.at };

beforeEach(async () => {
  connection = await connectPglite(await freshPglite());
  clock.at = Date.parse('2026-03-02T09:00:00Z');
  database = databaseOn(connection, { clock });
  failing = null;
  during = null;
  newest = 100;
  const both = [ada.pull.repositoryId, elsewhere.pull.repositoryId];
  comments = new Map(
    both.map((repository) => [
      repository,
      [
        { id: 1, body: `${REPORT}\n\n${SECRET}` },
        { id: 2, body: `<!-- touchstone:answer 7 -->\n\n${SECRET}` },
        { id: 3, body: `<!-- touchstone:review-hint 8 -->\n\n${SECRET}` },
      ],
    ]),
  );
  checks = new Map(
    both.map((repository) => [
      repository,
      {
        id: 9,
        status: 'completed',
        conclusion: 'failure',
        title: SECRET,
        summary: SECRET,
        text: SECRET,
        annotations: 0,
      },
    ]),
  );
});
afterEach(() => database.close());

/** Two pull requests of ours as GitHub has them. */
const writer: Pick<
  PullRequestWriter,
  'checks' | 'updateCheck' | 'comments' | 'createComment' | 'deleteComment'
> = {
  checks: async ({ repositoryId }) => {
    await during?.();
    return [checks.get(repositoryId)].filter((check) => check !== undefined);
  },
  updateCheck: ({ repositoryId }, id, { status, conclusion, title, summary, text }) => {
    if (failing !== null && repositoryId === ada.pull.repositoryId) return Promise.reject(failing);
    checks.set(repositoryId, { id, status, conclusion, title, summary, text, annotations: 0 });
    return Promise.resolve();
  },
  comments: ({ repositoryId }) => Promise.resolve([...(comments.get(repositoryId) ?? [])]),
  createComment: ({ repositoryId }, body) => {
    newest += 1;
    comments.get(repositoryId)?.push({ id: newest, body });
    return Promise.resolve();
  },
  deleteComment: ({ repositoryId }, id) => {
    comments.set(
      repositoryId,
      (comments.get(repositoryId) ?? []).filter((comment) => comment.id !== id),
    );
    return Promise.resolve();
  },
};

const round = (projects = new Map([['todo-cli', smallProject]])) =>
  publicityRound({ projects }, database, { writer: writer as PullRequestWriter }, silent).work(
    new AbortController().signal,
  );
const all = (repository = ada.pull.repositoryId): string =>
  JSON.stringify([comments.get(repository), checks.get(repository)]);

const told = async (state: PullRequestState = ada) => {
  const { started } = await database.pulls.see(sighting(state, clock.at));
  if (started === null) throw new Error('no run');
  await database.runs.take(started, 'token');
  await database.runs.marked(started, 'token', notYet());
  await database.runs.published(started, 'token');
};

test('what was said is said anew, as GitHub shows what an edited comment said before; nothing else of ours is left', async () => {
  await told();
  await database.publicity.setPublic(ada.pull.repositoryId, true);
  await round();
  expect(all()).not.toContain(SECRET);
  expect(comments.get(ada.pull.repositoryId)).toEqual([
    { id: 101, body: expect.stringContaining('Everybody can see this repository') as string },
  ]);
  // Heard of twice, it is no news.
  await database.publicity.setPublic(ada.pull.repositoryId, true);
  await round();
  expect(comments.get(ada.pull.repositoryId)?.map(({ id }) => id)).toEqual([101]);
});

test('what the course has no more is cut, too', async () => {
  await told();
  await database.publicity.setPublic(ada.pull.repositoryId, true);
  await round(new Map());
  expect(all()).not.toContain(SECRET);
  expect(checks.get(ada.pull.repositoryId)?.conclusion).toBe('failure');
});

test('one that GitHub refuses holds up no other, and is tried again', async () => {
  await told();
  await told(elsewhere);
  for (const { pull } of [ada, elsewhere]) await database.publicity.setPublic(pull.repositoryId, true);
  failing = githubError('github.refused', { call: 'PATCH check', status: 422, seen: 'no' });
  await round();
  expect(all(elsewhere.pull.repositoryId)).not.toContain(SECRET);
  expect(all()).toContain(SECRET);
  failing = null;
  await round();
  expect(all()).not.toContain(SECRET);
});

test('while GitHub is away the round is tried again', async () => {
  await told();
  await database.publicity.setPublic(ada.pull.repositoryId, true);
  failing = githubError('github.unavailable', { call: 'PATCH check', seen: 'it answered 502' });
  await expect(round()).rejects.toThrow('it answered 502');
  expect(await database.publicity.toHide()).toHaveLength(1);
});

test.each([
  ['forbidden', githubError('github.forbidden', { call: 'PATCH check', seen: 'suspended' })],
  ['gone', githubError('github.gone', { call: 'PATCH check', status: 404 })],
])('what GitHub says is %s for now is cut when we are let in again', async (_what, error) => {
  await told();
  await database.publicity.setPublic(ada.pull.repositoryId, true);
  failing = error;
  await round();
  failing = null;
  // Not every ten minutes: it may be for ever.
  await round();
  expect(all()).toContain(SECRET);
  clock.at += 6 * HOUR;
  await round();
  expect(all()).not.toContain(SECRET);
  expect(await database.publicity.toHide()).toEqual([]);
});

describe('the pen', () => {
  const pull = { repositoryId: ada.pull.repositoryId, number: ada.pull.number };
  const newer = async () => {
    const { started } = await database.pulls.see(
      sighting({ ...ada, headSha: sha('b'), isPublic: true }, clock.at),
    );
    return started!;
  };

  test('is with whoever writes: nothing is cut where somebody else does, and nobody writes meanwhile', async () => {
    await told();
    await database.publicity.setPublic(pull.repositoryId, true);
    const run = await newer();
    const claim = { by: 'waiting' as const, tries: 0 };
    expect(await database.pens.take(run, claim, 'theirs')).toBe('taken');
    await round();
    expect(all()).toContain(SECRET);
    await database.pens.putDown(run, 'theirs');
    // A result is about to be told; what stands there is cut afterwards.
    await round();
    expect(all()).toContain(SECRET);
    await database.runs.take(run, 'token');
    await database.runs.marked(run, 'token', notYet());
    await database.runs.published(run, 'token');
    const answers: string[] = [];
    during = async () => {
      during = null;
      const pushed = sighting({ ...ada, headSha: sha('c'), isPublic: true }, clock.at + 1);
      const next = (await database.pulls.see(pushed)).started!;
      answers.push(await database.pens.take(next, claim, 'theirs'));
    };
    await round();
    expect(answers).toEqual(['busy']);
    expect(all()).not.toContain(SECRET);
    expect(await database.publicity.toHide()).toEqual([]);
    const [row] = await connection.rows.select().from(pullRequests);
    expect(row?.penToken).toBeNull();
  });

  test('that is lost stops the cutting, and the next round sees to the rest', async () => {
    await told();
    await database.publicity.setPublic(pull.repositoryId, true);
    during = async () => {
      await connection.rows.update(pullRequests).set({ penToken: 'theirs' });
    };
    await round();
    expect(all()).toContain(SECRET);
    expect(await database.publicity.toHide()).toHaveLength(1);
    await connection.rows.update(pullRequests).set({ penToken: null });
    during = null;
    await round();
    expect(all()).not.toContain(SECRET);
  });
});

test('where everybody could see it from the start, nothing is said twice', async () => {
  await told({ ...ada, isPublic: true });
  expect(await database.publicity.toHide()).toEqual([]);
});

test('of a re-check it is said what it is, also where everybody can see it', async () => {
  await told();
  const [run] = await connection.rows.select({ submissionId: runs.submissionId }).from(runs);
  const id = await database.rechecks.begin(run?.submissionId ?? 0, 0);
  await database.rechecks.offered(id, { file: 'a.js', line: 1, before: 'x', after: 'y' });
  const bug = {
    ...pullRequest({ headSha: sha('b'), recheck: id, byApp: true }),
    pull: elsewhere.pull,
  };
  await told(bug);
  await database.publicity.setPublic(elsewhere.pull.repositoryId, true);
  await round();
  const said = all(elsewhere.pull.repositoryId);
  expect(said).toContain('Everybody can see this repository');
  expect(said).not.toContain('/touchstone appeal');
  expect(checks.get(elsewhere.pull.repositoryId)?.title).toBe(recheckResult(false, smallProject).title);
});
